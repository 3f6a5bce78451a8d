import type { Token } from '../../model/index.ts';
import {
  anyOf,
  describeCandidates,
  gatherCandidates,
  type RoleCandidate,
  type RoleName,
  roleNames,
} from './candidates.ts';
import { readContext } from './contexts.ts';
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

/** Candidates, each with what its surroundings all over the article say of it, 0..1. */
interface Weighed {
  readonly candidates: readonly RoleCandidate[];
  readonly surroundings: readonly number[];
}

function readCandidates(sentences: readonly (readonly Token[])[], weights: RoleWeights): Weighed {
  const { tagger, moves, context } = weights;
  const features = readFeatures(sentences);
  const spans = features.flatMap((tokens, sentence) =>
    readSpans({ emissions: tokens.map((buckets) => sumRows(tagger, buckets)), moves }, sentence, roleNames.length),
  );
  const candidates = gatherCandidates(sentences, spans);
  const surroundings = candidates.map((candidate) => {
    const buckets = readContext(candidate, sentences, features);
    return squash(sumRows(context, buckets, 1 / Math.sqrt(buckets.length))[candidate.role] ?? 0);
  });
  return { candidates, surroundings };
}

/** Describe candidates: the tagger's certainty and their place first, last how their surroundings rank them in their role. */
function describeWeighed(sentences: readonly (readonly Token[])[], weighed: Weighed): readonly (readonly number[])[] {
  const { candidates, surroundings } = weighed;
  return describeCandidates(sentences, candidates).map((described, at) => {
    const own = surroundings[at] ?? 0;
    const peers = surroundings.filter((_, other) => other !== at && candidates[other]?.role === candidates[at]?.role);
    return [...described, own, peers.filter((peer) => peer > own).length, Math.max(0, ...peers)];
  });
}

/** Numbers the decision on a kind rests on: the words' verdict and the best candidates of each role. */
function describeStory(story: readonly number[], weighed: Weighed, sentences: number): readonly number[] {
  const { candidates, surroundings } = weighed;
  const best = (role: number, values: readonly number[]) =>
    values.reduce((most, value, at) => (candidates[at]?.role === role ? Math.max(most, value) : most), 0);
  const tops = candidates.map(({ spans }) => spans[0].probability);
  const anys = candidates.map(({ spans }) => anyOf(spans));
  const sum = (role: number) => tops.reduce((all, top, at) => (candidates[at]?.role === role ? all + top : all), 0);
  return [
    ...story,
    ...roleNames.map((_, role) => best(role, tops)),
    ...roleNames.map((_, role) => sum(role)),
    ...roleNames.map((_, role) => best(role, anys)),
    ...roleNames.map((_, role) => best(role, surroundings)),
    candidates.length === 0 ? 0 : sentences,
  ];
}

function weighKinds(story: readonly number[], described: readonly number[], weights: RoleWeights): readonly number[] {
  return kinds.map((_, kind) => {
    const trees = weights.kinds[kind];
    return trees === null || trees === undefined ? (story[kind] ?? 0) : weigh(trees, described);
  });
}

const joints: ReadonlySet<string> = new Set(['of', 'for', 'and', 'the', 'de', 'del', 'la']);

/** Tell whether a word is another wording's initials. */
function abbreviates(word: string, other: string): boolean {
  const words = other.split(' ').filter((one) => !joints.has(one));
  return words.length > 1 && word.replace(/-/g, '') === words.map((one) => one[0]).join('');
}

/** Tell whether two wordings are one: one stands within the other, or is its initials. */
function isSame(one: string, other: string): boolean {
  const within = ` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `);
  return within || abbreviates(one, other) || abbreviates(other, one);
}

/** Keep the likeliest wording of one thing: of "four armed men" and "armed men", of a front and its initials. */
function dropDoubles(fillers: readonly Filler[]): readonly Filler[] {
  const kept: Filler[] = [];
  for (const filler of fillers.toSorted((a, b) => b.probability - a.probability || (a.key < b.key ? -1 : 1)))
    if (!kept.some(({ role, key }) => role === filler.role && isSame(key, filler.key))) kept.push(filler);
  return kept;
}

/** Say of every kind of act the article reports who did it, whom and what it hit, and with what. */
export function readTemplates(sentences: readonly (readonly Token[])[]): readonly Template[] {
  const weights = openWeights();
  const story = readStory(sentences, weights);
  const weighed = readCandidates(sentences, weights);
  const chances = weighKinds(story, describeStory(story, weighed, sentences.length), weights);
  const setting = [...chances, story[kinds.length] ?? 0];
  const likely = chances.filter((one) => one > 0.3).length;
  const described = describeWeighed(sentences, weighed);
  return kinds.flatMap((kind, index): readonly Template[] => {
    const probability = chances[index] ?? 0;
    if (probability < (weights.kindThresholds[index] ?? 1) || probability < leastKind) return [];
    const others = chances.filter((_, other) => other !== index);
    const about = [probability, probability - Math.max(...others), index];
    const fillers = weighed.candidates.flatMap(({ role, key, spans }, at): readonly Filler[] => {
      const values = [...(described[at] ?? []), ...setting, ...about, role, likely];
      const chance = weigh(weights.roles[role] ?? [], values);
      const name = roleNames[role];
      const kept = name !== undefined && chance >= (weights.roleThresholds[role] ?? 1);
      return kept ? [{ role: name, key, spans, probability: chance }] : [];
    });
    return [{ kind, probability, fillers: dropDoubles(fillers) }];
  });
}
