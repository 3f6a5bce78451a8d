import * as fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { plantTree } from '../../../test/kits/trees.ts';
import {
  agent,
  ancestor,
  child,
  denial,
  descendant,
  either,
  findMatches,
  modifier,
  next,
  noun,
  object,
  oblique,
  optional,
  parent,
  passiveSubject,
  previous,
  sibling,
  subject,
  type TreeWord,
  verb,
  word,
} from './index.ts';

const active = plantTree(`
1 Gunmen gunman NOUN 3 nsubj person
2 later _ ADV 3 advmod
3 killed kill VERB 0 root
4 two _ NUM 5 nummod
5 farmers farmer NOUN 3 obj person
6 and _ CCONJ 8 cc
7 a _ DET 8 det
8 driver _ NOUN 5 conj person
9 near _ ADP 10 case
10 Ostrel Ostrel PROPN 3 obl place named
11 . _ PUNCT 3 punct
`);
const passive = plantTree(`
1 Mara Mara PROPN 4 nsubj:pass person named
2 was be AUX 4 aux:pass
3 not _ PART 4 advmod
4 killed kill VERB 0 root
5 by _ ADP 7 case
6 the _ DET 7 det
7 flood _ NOUN 4 obl:agent event
8 . _ PUNCT 4 punct
`);
const reported = plantTree(`
1 Police police NOUN 2 nsubj organisation
2 said say VERB 0 root
3 the _ DET 4 det
4 man _ NOUN 8 nsubj:pass person
5 who _ PRON 6 nsubj
6 fled flee VERB 4 acl:relcl
7 was be AUX 8 aux:pass
8 shot shoot VERB 2 ccomp
9 . _ PUNCT 2 punct
`);

const killing = verb('kill', 'murder').with(subject('killer').person(), object('victim').person());

/** Print matches as "name=form" pairs. */
function tell(matches: readonly { readonly captures: Readonly<Record<string, TreeWord | undefined>> }[]): string[] {
  return matches.map(({ captures }) =>
    Object.entries(captures)
      .map(([name, found]) => `${name}=${found?.form}`)
      .sort()
      .join(' '),
  );
}

describe('findMatches', () => {
  it('binds words by lemma, relation and what they speak of', () => {
    expect(tell(findMatches(active, killing))).toEqual(['killer=gunmen victim=farmers']);
    expect(findMatches(passive, killing)).toEqual([]);
    expect(findMatches(reported, killing)).toEqual([]);
    expect(findMatches(active, verb('kill').with(subject('killer').organisation()))).toEqual([]);
  });

  it('reads lexicons, forms, tags and relations with and without subtypes', () => {
    const harm: ReadonlySet<string> = new Set(['kill', 'shoot']);
    expect(findMatches(active, verb(harm).tag('VERB').relation('root'))).toHaveLength(1);
    expect(findMatches(reported, word(harm))).toHaveLength(1);
    expect(findMatches(active, word('kill').form('Killed'))).toHaveLength(1);
    expect(findMatches(active, word('kill').form('kills'))).toEqual([]);
    expect(findMatches(active, word('kill').lemma('murder'))).toEqual([]);
    expect(tell(findMatches(passive, verb().with(child('obl:*').as('by'))))).toEqual(['by=flood']);
    expect(findMatches(passive, verb().with(child('obl')))).toEqual([]);
    expect(tell(findMatches(passive, verb().with(child('nsubj:*').mention('named').as('who'))))).toEqual(['who=mara']);
  });

  it('follows every way through the tree', () => {
    expect(tell(findMatches(reported, verb('flee').with(parent('acl:relcl').noun().as('who'))))).toEqual(['who=man']);
    expect(findMatches(reported, verb('flee').with(parent('ccomp')))).toEqual([]);
    expect(tell(findMatches(reported, verb('flee').with(ancestor().verb('say').as('said'))))).toEqual(['said=said']);
    expect(tell(findMatches(reported, verb('say').with(descendant('nsubj').as('who'))))).toEqual([
      'who=police',
      'who=who',
    ]);
    expect(tell(findMatches(reported, word('police').with(sibling('ccomp').as('what'))))).toEqual(['what=shot']);
    expect(tell(findMatches(passive, word('not').with(next().as('after'), previous().as('before'))))).toEqual([
      'after=killed before=was',
    ]);
    expect(findMatches(passive, word('mara').with(previous()))).toEqual([]);
    expect(tell(findMatches(active, verb().with(oblique('near', 'in').as('where'))))).toEqual(['where=ostrel']);
    expect(findMatches(active, verb().with(oblique('after')))).toEqual([]);
    expect(findMatches(active, noun().with(modifier('of')))).toEqual([]);
  });

  it('tells active and passive apart, and what is denied', () => {
    const killed = verb('kill').with(passiveSubject('victim'), optional(agent('by')));
    expect(tell(findMatches(passive, killed))).toEqual(['by=flood victim=mara']);
    expect(findMatches(passive, killed.without(denial()))).toEqual([]);
    expect(findMatches(active, killed)).toEqual([]);
    expect(findMatches(active, killing.without(denial()))).toHaveLength(1);
  });

  it('binds an optional part where it is there and matches where it is not', () => {
    const told = verb('kill').with(optional(object('victim')), optional(oblique('by').as('means')));
    expect(tell(findMatches(active, told))).toEqual(['victim=farmers']);
    expect(tell(findMatches(passive, told))).toEqual(['means=flood']);
  });

  it('measures order and distance', () => {
    expect(findMatches(active, verb('kill').with(object().after()))).toHaveLength(1);
    expect(findMatches(active, verb('kill').with(object().before()))).toEqual([]);
    expect(findMatches(active, verb('kill').with(object().within(2)))).toHaveLength(1);
    expect(findMatches(active, verb('kill').with(object().within(1)))).toEqual([]);
    expect(findMatches(active, killing.inOrder('killer', 'victim'))).toHaveLength(1);
    expect(findMatches(active, killing.inOrder('victim', 'killer'))).toEqual([]);
  });

  it('takes either of several and says each way once', () => {
    const harmed = verb('kill', 'shoot').with(either(object('victim').person(), passiveSubject('victim').person()));
    expect(tell(findMatches(active, harmed))).toEqual(['victim=farmers']);
    expect(tell(findMatches(passive, harmed))).toEqual(['victim=mara']);
    expect(tell(findMatches(reported, harmed))).toEqual(['victim=man']);
    const twice = either(verb('kill'), verb('kill').with(object())).with(subject('who'));
    expect(tell(findMatches(active, twice))).toEqual(['who=gunmen']);
  });

  it('joins patterns of one word', () => {
    const plural = word().with(child('nummod').as('number'));
    expect(tell(findMatches(active, verb('kill').with(object('victim').like(plural))))).toEqual([
      'number=two victim=farmers',
    ]);
    expect(findMatches(active, verb('kill').with(subject('victim').like(plural)))).toEqual([]);
  });

  it('finds nothing beyond the sentence', () => {
    const lone = plantTree('1 Killed kill VERB 0 root');
    expect(findMatches(lone, verb('kill').with(either(parent(), next(), previous(), sibling(), ancestor())))).toEqual(
      [],
    );
  });

  it('refuses one name for two words', () => {
    expect(() => verb('kill').with(subject('who'), object('who'))).toThrow('two words of one pattern are called "who"');
    expect(() => verb('kill').with(subject('who')).as('who')).toThrow('"who"');
  });

  it('types what is bound', () => {
    const pattern = verb('kill').with(
      subject('killer'),
      optional(object('victim')),
      either(agent('one'), oblique('in').as('other')),
    );
    for (const { captures } of findMatches(active, pattern)) {
      expectTypeOf(captures.killer).toEqualTypeOf<TreeWord>();
      expectTypeOf(captures.victim).toEqualTypeOf<TreeWord | undefined>();
      expectTypeOf(captures.other).toEqualTypeOf<TreeWord | undefined>();
      // @ts-expect-error no word of the pattern has this name
      expect(captures.weapon).toBeUndefined();
    }
    const sure = either(verb('kill').as('act'), noun('killing').as('act').with(modifier('of').as('whom')));
    const [found] = findMatches(active, sure);
    expectTypeOf<NonNullable<typeof found>['captures']['act']>().toEqualTypeOf<TreeWord>();
    expect(found?.captures.act.form).toBe('killed');
  });
});

const relations = ['nsubj', 'obj', 'obl', 'conj', 'nsubj:pass'];

/** Random trees: every word hangs on an earlier one. */
const anyTree = fc
  .array(fc.tuple(fc.nat(), fc.constantFrom(...relations), fc.constantFrom('kill', 'say', 'man')), {
    minLength: 1,
    maxLength: 9,
  })
  .map((rows) =>
    rows.map(([up, relation, lemma], at) => {
      const head = at === 0 ? 0 : 1 + (up % at);
      return `${at + 1} w${at} ${lemma} VERB ${head} ${at === 0 ? 'root' : relation} person`;
    }),
  )
  .map((lines) => plantTree(lines.join('\n')));

const parts = [
  subject('a'),
  object('b').lemma('man'),
  descendant('conj').as('c'),
  child('obl').within(3),
  next().as('d'),
] as const;

describe('findMatches, on any tree', () => {
  it('binds the same whatever the order of the parts', () => {
    const orders = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 2 });
    fc.assert(
      fc.property(anyTree, orders, (tree, order) => {
        const chosen = order.flatMap((at) => parts[at] ?? []).map((part) => optional(part));
        const pattern = word('kill', 'say').with(...chosen);
        const turned = word('say', 'kill').with(...chosen.toReversed());
        expect(tell(findMatches(tree, turned))).toEqual(tell(findMatches(tree, pattern)));
      }),
    );
  });

  it('binds only words of the sentence, and the same ones every time', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const pattern = word().with(either(...parts), optional(ancestor().as('above')));
        const found = findMatches(tree, pattern);
        for (const { captures } of found)
          for (const bound of Object.values(captures)) expect(tree.words).toContain(bound);
        expect(findMatches(tree, pattern)).toEqual(found);
      }),
    );
  });
});
