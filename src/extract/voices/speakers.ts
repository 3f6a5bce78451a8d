import table from '../../../data/speaker-nouns.json' with { type: 'json' };
import type { SpeakerKind, Token } from '../../model/index.ts';
import { type SentenceView, wordAt } from '../view.ts';

/** Who speaks, over tokens [`first`, `last`). */
export interface Speaker {
  readonly text: string;
  readonly kind: SpeakerKind;
  readonly first: number;
  readonly last: number;
}

const kindOfNoun = new Map<string, SpeakerKind>();
// Earlier kinds win: "police chief" is police although "chief" alone would do.
for (const [kind, nouns] of Object.entries(table).reverse())
  for (const noun of nouns) kindOfNoun.set(noun, kind as SpeakerKind);

const skipped: ReadonlySet<string> = new Set([
  'has',
  'have',
  'had',
  'also',
  'later',
  'then',
  'was',
  'were',
  'is',
  'been',
  'earlier',
  'reportedly',
  'not',
  'never',
  'immediately',
  'initially',
  'since',
  'directly',
  'did',
  'would',
  'already',
]);
const leading: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'some',
  'several',
  'two',
  'one',
  'but',
  'and',
  'as',
  'that',
  'when',
  'while',
  'what',
  'which',
  'who',
  'if',
  'where',
  'because',
  'for',
  'in',
  'by',
  'according',
  'to',
  'two',
  'so',
  'however',
  'although',
  'though',
  'it',
  'meanwhile',
  'yesterday',
]);

function isNominal(token: Token): boolean {
  if (['PROPN', 'NOUN', 'ADJ', 'DET', 'PART', 'NUM'].includes(token.pos)) return true;
  return ['of', '-', '&', "'s", '’s', 'for', '.'].includes(token.lower);
}

/** Say what kind of speaker words name: an armed group, else by the last noun listed, else person or organisation. */
export function kindOfSpeaker(view: SentenceView, first: number, last: number): SpeakerKind {
  const names = view.names.filter((name) => name.first < last && name.last > first);
  if (names.some((name) => name.rule === 'known-actor')) return 'perpetrator';
  for (let at = last - 1; at >= first; at--) {
    const kind = kindOfNoun.get(wordAt(view, at));
    if (kind !== undefined) return kind;
  }
  if (names.some((name) => name.type === 'person')) return 'person';
  return names.length > 0 ? 'organisation' : 'person';
}

function makeSpeaker(view: SentenceView, from: number, to: number): Speaker | undefined {
  let first = from;
  while (first < to && leading.has(wordAt(view, first))) first++;
  const opening = view.tokens[first];
  const closing = view.tokens[to - 1];
  if (opening === undefined || closing === undefined || first >= to) return undefined;
  const named = view.tokens.slice(first, to).some((token) => token.pos === 'PROPN' || kindOfNoun.has(token.lower));
  if (!named) return undefined;
  const text = view.tokens.slice(first, to).reduce((words, token, index, all) => {
    const before = all[index - 1];
    return words + (before !== undefined && before.end < token.start ? ' ' : '') + token.form;
  }, '');
  return { text, kind: kindOfSpeaker(view, first, to), first, last: to };
}

/** Find the noun phrase that ends before a verb of saying: "Sheriff Ada Quill of Harrow County said". */
export function speakerBefore(view: SentenceView, cue: number): Speaker | undefined {
  let last = cue;
  while (last > 0 && skipped.has(wordAt(view, last - 1))) last--;
  // "Quill, the harbour master, said": an apposition between commas is passed over.
  if (wordAt(view, last - 1) === ',') {
    const open = view.tokens.findLastIndex((token, at) => at < last - 1 && token.form === ',');
    if (open > 0 && last - open < 14) last = open;
  }
  let first = last;
  while (first > 0 && last - first < 12) {
    const token = view.tokens[first - 1];
    if (token === undefined || !isNominal(token) || token.form === '.') break;
    first--;
  }
  return makeSpeaker(view, first, last);
}

/** Find the noun phrase right after a place in the sentence: "said Quill", "according to the ministry". */
export function speakerAfter(view: SentenceView, at: number): Speaker | undefined {
  let last = at;
  while (last < view.tokens.length && last - at < 12) {
    const token = view.tokens[last];
    if (token === undefined || !isNominal(token) || (token.form === '.' && last > at)) break;
    last++;
  }
  while (last > at && ['of', 'for', '.', '-'].includes(wordAt(view, last - 1))) last--;
  return makeSpeaker(view, at, last);
}
