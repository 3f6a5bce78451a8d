import {
  type Claim,
  type Copy,
  compareText,
  countGroups,
  groupBy,
  type Linked,
  makeDisjointSets,
  sortBy,
  toDayNumber,
} from '../../model/index.ts';
import { foldName } from '../../text/fold.ts';

/** What reconciling needs of a report. */
export interface WitnessReport {
  readonly id: string;
  readonly outlet?: string | undefined;
  readonly headline?: string | undefined;
  readonly path?: string | undefined;
  readonly wire?: string | undefined;
  readonly authors: readonly string[];
  /** Its words, UTF-16 code units as claims index them; empty where they are not at hand. */
  readonly words: string;
}

/** What must be known of the reports behind claims: the articles, who copies whom, when each reports. */
export interface Archive {
  readonly articles: ReadonlyMap<string, WitnessReport>;
  /** Name of the copy family, by article id. */
  readonly family: ReadonlyMap<string, string>;
  /** Ids of the articles an article copies, nearest origin last; free of cycles. */
  readonly origins: ReadonlyMap<string, readonly string[]>;
  readonly reportDays: Linked['reportDays'];
  /** The same days read, days since 1970-01-01. */
  readonly reportTimes: ReadonlyMap<string, { readonly day: number }>;
  /** Latest day a report states as past, days since 1970-01-01, by article id: the report is no older. */
  readonly notBefore: ReadonlyMap<string, number>;
  /** What an article's witness shares with others, whoever speaks: family, outlet, wire, authors. */
  readonly shared: ReadonlyMap<string, readonly string[]>;
  /** `sourceKeys` of the claims asked for so far: each is asked for many times. */
  readonly keys: Map<Claim, readonly string[]>;
}

/** Index articles and copy families; `quotes` links are no copies, they share a speaker at most. */
export function openArchive(
  articles: readonly WitnessReport[],
  linked: Pick<Linked, 'copies' | 'reportDays' | 'claims'>,
): Archive {
  const copies = linked.copies.filter((copy) => copy.kind !== 'quotes' && copy.from !== copy.to);
  const sets = makeDisjointSets();
  for (const copy of copies) sets.join(copy.from, copy.to);
  const ids = new Set(copies.flatMap((copy) => [copy.from, copy.to]));
  const rank = rankOrigins(copies);
  const origins = new Map<string, readonly string[]>();
  for (const [id, links] of groupBy(copies, (copy) => copy.to)) {
    const own = rank.get(id) ?? 0;
    const from = links.map((copy) => copy.from).filter((origin) => (rank.get(origin) ?? 0) < own);
    const known = [...new Set(from)].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
    if (known.length > 0) origins.set(id, known);
  }
  const family = new Map([...ids].map((id) => [id, sets.find(id)]));
  return {
    articles: new Map(articles.map((article) => [article.id, article])),
    family,
    origins,
    reportDays: linked.reportDays,
    reportTimes: new Map(
      Object.entries(linked.reportDays)
        .map(([id, { day }]) => [id, { day: toDayNumber(day) }] as const)
        .filter(([, { day }]) => Number.isFinite(day)),
    ),
    notBefore: findNotBefore(linked.claims),
    shared: new Map(articles.map((article) => [article.id, articleKeys(article, family.get(article.id))])),
    keys: new Map(),
  };
}

/** Find the latest day each report states in full or gives a figure as of; the report came out on that day or later. */
function findNotBefore(claims: readonly Claim[]): ReadonlyMap<string, number> {
  const latest = new Map<string, number>();
  const add = (article: string, day: string): void => {
    const number = toDayNumber(day);
    if (Number.isFinite(number)) latest.set(article, Math.max(number, latest.get(article) ?? number));
  };
  for (const { article, attribute, asOf, modality, resolution } of claims) {
    if (asOf?.how === 'stated') add(article, asOf.value);
    if (attribute === 'date' && modality === 'asserted' && resolution?.anchor === 'absolute') {
      add(article, resolution.value.earliest);
    }
  }
  return latest;
}

/** Put origins before copies; in a ring the least id goes first, so that the answer never depends on input order. */
function rankOrigins(copies: readonly Copy[]): ReadonlyMap<string, number> {
  const waiting = new Map<string, Set<string>>();
  for (const { from, to } of copies) {
    if (!waiting.has(from)) waiting.set(from, new Set());
    waiting.set(to, (waiting.get(to) ?? new Set()).add(from));
  }
  const rank = new Map<string, number>();
  let left = [...waiting.keys()].sort(compareText);
  while (left.length > 0) {
    const free = left.filter((id) => [...(waiting.get(id) ?? [])].every((from) => rank.has(from)));
    const next = free.length > 0 ? free : [findRingHead(left, waiting)];
    for (const id of next) rank.set(id, rank.size);
    left = left.filter((id) => !rank.has(id));
  }
  return rank;
}

/** In a ring, pick the least id that copies from no article outside its own ring: the fewest articles stand above it. */
function findRingHead(left: readonly string[], waiting: ReadonlyMap<string, ReadonlySet<string>>): string {
  const open = new Set(left);
  const countAbove = (id: string): number => {
    const above = new Set<string>([id]);
    for (const one of above) for (const from of waiting.get(one) ?? []) if (open.has(from)) above.add(from);
    return above.size;
  };
  return sortBy(left, (id) => [countAbove(id), id])[0] ?? '';
}

/** Give the original speaker of a claim, folded; undefined where the report speaks in its own voice. */
export function originalSpeaker(claim: Claim): string | undefined {
  const attribution = claim.attribution;
  if (attribution === undefined || attribution.kind === 'outlet') return undefined;
  return foldName(attribution.speaker);
}

/** Kinds of speaker that stay unnamed: two reports that quote "a witness" may quote two people, so they share no source by it. */
const unnamedKinds: ReadonlySet<string> = new Set(['witness', 'relative']);

function articleKeys(article: WitnessReport, family: string | undefined): readonly string[] {
  const sources = [article.outlet, article.wire].filter((name) => name !== undefined);
  // A byline of one word ("Staff", "admin") names no one.
  const authors = article.authors.filter((author) => author.trim().includes(' '));
  return [
    ...(family === undefined ? [] : [`family:${family}`]),
    ...sources.map((name) => `source:${foldName(name)}`),
    ...authors.map((name) => `author:${foldName(name)}`),
  ];
}

/**
 * List what a claim's witness shares with another that depends on it: family, outlet, wire, authors, everyone in the chain.
 *
 * Source of the rule: two articles are independent only with different outlets, different authors and different original speakers.
 */
export function sourceKeys(claim: Claim, archive: Archive): readonly string[] {
  const known = archive.keys.get(claim);
  if (known !== undefined) return known;
  const keys = listKeys(claim, archive);
  archive.keys.set(claim, keys);
  return keys;
}

function listKeys(claim: Claim, archive: Archive): readonly string[] {
  const shared = archive.shared.get(claim.article) ?? [];
  const attribution = claim.attribution;
  if (attribution === undefined || attribution.kind === 'outlet' || unnamedKinds.has(attribution.kind)) return shared;
  const names = new Set([attribution.speaker, ...attribution.chain]);
  return [...shared, ...[...names].map((name) => `source:${foldName(name)}`)];
}

/** Count witnesses that share neither family, outlet, author nor speaker; an upper bound, for hidden ties are not seen. */
export function countIndependent(claims: readonly Claim[], archive: Archive): number {
  if (claims.length < 2) return claims.length;
  const members = new Map<string, Set<string>>();
  for (const claim of claims) {
    const keys = members.get(claim.article) ?? new Set<string>();
    for (const key of sourceKeys(claim, archive)) keys.add(key);
    members.set(claim.article, keys);
  }
  return countGroups(members);
}

/** Count reports, a copy and its origin as one. */
export function countReports(claims: readonly Claim[], archive: Archive): number {
  return new Set(claims.map((claim) => archive.family.get(claim.article) ?? claim.article)).size;
}
