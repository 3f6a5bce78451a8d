import { expect, it } from 'vitest';
import { plantLayers } from '../../test/kits/trees.ts';
import { parseSentences, subjectInTree } from './dependencies.ts';

/** Give the word a predicate is said of in a hand-written tree of one sentence. */
function subjectOf(lines: string, predicate: string): string | undefined {
  const layers = plantLayers(lines);
  const [sentence] = layers.sentences.items;
  const parse = sentence === undefined ? undefined : parseSentences(layers)(sentence);
  if (parse === undefined) return undefined;
  const words = layers.tokens.items;
  const at = words.findIndex(({ lower }) => lower === predicate);
  const subject = subjectInTree(parse, words, at);
  return subject === undefined ? undefined : words[subject]?.lower;
}

it.each([
  [
    'hurt',
    'four',
    '1 Four _ NUM 4 nsubj:pass\n2 aboard _ ADV 1 advmod\n3 were be AUX 4 aux:pass\n4 hurt _ VERB 0 root',
  ],
  ['died', 'nurse', '1 a _ DET 2 det\n2 nurse _ NOUN 0 root\n3 who _ PRON 4 nsubj\n4 died die VERB 2 acl:relcl'],
  ['dead', 'man', '1 found find VERB 0 root\n2 a _ DET 3 det\n3 man _ NOUN 1 obj\n4 dead _ ADJ 1 xcomp'],
  ['died', 'she', '1 She _ PRON 2 nsubj\n2 fell _ VERB 0 root\n3 and _ CCONJ 4 cc\n4 died die VERB 2 conj'],
])('finds whom %s is said of: %s', (predicate, subject, lines) => {
  expect(subjectOf(lines, predicate)).toBe(subject);
});

it('says nothing where the tree gives no subject', () => {
  expect(subjectOf('1 Killing kill VERB 0 root\n2 four _ NUM 1 obj', 'killing')).toBeUndefined();
});
