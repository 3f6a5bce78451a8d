import { formKinds, type NotedMention, pronounForm, pronounKinds } from './noted.ts';

/** Ways two mentions' words can match: 4 same words, 3 same lemma, 2 one's lemma among the other's words, 1 a word shared, 0 none. */
const matches = 5;

/** What a pair of mentions is, as an index into each table of weights. */
export type PairFeatures = Readonly<Record<PairTable, number>>;

/** Tables of weights for pairs. */
export const pairTables = [
  'match',
  'sentences',
  'mentions',
  'types',
  'pronouns',
  'numbers',
  'structure',
  'pronounType',
  'role',
  'extra',
] as const;
export type PairTable = (typeof pairTables)[number];

/**
 * Describe the link of `anaphor`, number `i` of its article, to an earlier mention, number `j`.
 *
 * `types` is the number of mention types, `bucket` sorts distances. Must match training/reader_en/mention_features.py.
 */
export function describePair(
  anaphor: NotedMention,
  antecedent: NotedMention,
  between: number,
  types: number,
  bucket: (distance: number) => number,
): PairFeatures {
  const far = bucket(anaphor.sentence - antecedent.sentence);
  const shared = countShared(anaphor.content, antecedent.content);
  const match = matchOf(anaphor, antecedent, shared);
  const more = anaphor.content.size > shared ? 1 : 0;
  const fewer = antecedent.content.size > shared ? 1 : 0;
  const refers = anaphor.form === pronounForm ? 1 : 0;
  const structure = far === 0 ? structureOf(anaphor, antecedent) : 0;
  return {
    match: (anaphor.form * formKinds + antecedent.form) * matches + match,
    sentences: (far * formKinds + anaphor.form) * formKinds + antecedent.form,
    mentions: bucket(between) * formKinds + anaphor.form,
    types: anaphor.type * types + antecedent.type,
    pronouns: (anaphor.pronoun * pronounKinds + antecedent.pronoun) * 2 + (far === 0 ? 1 : 0),
    numbers: (anaphor.number * 3 + antecedent.number) * 2 + refers,
    structure: structure * formKinds + anaphor.form,
    pronounType: anaphor.pronoun * types + antecedent.type,
    role: (antecedent.role * 3 + Math.min(far, 2)) * 2 + refers,
    extra: ((more * 2 + fewer) * matches + match) * formKinds + anaphor.form,
  };
}

/** Index into the table of weights for a mention that begins a new entity. */
export function describeNew(mention: NotedMention, types: number): number {
  return mention.form * types + mention.type;
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count += 1;
  return count;
}

function matchOf(a: NotedMention, b: NotedMention, shared: number): number {
  if (a.text === b.text) return 4;
  if (a.lemma === b.lemma) return 3;
  if ((a.pronoun === 0 && b.content.has(a.lemma)) || (b.pronoun === 0 && a.content.has(b.lemma))) return 2;
  return shared > 0 ? 1 : 0;
}

/**
 * Classify two mentions of one sentence: 1 the antecedent holds the anaphor, 2 the reverse, 3 arguments of one word, 4 apposition,
 * 5 predicate of its subject, 6 the antecedent's head governs the anaphor, 7 the reverse, 0 none of these.
 */
function structureOf(a: NotedMention, b: NotedMention): number {
  if (a.relation === 'appos' && a.governor === b.head) return 4;
  if (b.relation === 'nsubj' && b.governor === a.head) return 5;
  if (b.first <= a.first && a.last <= b.last) return 1;
  if (a.first <= b.first && b.last <= a.last) return 2;
  if (a.governor === b.governor && a.governor >= 0) return 3;
  if (a.governor === b.head) return 6;
  return b.governor === a.head ? 7 : 0;
}
