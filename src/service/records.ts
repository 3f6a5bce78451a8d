import { defined, type Edition, type Incident } from '../model/index.ts';
import { composeEdition, type StoryTracker, trackStories } from '../pipeline/index.ts';
import {
  dropRecords,
  findArchive,
  findHoldings,
  findNews,
  findRecordsOf,
  findSourcesOf,
  type Holdings,
  noteLinked,
  putRecords,
  type RecordChange,
  type RecordIds,
  traceIncidents,
} from '../store/index.ts';
import type { Archive } from './archive.ts';
import { giveReadings } from './readings.ts';
import { findState, giveCurrent } from './state.ts';

/** What a process knows of the stories of an archive, and up to which event. */
interface Tracked {
  readonly tracker: StoryTracker;
  seq: number;
}

/** Kept as long as the archive is open. */
const trackers = new WeakMap<Archive, Tracked>();

/** Let go of what this process knows of the stories of an archive. */
function forgetStories(archive: Archive): void {
  trackers.get(archive)?.tracker.close();
  trackers.delete(archive);
}

/** What linking came to. */
export interface LinkedNews {
  /** Articles whose stories were told anew. */
  readonly touched: number;
  /** True where all stories were linked, because the process had not linked any, or something was replaced or removed. */
  readonly whole: boolean;
}

/**
 * Bring stories and records of incidents up to the last event of the log.
 *
 * Once a process has linked an archive, one more report costs its own story. A record is reconciled from the reports of its story; what reaches
 * across stories (other names of actors, stock phrases) is in the edition, which is always computed whole.
 */
export async function linkNew(archive: Archive): Promise<LinkedNews> {
  const { database } = archive;
  const known = trackers.get(archive);
  const news = await database.read((db) => findNews(db, known?.seq ?? 0));
  const row = await database.read(findArchive);
  if (row === undefined || (row.linked_seq >= news.seq && (known === undefined || known.seq >= news.seq)))
    return { touched: 0, whole: false };
  // Decisions and snapshots move the log on and no story: what is linked may be up to date without being known here.
  if (known === undefined && (await isLinked(archive, row.linked_seq))) return { touched: 0, whole: false };
  const isGrowth = known !== undefined && row.linked_seq >= known.seq && !news.replaces;
  if (!isGrowth) return linkAll(archive);
  const { tracker } = known;
  const touched = new Set<string>();
  for await (const some of giveReadings(archive, news.sources))
    for (const id of tracker.add(some.flatMap(({ readings }) => readings))) touched.add(id);
  const families = tracker.families(touched);
  const told = await collectFamilies(archive, families);
  await database.write(async (tx) => {
    const there = await findRecordsOf(tx, families.flat());
    const before = await findHoldings(tx, there.incidents);
    await dropRecords(tx, leaveOut(there, told));
    await putRecords(tx, told);
    await noteLinked(tx, news.seq, archive.now(), traceIncidents(before, holdingsOf(told)));
  });
  known.seq = news.seq;
  return { touched: touched.size, whole: false };
}

async function isLinked({ database }: Archive, seq: number): Promise<boolean> {
  const { sources, replaces } = await database.read((db) => findNews(db, seq));
  return sources.length === 0 && !replaces;
}

/** Link everything; records are put away family by family, since those of a whole archive would not go into memory. */
async function linkAll(archive: Archive): Promise<LinkedNews> {
  const { database } = archive;
  forgetStories(archive);
  const state = await findState(archive);
  const tracker = trackStories(archive.settings);
  const articles = new Set<string>();
  for await (const { readings } of giveCurrent(archive, state)) {
    tracker.add(readings);
    for (const { article } of readings) articles.add(article.id);
  }
  const before = await database.read((db) => findHoldings(db));
  const after = new Map<string, readonly string[]>();
  const stories: string[] = [];
  for await (const told of tellFamilies(archive, tracker.families(articles))) {
    for (const [id, mentions] of holdingsOf(told)) after.set(id, mentions);
    stories.push(...told.stories.map(({ id }) => id));
    await database.write((tx) => putRecords(tx, told));
  }
  await database.write(async (tx) => {
    const there = await findRecordsOf(tx);
    const kept = { stories: stories.map((id) => ({ id })), incidents: [...after.keys()].map((id) => ({ id })) };
    await dropRecords(tx, leaveOut(there, kept));
    await noteLinked(tx, state.seq, archive.now(), traceIncidents(before, after));
  });
  trackers.set(archive, { tracker, seq: state.seq });
  archive.whenClosed(() => forgetStories(archive));
  return { touched: articles.size, whole: true };
}

interface Named {
  readonly stories: readonly { readonly id: string }[];
  readonly incidents: readonly { readonly id: string }[];
}

/** Leave out of ids those that are told again. */
function leaveOut(there: RecordIds, told: Named): RecordIds {
  const [stories, incidents] = [idsOf(told.stories), idsOf(told.incidents)];
  return {
    stories: there.stories.filter((id) => !stories.has(id)),
    incidents: there.incidents.filter((id) => !incidents.has(id)),
  };
}

const idsOf = (named: Named['stories']): ReadonlySet<string> => new Set(named.map(({ id }) => id));

function holdingsOf({ incidents }: RecordChange): Holdings {
  return new Map(incidents.map(({ id, mentions }) => [id, JSON.parse(mentions)]));
}

/** Articles reconciled at once: a whole archive's readings would not go into memory. */
const articlesAtOnce = 200;

/** Tell the stories and incidents of families of articles, some at a time. */
async function* tellFamilies(archive: Archive, families: readonly (readonly string[])[]): AsyncGenerator<RecordChange> {
  let waiting: string[] = [];
  for (const family of families) {
    waiting.push(...family);
    if (waiting.length < articlesAtOnce) continue;
    yield tellArticles(archive, waiting);
    waiting = [];
  }
  if (waiting.length > 0) yield tellArticles(archive, waiting);
}

async function collectFamilies(archive: Archive, families: readonly (readonly string[])[]): Promise<RecordChange> {
  const told = {
    stories: [] as RecordChange['stories'][number][],
    incidents: [] as RecordChange['incidents'][number][],
  };
  for await (const { stories, incidents } of tellFamilies(archive, families)) {
    told.stories.push(...stories);
    told.incidents.push(...incidents);
  }
  return told;
}

async function tellArticles(archive: Archive, articles: readonly string[]): Promise<RecordChange> {
  return describeRecords(await composeArticles(archive, articles));
}

/** Link and reconcile some articles of an archive by themselves, without decisions. */
export async function composeArticles(archive: Archive, articles: readonly string[]): Promise<Edition> {
  const sources = await archive.database.read((db) => findSourcesOf(db, articles));
  const wanted = new Set(articles);
  const readings = [];
  for await (const some of giveReadings(archive, sources))
    for (const part of some) readings.push(...part.readings.filter(({ article }) => wanted.has(article.id)));
  const { settings, runtime } = await archive.plan();
  return composeEdition({ readings, issues: [], settings, ...defined({ runtime }) }, { now: archive.now(), seed: 0 });
}

/** Describe what an edition holds as rows. */
function describeRecords({ stories, incidents }: Edition): RecordChange {
  return {
    stories: stories.map(({ id, title, articles }) => ({ id, title, articles })),
    incidents: incidents.map(describeIncident),
  };
}

function describeIncident(incident: Incident): RecordChange['incidents'][number] {
  const { id, title, story, date, place, articles, attributes } = incident;
  return {
    id,
    title,
    story: story ?? null,
    day: date.earliest ?? null,
    place: place.name,
    record: JSON.stringify(incident),
    mentions: JSON.stringify(incident.mentions ?? []),
    articles,
    attributes: Object.entries(attributes).map(([attribute, { status }]) => ({ attribute, status })),
  };
}
