import { formKinds, type NotedMention, pronounForm, pronounKinds } from './noted.ts';

/** Ways two mentions' words can match: 4 same words, 3 same lemma, 2 one's lemma among the other's words, 1 a word shared, 0 none. */
const matches = 5;

/** Tables of weights for pairs, in the order that `describePair` fills them in. */
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

/**
 * Describe the link of `anaphor` to an earlier mention with `between` mentions between them: into `out` goes an index for each table.
 *
 * `types` is the number of mention types, `buckets` sorts distances. Must match training/reader_en/mention_features.py. An article has
 * tens of thousands of pairs, which is why nothing is allocated for one.
 */
export function describePair(
  out: Int32Array,
  anaphor: NotedMention,
  antecedent: NotedMention,
  between: number,
  types: number,
  buckets: Uint8Array,
): void {
  const far = bucketOf(anaphor.sentence - antecedent.sentence, buckets);
  const shared = countShared(anaphor, antecedent);
  const match = matchOf(anaphor, antecedent, shared);
  const more = anaphor.content.length > shared ? 1 : 0;
  const fewer = antecedent.content.length > shared ? 1 : 0;
  const refers = anaphor.form === pronounForm ? 1 : 0;
  const structure = far === 0 ? structureOf(anaphor, antecedent) : 0;
  out[0] = (anaphor.form * formKinds + antecedent.form) * matches + match;
  out[1] = (far * formKinds + anaphor.form) * formKinds + antecedent.form;
  out[2] = bucketOf(between, buckets) * formKinds + anaphor.form;
  out[3] = anaphor.type * types + antecedent.type;
  out[4] = (anaphor.pronoun * pronounKinds + antecedent.pronoun) * 2 + (far === 0 ? 1 : 0);
  out[5] = (anaphor.number * 3 + antecedent.number) * 2 + refers;
  out[6] = structure * formKinds + anaphor.form;
  out[7] = anaphor.pronoun * types + antecedent.type;
  out[8] = (antecedent.role * 3 + Math.min(far, 2)) * 2 + refers;
  out[9] = ((more * 2 + fewer) * matches + match) * formKinds + anaphor.form;
}

function bucketOf(distance: number, buckets: Uint8Array): number {
  return buckets[distance < buckets.length ? distance : buckets.length - 1] ?? 0;
}

/** Index into the table of weights for a mention that begins a new entity. */
export function describeNew(mention: NotedMention, types: number): number {
  return mention.form * types + mention.type;
}

function countShared(a: NotedMention, b: NotedMention): number {
  if ((a.bits & b.bits) === 0) return 0;
  let count = 0;
  for (const word of a.content) if (b.content.includes(word)) count += 1;
  return count;
}

function matchOf(a: NotedMention, b: NotedMention, shared: number): number {
  if (a.text === b.text) return 4;
  if (a.lemma === b.lemma) return 3;
  if ((a.pronoun === 0 && hasWord(b, a.lemma)) || (b.pronoun === 0 && hasWord(a, b.lemma))) return 2;
  return shared > 0 ? 1 : 0;
}

function hasWord({ bits, content }: NotedMention, word: number): boolean {
  return (bits & (1 << (word & 31))) !== 0 && content.includes(word);
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
