import { foldWord } from '../places/fold.ts';
import type { Gazetteer } from '../places/gazetteer.ts';
import { lexicon } from './lexicon.ts';
import { lowerAt, opensSentence, printAt, type WordRange, type Words } from './words.ts';

/** A person read from a run: the stretch of the name, title apart. */
export interface PersonFind extends WordRange {
  readonly title?: string;
  readonly rule: string;
}

const ranks: ReadonlySet<string> = new Set([
  'mr.',
  'mrs.',
  'ms.',
  'mr',
  'mrs',
  'ms',
  'dr.',
  'president',
  'sgt.',
  'lt.',
  'capt.',
  'maj.',
  'col.',
  'gen.',
  'general',
  'colonel',
  'captain',
  'sheriff',
  'chief',
  'mayor',
  'gov.',
  'sen.',
  'rep.',
  'judge',
  'officer',
  'detective',
  'det.',
  'deputy',
  'pastor',
  'rev.',
  'minister',
  'king',
  'prince',
  'sheikh',
  'mullah',
  'pope',
  'senator',
  'governor',
  'commander',
  'sergeant',
  'lieutenant',
  'corporal',
  'cpl.',
  'trooper',
  'inspector',
  'ayatollah',
  'imam',
]);

const functionTags: ReadonlySet<string> = new Set(['ADP', 'DET', 'CCONJ', 'AUX', 'PRON', 'ADV', 'SCONJ']);

/** Length in tokens of the title that ends just before `index`, at most three words, or 0. */
function titleBefore(words: Words, index: number): number {
  for (const length of [3, 2, 1]) {
    const first = index - length;
    if (first < 0 || words.sentenceOf[first] !== words.sentenceOf[index]) continue;
    let phrase = lowerAt(words, first);
    for (let at = first + 1; at < index; at++) phrase += ` ${lowerAt(words, at)}`;
    if (lexicon.titles.has(phrase)) return length;
  }
  return 0;
}

/** Tell whether the gazetteer, a head word or a unit claims the stretch as something else than a person. */
function isOther(words: Words, run: WordRange, gazetteer: Gazetteer): boolean {
  const last = lowerAt(words, run.last - 1);
  if (
    lexicon.organisationFinal.has(last) ||
    lexicon.venue.has(last) ||
    lexicon.street.has(last) ||
    lexicon.units.has(last)
  ) {
    return true;
  }
  const parts = words.folded.slice(run.first, run.last).filter((word) => word !== '');
  if (gazetteer.find(parts.join(' ')) !== undefined) return true;
  const ending = gazetteer.find(parts.at(-1) ?? '')?.places[0];
  return ending?.level === 'state' && (ending.country === 'US' || ending.country === 'CA') && parts.length === 2
    ? gazetteer.find(parts[0] ?? '') !== undefined
    : false;
}

/** Tell whether an age follows: ", 22," or "(22)". */
function ageFollows(words: Words, index: number): boolean {
  const mark = lowerAt(words, index);
  return (
    (mark === ',' || mark === '(') &&
    /^\d{1,2}$/.test(lowerAt(words, index + 1)) &&
    /^[,.;)]$/.test(lowerAt(words, index + 2))
  );
}

function isGiven(words: Words, index: number): boolean {
  const word = words.folded[index] ?? '';
  if (lexicon.givenNames.has(word)) return true;
  return lexicon.wordNames.has(word) && !opensSentence(words, index) && printAt(words, index) === 'plain';
}

/** Say by which sign a stretch without title is a person, or undefined. */
function readSign(words: Words, name: WordRange, gazetteer: Gazetteer): string | undefined {
  const count = words.folded.slice(name.first, name.last).filter((word) => word !== '').length;
  if (count < 2 || count > 5) return undefined;
  if (ageFollows(words, name.last)) return isOther(words, name, gazetteer) ? undefined : 'person-age';
  if (isOther(words, name, gazetteer)) return undefined;
  const tags = words.tokens.slice(name.first, name.last).map((token) => token.pos);
  if (lowerAt(words, name.first - 1) === 'the' || tags.some((tag) => functionTags.has(tag))) return undefined;
  const headline = printAt(words, name.first) !== 'plain';
  if (headline && (count > 3 || tags.some((tag) => tag !== 'PROPN' && tag !== 'PUNCT'))) return undefined;
  if (isGiven(words, name.first)) return 'person-given';
  if (printAt(words, name.first) !== 'plain' || count > 3) return undefined;
  const after = lowerAt(words, name.last);
  const before = lowerAt(words, name.first - 1);
  const allNouns = words.tokens
    .slice(name.first, name.last)
    .every((token) => token.pos === 'PROPN' || token.form === '-');
  if (!allNouns) return undefined;
  if (lexicon.speech.has(after) || (lexicon.speech.has(before) && /^[.,]$/.test(after))) return 'person-speech';
  return lexicon.named.has(before) || lowerAt(words, name.first - 2) === 'identified' ? 'person-named' : undefined;
}

/** Where a name's suffix ("Jr.", "III") ends, after an optional comma. */
function overSuffix(words: Words, last: number): number {
  if (lexicon.suffixes.has(lowerAt(words, last))) return last + 1;
  return lowerAt(words, last) === ',' && /^[js]r\.?$/.test(lowerAt(words, last + 1)) ? last + 2 : last;
}

/** Find the last token of a run that ends a title, so that what follows is the name. */
function afterTitle(words: Words, run: WordRange): number {
  for (let at = run.last - 1; at > run.first; at--)
    if (titleBefore(words, at) > 0 && !isInitial(words, at - 1)) return at;
  return titleBefore(words, run.first) > 0 ? run.first : -1;
}

function isInitial(words: Words, index: number): boolean {
  return /^\p{Lu}\.$/u.test(words.tokens[index]?.form ?? '');
}

/**
 * Read the person a run names, or undefined.
 *
 * Signs, strongest first: a title before the name, an age after it, a known given name, a verb of speaking after it, a word
 * of naming before it ("identified as"). Names the gazetteer holds and names ending in a head word are not persons.
 */
export function readPerson(words: Words, run: WordRange, gazetteer: Gazetteer): PersonFind | undefined {
  const from = afterTitle(words, run);
  if (from >= 0) {
    const name = { first: from, last: overSuffix(words, run.last) };
    const length = titleBefore(words, from);
    const title = words.tokens
      .slice(from - length, from)
      .map((token) => token.form)
      .join(' ');
    const single = name.last - name.first === 1;
    const first = foldWord(words.tokens[from]?.form ?? '');
    const weak = single && !ranks.has(title.toLowerCase());
    const lowerTitle = title === title.toLowerCase();
    const placed = lowerTitle && single && gazetteer.find(first) !== undefined;
    if (
      name.last - name.first <= 6 &&
      !weak &&
      !placed &&
      !isOther(words, { first: from, last: run.last }, gazetteer)
    ) {
      return { ...name, title, rule: 'person-title' };
    }
    if (single && ranks.has(title.toLowerCase()) && !lowerTitle && !lexicon.organisationFinal.has(first)) {
      return { ...name, title, rule: 'person-title' };
    }
  }
  const sign = readSign(words, run, gazetteer);
  if (sign !== undefined) return { first: run.first, last: overSuffix(words, run.last), rule: sign };
  return undefined;
}
