import { compareText, type JoinReason } from '../../model/index.ts';
import { type GraphOptions, type ItemCluster, ItemGraph, type Regrouped } from '../clustering/graph.ts';
import { KeyIndex } from '../clustering/keys.ts';
import { explain, type Signal, sumScores } from '../comparison/signal.ts';
import type { LinkDocument } from '../documents/document.ts';
import { makeProfile, type Profile, type ProfileOptions, windowKeys } from './profile.ts';
import { compareProfiles, type StoryWeights } from './score.ts';

export interface StoryOptions extends ProfileOptions, StoryWeights, GraphOptions {
  /** Articles less alike than this are not compared further. */
  readonly minCosine: number;
  /** Pairs below this are not kept. */
  readonly keptScore: number;
  /** Points two articles need to be compared: a name, rare word or band is worth two, a word of the same weeks one. */
  readonly minPoints: number;
  /** A name in more articles than these is worth less each time, and after the last nothing. */
  readonly maxNameHolders: number;
  /** A word in more articles than this finds none of another time. */
  readonly maxWordHolders: number;
  /** A band of shingles in more articles than this finds nothing. */
  readonly maxBandHolders: number;
}

const nameWorths = [1, 0.5, 0.25, 0];

/** Articles by names, rare words and bands, and the stories they make; article numbers are the caller's. */
export class StoryIndex {
  readonly #profiles: Profile[] = [];
  readonly #ids: string[] = [];
  readonly #names: KeyIndex;
  readonly #anytime: KeyIndex;
  readonly #bands: KeyIndex;
  readonly #windows = new KeyIndex([]);
  readonly #graph: ItemGraph;
  readonly #options: StoryOptions;

  constructor(options: StoryOptions) {
    this.#options = options;
    this.#names = new KeyIndex([options.maxNameHolders, options.maxNameHolders * 2, options.maxNameHolders * 4]);
    this.#anytime = new KeyIndex([options.maxWordHolders]);
    this.#bands = new KeyIndex([options.maxBandHolders]);
    this.#graph = new ItemGraph(options, (a, b) => compareText(this.#ids[a] ?? '', this.#ids[b] ?? ''));
  }

  /** Put articles in, or change those that are there, and gather stories again; `document` is without site boilerplate. */
  put(documents: ReadonlyMap<number, LinkDocument>): Regrouped {
    const dirty = new Set(documents.keys());
    for (const [article, document] of documents) {
      const profile = makeProfile(document, this.#options);
      this.#profiles[article] = profile;
      this.#ids[article] = document.id;
      this.#windows.set(article, windowKeys(profile, 0, this.#options.windowDays));
      for (const other of this.#names.set(article, profile.names)) dirty.add(other);
      for (const other of this.#anytime.set(article, profile.anytime)) dirty.add(other);
      for (const other of this.#bands.set(article, profile.bands)) dirty.add(other);
    }
    const done = new Set<number>();
    for (const article of dirty) {
      this.#graph.set(article, this.#compareWithOthers(article, done));
      done.add(article);
    }
    return this.#graph.regroup();
  }

  groupOf(article: number): ItemCluster | undefined {
    return this.#graph.groupOf(article);
  }

  groups(): readonly ItemCluster[] {
    return this.#graph.groups();
  }

  /** Tell why the articles of a story were joined. */
  explain({ joins }: ItemCluster): readonly JoinReason[] {
    return joins.flatMap(({ a, b }) => explain(this.#compare(a, b), [this.#ids[a] ?? '', this.#ids[b] ?? '']));
  }

  #compare(x: number, y: number): readonly Signal[] {
    // Sums of fractions depend on their order: a pair is always taken from the same side.
    const [a, b] = (this.#ids[x] ?? '') < (this.#ids[y] ?? '') ? [x, y] : [y, x];
    const [left, right] = [this.#profiles[a], this.#profiles[b]];
    if (left === undefined || right === undefined) return [];
    return compareProfiles(left, right, (name) => nameWorths[this.#names.rankOf(name)] ?? 0, this.#options);
  }

  #compareWithOthers(article: number, done: ReadonlySet<number>): ReadonlyMap<number, number> {
    const edges = new Map<number, number>();
    for (const other of this.#findCandidates(article)) {
      const known = done.has(other) ? this.#graph.scoreOf(other, article) : undefined;
      const score = done.has(other) ? known : sumScores(this.#compare(article, other));
      if (score !== undefined && score >= this.#options.keptScore) edges.set(other, score);
    }
    return edges;
  }

  #findCandidates(article: number): readonly number[] {
    const profile = this.#profiles[article];
    if (profile === undefined) return [];
    const points = new Map<number, number>();
    const give = (holders: readonly number[], worth: number) => {
      for (const other of holders) points.set(other, (points.get(other) ?? 0) + worth);
    };
    for (const name of profile.names) give(this.#names.find(name), 2);
    for (const word of profile.anytime) give(this.#anytime.find(word), 2);
    for (const band of profile.bands) give(this.#bands.find(band), 2);
    for (const step of [-1, 0, 1]) {
      for (const key of windowKeys(profile, step, this.#options.windowDays)) {
        const near = this.#windows.find(key);
        give(step === 0 ? near : near.filter((other) => this.#isNear(profile, other)), 1);
      }
    }
    points.delete(article);
    return [...points].filter(([, sum]) => sum >= this.#options.minPoints).map(([other]) => other);
  }

  #isNear({ publishedDay = 0 }: Profile, other: number): boolean {
    return Math.abs(publishedDay - (this.#profiles[other]?.publishedDay ?? 0)) <= this.#options.windowDays;
  }
}
