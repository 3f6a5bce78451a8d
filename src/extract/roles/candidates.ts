import type { Token } from '../../model/index.ts';
import type { RoleSpan } from './spans.ts';
import { classesOf, markActors } from './word-classes.ts';

export const roleNames = ['individual', 'organisation', 'target', 'victim', 'weapon'] as const;
/** What a phrase is to an act of violence: who did it (person, group), what or who suffered it, what it was done with. */
export type RoleName = (typeof roleNames)[number];

/** One wording that may fill a role of what the article tells, wherever it stands. */
export interface RoleCandidate {
  readonly role: number;
  /** Lower-case words. */
  readonly words: readonly string[];
  /** The same words, joined. */
  readonly key: string;
  /** Where the tagger sees it, likeliest first. */
  readonly spans: readonly [RoleSpan, ...RoleSpan[]];
  /** Times the words stand in the article at all. */
  readonly occurrences: number;
}

function isWord(token: Token): boolean {
  return /[\p{L}\p{N}]/u.test(token.lower);
}

const articles: ReadonlySet<string> = new Set(['the', 'a', 'an']);

/** Drop articles and marks at the edges of a span. */
function trim(tokens: readonly Token[], span: RoleSpan): RoleSpan {
  let { first, last } = span;
  const idle = (at: number) => {
    const token = tokens[at];
    return token !== undefined && (!isWord(token) || articles.has(token.lower));
  };
  while (first < last - 1 && idle(first)) first++;
  while (last - 1 > first && idle(last - 1)) last--;
  return { ...span, first, last };
}

function countOccurrences(texts: readonly string[], key: string): number {
  let count = 0;
  for (const text of texts)
    for (let at = text.indexOf(` ${key} `); at >= 0; at = text.indexOf(` ${key} `, at + 1)) count++;
  return count;
}

/** Join the spans of an article that have the same words. */
export function gatherCandidates(
  sentences: readonly (readonly Token[])[],
  spans: readonly RoleSpan[],
): readonly RoleCandidate[] {
  const groups = new Map<string, RoleSpan[]>();
  for (const span of spans) {
    const tokens = sentences[span.sentence] ?? [];
    const trimmed = trim(tokens, span);
    const words = tokens.slice(trimmed.first, trimmed.last);
    if (!words.some(isWord)) continue;
    const key = `${span.role}:${words.map(({ lower }) => lower).join(' ')}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [trimmed]);
    else group.push(trimmed);
  }
  const texts = sentences.map((tokens) => ` ${tokens.map(({ lower }) => lower).join(' ')} `);
  return [...groups.entries()].flatMap(([named, group]) => {
    const [first, ...rest] = group.sort((a, b) => b.probability - a.probability || a.sentence - b.sentence);
    const key = named.slice(2);
    if (first === undefined) return [];
    return [
      {
        role: first.role,
        key,
        words: key.split(' '),
        spans: [first, ...rest],
        occurrences: countOccurrences(texts, key),
      },
    ];
  });
}

/** Any of the spans being right, were they independent. */
export function anyOf(spans: readonly RoleSpan[]): number {
  return 1 - spans.reduce((left, { probability }) => left * (1 - probability), 1);
}

const triggerKinds = [
  'shooting',
  'bombing',
  'siege',
  'kidnapping',
  'airstrike',
  'clash',
  'armed-attack',
  'killing',
  'fire',
  'unrest',
] as const;

function kindsIn(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { lower, lemma } of tokens)
    for (const name of classesOf(lower, lemma)) {
      if (name.startsWith('trigger:')) counts.set(name.slice(8), (counts.get(name.slice(8)) ?? 0) + 1);
    }
  return counts;
}

function flag(is: boolean): number {
  return is ? 1 : 0;
}

interface Setting {
  readonly sentences: readonly (readonly Token[])[];
  readonly kinds: readonly ReadonlyMap<string, number>[];
  readonly candidates: readonly RoleCandidate[];
  /** Best probability of any role's filler, per sentence. */
  readonly strength: readonly number[];
}

function describeWords({ words }: RoleCandidate): readonly number[] {
  const classes = words.map((word) => classesOf(word, word));
  const last = classes.at(-1) ?? [];
  const has = (names: readonly string[], start: string) => flag(names.some((name) => name.startsWith(start)));
  return [
    words.length,
    words.join('').length,
    flag(markActors(words).includes(true)),
    classes.filter((names) => names.includes('given')).length,
    has(classes[0] ?? [], 'title'),
    has(last, 'people:'),
    has(last, 'people:suspect'),
    has(last, 'weapon:'),
    has(last, 'target:'),
    has(last, 'organisation'),
    has(last, 'people:military') + has(last, 'people:police'),
    flag(/\d/.test(words[0] ?? '')),
    flag(words.includes('of')),
    flag((words.at(-1) ?? '').endsWith('s')),
  ];
}

function describeRivals(candidate: RoleCandidate, { candidates }: Setting): readonly number[] {
  const { role, key, spans } = candidate;
  const top = spans[0].probability;
  const peers = candidates.filter((one) => one.role === role && one !== candidate);
  const better = peers.filter((one) => one.spans[0].probability > top);
  const best = (some: readonly RoleCandidate[]) =>
    some.reduce((most, one) => Math.max(most, one.spans[0].probability), 0);
  const padded = ` ${key} `;
  return [
    better.length,
    best(peers),
    best(peers.filter((one) => ` ${one.key} `.includes(padded))),
    best(peers.filter((one) => padded.includes(` ${one.key} `))),
    peers.filter((one) => one.spans[0].probability > 0.3).length,
    ...roleNames.map((_, other) =>
      other === role ? 0 : best(candidates.filter((one) => one.role === other && one.key === key)),
    ),
    ...roleNames.map((_, other) =>
      other === role ? 0 : best(candidates.filter((one) => one.role === other && one.key !== key)),
    ),
  ];
}

function describePlace(
  { spans, occurrences }: RoleCandidate,
  { sentences, kinds, strength }: Setting,
): readonly number[] {
  const { sentence, first } = spans[0];
  const earliest = Math.min(...spans.map((span) => span.sentence));
  const here = kinds[sentence] ?? new Map<string, number>();
  const around = [kinds[sentence - 1], kinds[sentence + 1]];
  return [
    occurrences,
    spans.length,
    spans.filter(({ probability }) => probability > 0.3).length,
    sentence,
    earliest,
    sentence / sentences.length,
    first,
    sentences.length,
    strength[sentence] ?? 0,
    Math.max(strength[sentence - 1] ?? 0, strength[sentence + 1] ?? 0),
    ...triggerKinds.map((kind) => here.get(kind) ?? 0),
    ...triggerKinds.map((kind) => flag(around.some((one) => one?.has(kind)))),
  ];
}

/** Describe every candidate by numbers: how sure the tagger is and where, its words, its rivals, what its sentence tells. */
export function describeCandidates(
  sentences: readonly (readonly Token[])[],
  candidates: readonly RoleCandidate[],
): readonly (readonly number[])[] {
  const strength = sentences.map(() => 0);
  for (const { spans } of candidates)
    for (const { sentence, probability } of spans) strength[sentence] = Math.max(strength[sentence] ?? 0, probability);
  const setting: Setting = { sentences, candidates, strength, kinds: sentences.map(kindsIn) };
  return candidates.map((candidate) => {
    const chances = candidate.spans.map(({ probability }) => probability);
    return [
      chances[0] ?? 0,
      anyOf(candidate.spans),
      chances.reduce((sum, one) => sum + one, 0),
      chances[1] ?? 0,
      ...describePlace(candidate, setting),
      ...describeWords(candidate),
      ...describeRivals(candidate, setting),
    ];
  });
}
