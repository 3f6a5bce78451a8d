import { describe, expect, it } from 'vitest';
import { plantLayers, plantTree } from '../../../test/kits/trees.ts';
import { child, gatherTreeRules, growTrees, makeTreeRule, membersOf, object, stretchOf, verb, word } from './index.ts';

const killed = `
1 Raiders raider NOUN 2 nsubj person
2 killed kill VERB 0 root
3 two _ NUM 4 nummod
4 guards guard NOUN 2 obj person
5 , _ PUNCT 7 punct
6 a _ DET 7 det
7 cook _ NOUN 4 conj person
8 and _ CCONJ 9 cc
9 Ilsa Ilsa PROPN 4 conj person named
`;
const fell = `
1 Rain rain NOUN 2 nsubj
2 fell fall VERB 0 root
`;

const victims = makeTreeRule('victims', verb('kill').with(object('victim')), ({ victim }) => victim.form);
const numbers = makeTreeRule('numbers', word().with(child('nummod').as('number')), ({ number }) => number.form);

describe('gatherTreeRules', () => {
  it('gives what each rule read, whatever the order of the rules', () => {
    const tree = plantTree(killed);
    const found = gatherTreeRules([victims, numbers]).find(tree);
    expect(found.map(({ rule, meaning }) => `${rule}: ${meaning}`)).toEqual(['victims: guards', 'numbers: two']);
    expect(gatherTreeRules([numbers, victims]).find(tree)).toEqual(found);
    expect(gatherTreeRules([victims, numbers]).find(plantTree(fell))).toEqual([]);
  });

  it('refuses two rules of one name', () => {
    expect(() => gatherTreeRules([victims, victims])).toThrow('two rules are called "victims"');
  });
});

describe('growTrees', () => {
  it('lays trees beside sentences and leaves out those without words', () => {
    const layers = plantLayers(`${killed}\n\n${fell}`);
    expect(growTrees(layers).map((tree) => tree?.words.length)).toEqual([9, 2]);
    const { deep: _, ...shallow } = layers;
    expect(growTrees(shallow)).toEqual([undefined, undefined]);
    const words = layers.deep?.syntax.items.slice(9) ?? [];
    const spared = layers.deep && { ...layers.deep, syntax: { ...layers.deep.syntax, items: words } };
    expect(growTrees({ ...layers, ...(spared && { deep: spared }) }).map((tree) => tree?.words.length)).toEqual([
      undefined,
      2,
    ]);
  });

  it('knows kinds, names, members and stretches', () => {
    const tree = plantTree(killed);
    const [guards, ilsa] = [tree.words[3], tree.words[8]];
    if (guards === undefined || ilsa === undefined) throw new Error('words are missing');
    expect([...guards.kinds]).toEqual(['person']);
    expect(guards.name).toBeUndefined();
    expect(ilsa.name).toMatchObject({ first: 8, last: 9, type: 'person' });
    expect(membersOf(guards).map(({ form }) => form)).toEqual(['guards', 'cook', 'ilsa']);
    expect(stretchOf(guards)).toEqual({ first: 2, last: 9 });
  });
});
