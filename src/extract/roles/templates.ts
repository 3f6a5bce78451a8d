import type { Token } from '../../model/index.ts';
import { anyOf, type Candidate, describeCandidates, gatherCandidates, type RoleName, roleNames } from './candidates.ts';
import { readFeatures, readStoryFeatures } from './features.ts';
import { type RoleSpan, readSpans } from './spans.ts';
import { openWeights, type RoleWeights, squash, sumRows, weigh } from './weights.ts';

export const kinds = ['attack', 'bombing', 'kidnapping', 'arson', 'robbery', 'forced work stoppage'] as const;
/** What kind of act an article reports, in the classes the classifiers were trained for. */
export type Kind = (typeof kinds)[number];

/** A phrase that fills a role of an act. */
export interface Filler {
  readonly role: RoleName;
  /** Lower-case words, joined. */
  readonly key: string;
  /** Where it stands, likeliest first. */
  readonly spans: readonly [RoleSpan, ...RoleSpan[]];
  /** That it fills this role of an act of this kind, 0..1. */
  readonly probability: number;
}

/** An act of one kind and who and what the article names in it. */
export interface Template {
  readonly kind: Kind;
  readonly probability: number;
  readonly fillers: readonly Filler[];
}

/** Kinds less likely than this are not weighed with any candidate. */
const leastKind = 0.08;

/** How likely the article reports each kind, and last any kind, by its words alone. */
function readStory(sentences: readonly (readonly Token[])[], { story }: RoleWeights): readonly number[] {
  const features = readStoryFeatures(sentences);
  return [...sumRows(story, features, 1 / Math.sqrt(Math.max(1, features.length)))].map(squash);
}

function readCandidates(
  sentences: readonly (readonly Token[])[],
  { tagger, moves }: RoleWeights,
): readonly Candidate[] {
  const spans = readFeatures(sentences).flatMap((tokens, sentence) =>
    readSpans({ emissions: tokens.map((features) => sumRows(tagger, features)), moves }, sentence, roleNames.length),
  );
  return gatherCandidates(sentences, spans);
}

/** Numbers the decision on a kind rests on: the words' verdict and the best candidates of each role. */
function describeStory(
  story: readonly number[],
  candidates: readonly Candidate[],
  sentences: number,
): readonly number[] {
  const ofRole = roleNames.map((_, role) => candidates.filter((candidate) => candidate.role === role));
  const most = (some: readonly Candidate[], value: (one: Candidate) => number) =>
    some.reduce((best, one) => Math.max(best, value(one)), 0);
  return [
    ...story,
    ...ofRole.map((some) => most(some, ({ spans }) => spans[0].probability)),
    ...ofRole.map((some) => some.reduce((sum, { spans }) => sum + spans[0].probability, 0)),
    ...ofRole.map((some) => most(some, ({ spans }) => anyOf(spans))),
    candidates.length === 0 ? 0 : sentences,
  ];
}

function weighKinds(story: readonly number[], described: readonly number[], weights: RoleWeights): readonly number[] {
  return kinds.map((_, kind) => {
    const trees = weights.kinds[kind];
    return trees === null || trees === undefined ? (story[kind] ?? 0) : weigh(trees, described);
  });
}

/** Tell whether one wording stands within the other. */
function holds(one: string, other: string): boolean {
  return ` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `);
}

/** Keep the likeliest of wordings within one another, so that "four armed men" and "armed men" are one. */
function dropDoubles(fillers: readonly Filler[]): readonly Filler[] {
  const kept: Filler[] = [];
  for (const filler of fillers.toSorted((a, b) => b.probability - a.probability || (a.key < b.key ? -1 : 1)))
    if (!kept.some(({ role, key }) => role === filler.role && holds(key, filler.key))) kept.push(filler);
  return kept;
}

/** Say of every kind of act the article reports who did it, whom and what it hit, and with what. */
export function readTemplates(sentences: readonly (readonly Token[])[]): readonly Template[] {
  const weights = openWeights();
  const story = readStory(sentences, weights);
  const candidates = readCandidates(sentences, weights);
  const chances = weighKinds(story, describeStory(story, candidates, sentences.length), weights);
  const setting = [...chances, story[kinds.length] ?? 0];
  const described = describeCandidates(sentences, candidates);
  return kinds.flatMap((kind, index): readonly Template[] => {
    const probability = chances[index] ?? 0;
    if (probability < (weights.kindThresholds[index] ?? 1) || probability < leastKind) return [];
    const others = chances.filter((_, other) => other !== index);
    const about = [probability, probability - Math.max(...others), index];
    const fillers = candidates.map(({ role, key, spans }, at): Filler => {
      const values = [...(described[at] ?? []), ...setting, ...about, role, chances.filter((one) => one > 0.3).length];
      return { role: roleNames[role] ?? 'target', key, spans, probability: weigh(weights.roles[role] ?? [], values) };
    });
    const likely = fillers.filter(
      (one) => one.probability >= (weights.roleThresholds[roleNames.indexOf(one.role)] ?? 1),
    );
    return [{ kind, probability, fillers: dropDoubles(likely) }];
  });
}
