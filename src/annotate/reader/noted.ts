import words from '../../../data/coreference-words.json' with { type: 'json' };
import type { MentionSpan, SentenceReading } from './decode.ts';

/** Class of each pronoun, from 1; any other pronoun is one more than the last class, a word that is none is 0. */
const pronounClasses = new Map(
  words.pronouns.flatMap((forms, index) => forms.map((form) => [form, index + 1] as const)),
);
export const pronounKinds = words.pronouns.length + 2;
const otherPronoun = words.pronouns.length + 1;
const plurals: ReadonlySet<number> = new Set([2, 7]);
const singulars: ReadonlySet<number> = new Set([1, 4, 5, 6]);
const definite: ReadonlySet<string> = new Set(words.definite);
const indefinite: ReadonlySet<string> = new Set(words.indefinite);
const articles: ReadonlySet<string> = new Set(words.articles);
const light: ReadonlySet<string> = new Set([...words.definite, ...words.indefinite, ...words.light]);

/** Grammatical roles told apart, from 1; 0 is any other. */
const roles: Readonly<Record<string, number>> = { nsubj: 1, 'nsubj:pass': 1, obj: 2, obl: 3, 'nmod:poss': 4 };

/** Index of each form of a mention: named, definite, indefinite, bare, pronoun. */
const forms = { named: 0, definite: 1, indefinite: 2, bare: 3, pronoun: 4 } as const;
export const formKinds = 5;
export const pronounForm = forms.pronoun;

/** A mention with what weighing its links needs; numbers are indices of the network's tables. */
export interface NotedMention extends MentionSpan {
  /** Number of its sentence within the article. */
  readonly sentence: number;
  readonly form: number;
  readonly pronoun: number;
  /** 1 singular, 2 plural, 0 unknown. */
  readonly number: number;
  readonly role: number;
  /** Word that governs its head, -1 for the root. */
  readonly governor: number;
  readonly relation: string;
  /** Number of its head's lemma, of its words without a leading article, and of each of its words of content; same string, same number. */
  readonly lemma: number;
  readonly text: number;
  readonly content: Int32Array;
  /** A bit for each word of content, by number modulo 32: where two have none in common, they share no word. */
  readonly bits: number;
  /** As anaphor, as antecedent, and as a new entity. */
  readonly vector: Float32Array;
}

/** Gives strings numbers. */
export type Numbering = (text: string) => number;

/** Number the strings of one article: comparing numbers is what makes weighing its many pairs quick. */
export function makeNumbering(): Numbering {
  const numbers = new Map<string, number>();
  return (text) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
}

/** Describe the mentions of one sentence; must match training/reader_en/mention_features.py. */
export function noteMentions(
  tokens: readonly string[],
  reading: SentenceReading,
  sentence: number,
  width: number,
  numberOf: Numbering,
): readonly NotedMention[] {
  return reading.mentions.map((mention) => {
    const { head } = mention;
    const upos = reading.upos[head];
    const isPronoun = upos === 'PRON' || upos === 'DET';
    const pronoun = isPronoun ? (pronounClasses.get((tokens[head] ?? '').toLowerCase()) ?? otherPronoun) : 0;
    const lower = tokens.slice(mention.first, mention.last).map((token) => token.toLowerCase());
    const relation = reading.relations[head] ?? 'dep';
    const bare = dropArticles(lower);
    const content = Int32Array.from(new Set(bare.filter((word) => !light.has(word)).map(numberOf)));
    return {
      ...mention,
      sentence,
      form: isPronoun ? forms.pronoun : upos === 'PROPN' ? forms.named : nominalForm(lower[0] ?? ''),
      pronoun,
      number: grammaticalNumber(reading.xpos[head] ?? '', pronoun),
      role: Object.hasOwn(roles, relation) ? (roles[relation] ?? 0) : 0,
      governor: (reading.heads[head] ?? 0) - 1,
      relation,
      lemma: numberOf((reading.lemmas[head] ?? '').toLowerCase()),
      text: numberOf(bare.join(' ')),
      content,
      bits: content.reduce((bits, word) => bits | (1 << (word & 31)), 0),
      vector: reading.vectors.subarray(head * width, (head + 1) * width),
    };
  });
}

function nominalForm(opening: string): number {
  if (definite.has(opening)) return forms.definite;
  return indefinite.has(opening) ? forms.indefinite : forms.bare;
}

function grammaticalNumber(xpos: string, pronoun: number): number {
  if (xpos === 'NNS' || xpos === 'NNPS' || plurals.has(pronoun)) return 2;
  return xpos === 'NN' || xpos === 'NNP' || singulars.has(pronoun) ? 1 : 0;
}

function dropArticles(lower: readonly string[]): readonly string[] {
  let from = 0;
  while (from < lower.length - 1 && articles.has(lower[from] ?? '')) from += 1;
  return lower.slice(from);
}
