import { link } from '../../src/link/index.ts';
import type { ArticleReading, Edition, Linked } from '../../src/model/index.ts';
import { assembleEdition } from '../../src/pipeline/assemble.ts';
import { defaults, readEach } from '../../src/pipeline/index.ts';
import { reconcile } from '../../src/reconcile/index.ts';
import { compareEdition } from '../gva/compare.ts';
import type { GvaRecord } from '../gva/record.ts';

const context = { now: '2026-01-01T00:00:00Z', seed: 0 };

/** All articles of a file of records; `readings` has an entry for each article, undefined where nothing was read. */
export interface Pool {
  readonly records: readonly GvaRecord[];
  /** True incident of each article, in the order of the records and their articles. */
  readonly truth: readonly string[];
  /** Id of each article in the file. */
  readonly articles: readonly string[];
  readonly texts: readonly string[];
  readonly readings: readonly (ArticleReading | undefined)[];
}

/** Read each article of the records alone; a text listed under two records stands in the pool twice. */
export async function readPool(records: readonly GvaRecord[]): Promise<Pool> {
  const articles = records.flatMap((record) =>
    record.articles.map((article) => ({ incident: record.incident, article })),
  );
  const contents = articles.map(({ article }) =>
    JSON.stringify({
      title: article.title,
      text: article.text,
      url: article.url,
      ...(article.published ? { date_publish: article.published } : {}),
    }),
  );
  const inputs = [...new Set(contents)].map((content, at) => ({
    content,
    path: `${String(at).padStart(6, '0')}.json`,
  }));
  const byContent = new Map<string, ArticleReading>();
  for await (const { path, readings } of readEach(inputs, { now: context.now })) {
    const [content, reading] = [inputs[Number.parseInt(path ?? '', 10)]?.content, readings[0]];
    if (content !== undefined && reading !== undefined) byContent.set(content, reading);
  }
  return {
    records,
    truth: articles.map(({ incident }) => incident),
    articles: articles.map(({ article }) => article.id),
    texts: articles.map(({ article }) => `${article.title}\n\n${article.text}`),
    readings: contents.map((content) => byContent.get(content)),
  };
}

/** Label each article with the incident of its main mention, and with its story; an article that was not read has a label of its own. */
export function labelArticles(
  pool: Pool,
  linked: Linked,
): { readonly incidents: string[]; readonly stories: string[] } {
  const incidentOf = new Map(linked.incidents.flatMap(({ id, mentions }) => mentions.map((mention) => [mention, id])));
  const storyOf = new Map(linked.stories.flatMap(({ id, articles }) => articles.map((article) => [article, id])));
  const alone = (at: number): string => `alone ${at}`;
  return {
    incidents: pool.readings.map((reading, at) => {
      const main = reading?.mentions.find((mention) => mention.main)?.id ?? '';
      return incidentOf.get(main) ?? storyOf.get(reading?.article.id ?? '') ?? alone(at);
    }),
    stories: pool.readings.map((reading, at) => storyOf.get(reading?.article.id ?? '') ?? alone(at)),
  };
}

function editionOf(readings: readonly ArticleReading[]): Edition {
  const unique = [...new Map(readings.map((reading) => [reading.article.id, reading])).values()];
  const linked = link(unique, defaults.link, context);
  const settings = { ...defaults.reconcile, policy: defaults.policy };
  const { value } = reconcile({ readings: unique, linked: linked.value }, settings, context);
  return assembleEdition({ readings: unique, linked: linked.value, reconciled: value, issues: [] }, defaults);
}

/** Reduce an edition to the incidents that the articles of one record are about. */
function viewFor(edition: Edition, articles: ReadonlySet<string>): Edition {
  const incidents = edition.incidents.flatMap((incident) => {
    const own = incident.articles.filter((article) => articles.has(article));
    return own.length === 0 ? [] : [{ ...incident, articles: own }];
  });
  const ids = new Set(incidents.map(({ id }) => id));
  return { ...edition, incidents, claims: edition.claims.filter(({ incident }) => ids.has(incident)) };
}

/** Shares (0..1) of records with both killed and injured right. */
export interface Exactness {
  /** Where the articles of each record are linked apart from all others, so that none can be put into a wrong incident. */
  readonly apart: number;
  /** Where all articles are linked in one run. */
  readonly pooled: number;
}

/** Compare the figures of records whose articles are linked apart with those when all articles are linked in one run. */
export function measureExactness(pool: Pool): Exactness {
  const read = (at: number): readonly ArticleReading[] => {
    const reading = pool.readings[at];
    return reading === undefined ? [] : [reading];
  };
  const whole = editionOf(pool.truth.flatMap((_, at) => read(at)));
  // An index, so that looking at one record does not search all incidents.
  const byArticle = new Map<string, Edition['incidents'][number][]>();
  for (const incident of whole.incidents) {
    for (const article of incident.articles) byArticle.set(article, [...(byArticle.get(article) ?? []), incident]);
  }
  let [apart, pooled, from] = [0, 0, 0];
  for (const record of pool.records) {
    const own = record.articles.flatMap((_, at) => read(from + at));
    from += record.articles.length;
    const articles = new Set(own.map(({ article }) => article.id));
    const incidents = [...new Set([...articles].flatMap((article) => byArticle.get(article) ?? []))];
    if (compareEdition(record, editionOf(own)).right.both) apart += 1;
    const view = viewFor({ ...whole, incidents, claims: claimsOf(whole, articles) }, articles);
    if (compareEdition(record, view).right.both) pooled += 1;
  }
  return { apart: apart / pool.records.length, pooled: pooled / pool.records.length };
}

const claimIndex = new WeakMap<Edition, Map<string, Edition['claims'][number][]>>();

function claimsOf(edition: Edition, articles: ReadonlySet<string>): readonly Edition['claims'][number][] {
  let index = claimIndex.get(edition);
  if (index === undefined) {
    index = new Map();
    for (const claim of edition.claims) index.set(claim.article, [...(index.get(claim.article) ?? []), claim]);
    claimIndex.set(edition, index);
  }
  return [...articles].flatMap((article) => index.get(article) ?? []);
}
