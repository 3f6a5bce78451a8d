import { lexicon } from './lexicon.ts';
import { opensSentence, printAt, type WordRange, type Words } from './words.ts';

const nameTags: ReadonlySet<string> = new Set(['PROPN', 'NOUN', 'ADJ', 'X']);
const openerTags: ReadonlySet<string> = new Set(['PROPN', 'NOUN', 'X', 'ADJ', 'VERB']);
const openers: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'this',
  'that',
  'these',
  'those',
  'meanwhile',
  'sources',
  'authorities',
  'residents',
  'officials',
  'witnesses',
  'family',
  'friends',
  'neighbors',
  'anyone',
  'investigators',
  'detectives',
  'deputies',
  'officers',
  'relatives',
  'photos',
  'story',
  'update',
  'breaking',
  'suspect',
  'victim',
  'updated',
  'shooting',
  'murder',
  'three',
  'two',
  'one',
]);
const keepers: ReadonlySet<string> = new Set([
  'sheriff',
  'people',
  'children',
  'women',
  'men',
  'workers',
  'farmers',
  'veterans',
  'students',
  'martyrs',
  'lord',
  'state',
  'peoples',
  'king',
  'queen',
  'prince',
]);

/** Tell whether a capitalised token may be part of a name where it stands. */
function isNamey(words: Words, index: number): boolean {
  const token = words.tokens[index];
  if (token === undefined || words.capital[index] !== 1 || words.folded[index] === '') return false;
  if (lexicon.calendar.has(token.lower)) return false;
  const print = printAt(words, index);
  if (print === 'plain') return true;
  if (print === 'lower') return token.pos === 'PROPN';
  return nameTags.has(token.pos);
}

function glued(words: Words, index: number): boolean {
  return words.tokens[index - 1]?.end === words.tokens[index]?.start;
}

/** Length in tokens of what may join a name's words at `index` ("-", "'s", "al-", "bin"), or 0. */
function readJoint(words: Words, index: number, end: number): number {
  const token = words.tokens[index];
  if (token === undefined || index + 1 >= end) return 0;
  if (/^[-‐‑]$/u.test(token.form)) {
    const next = words.tokens[index + 1];
    if (
      glued(words, index) &&
      glued(words, index + 1) &&
      (isNamey(words, index + 1) || next?.lower === 'e' || next?.lower === 'i' || next?.lower === 'ul')
    )
      return 1;
    return 0;
  }
  if (/^['’]s?$/u.test(token.form)) {
    const owner = words.tokens[index - 1]?.lower ?? '';
    return keepers.has(owner) && isNamey(words, index + 1) ? 1 : 0;
  }
  if (!lexicon.particles.has(token.lower)) return 0;
  const dash = /^[-‐‑]$/u.test(words.tokens[index + 1]?.form ?? '') ? 2 : 1;
  return isNamey(words, index + dash) ? dash : 0;
}

/** Drop the words a sentence merely opens with. */
function trim(words: Words, run: WordRange): WordRange {
  let { first } = run;
  while (first < run.last) {
    const token = words.tokens[first];
    if (token === undefined) break;
    const loose = openers.has(token.lower) || (opensSentence(words, first) && !openerTags.has(token.pos));
    if (!loose) break;
    first += 1;
  }
  return { first, last: run.last };
}

/**
 * Find the runs of capitalised words that may hold names: token stretches, in order, disjoint.
 *
 * A run goes on over glued hyphens, particles ("al-", "bin", "de") and the possessive of a few heads ("Sheriff's Office").
 * It ends at weekdays and months. In title case only nouns, adjectives and proper nouns count.
 */
export function findRuns(words: Words): readonly WordRange[] {
  const runs: WordRange[] = [];
  for (const sentence of words.sentences) {
    let index = sentence.first;
    while (index < sentence.last) {
      const lead = isNamey(words, index) ? 0 : readJoint(words, index, sentence.last) > 1 ? 2 : -1;
      if (lead < 0) {
        index += 1;
        continue;
      }
      const first = index;
      index += lead;
      while (index < sentence.last) {
        const joint = isNamey(words, index) ? 0 : readJoint(words, index, sentence.last);
        if (joint === 0 && !isNamey(words, index)) break;
        index += joint + (joint === 0 ? 1 : 0);
        if (joint > 0 && !isNamey(words, index)) break;
      }
      const run = trim(words, { first, last: index });
      if (run.first < run.last) runs.push(run);
      if (index === first) index += 1;
    }
  }
  return runs;
}
