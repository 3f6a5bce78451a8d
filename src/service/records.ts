import { defined, type Edition, type Incident } from '../model/index.ts';
import { composeEdition, type StoryTracker, trackStories } from '../pipeline/index.ts';
import {
  findArchive,
  findNews,
  findRecordsOf,
  findSourcesOf,
  type RecordChange,
  replaceRecords,
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
  const isGrowth = known !== undefined && row.linked_seq >= known.seq && !news.replaces;
  if (!isGrowth) return linkAll(archive);
  const { tracker } = known;
  const touched = new Set<string>();
  for await (const some of giveReadings(archive, news.sources))
    for (const id of tracker.add(some.flatMap(({ readings }) => readings))) touched.add(id);
  const families = tracker.families(touched);
  const told = await tellFamilies(archive, families);
  await database.write(async (tx) => {
    const gone = await findRecordsOf(tx, families.flat());
    await replaceRecords(tx, { gone, ...told }, news.seq);
  });
  known.seq = news.seq;
  return { touched: touched.size, whole: false };
}

async function linkAll(archive: Archive): Promise<LinkedNews> {
  const state = await findState(archive);
  const tracker = trackStories(archive.settings);
  const articles = new Set<string>();
  for await (const { readings } of giveCurrent(archive, state)) {
    tracker.add(readings);
    for (const { article } of readings) articles.add(article.id);
  }
  const told = await tellFamilies(archive, tracker.families(articles));
  await archive.database.write(async (tx) => {
    await replaceRecords(tx, { gone: await findRecordsOf(tx), ...told }, state.seq);
  });
  trackers.set(archive, { tracker, seq: state.seq });
  return { touched: articles.size, whole: true };
}

/** Articles reconciled at once: a whole archive's readings would not go into memory. */
const articlesAtOnce = 200;

/** Tell the stories and incidents of families of articles. */
async function tellFamilies(
  archive: Archive,
  families: readonly (readonly string[])[],
): Promise<Pick<RecordChange, 'stories' | 'incidents'>> {
  const told = {
    stories: [] as RecordChange['stories'][number][],
    incidents: [] as RecordChange['incidents'][number][],
  };
  let waiting: string[] = [];
  const flush = async (): Promise<void> => {
    const { stories, incidents } = await tellArticles(archive, waiting);
    waiting = [];
    told.stories.push(...stories);
    told.incidents.push(...incidents);
  };
  for (const family of families) {
    waiting.push(...family);
    if (waiting.length >= articlesAtOnce) await flush();
  }
  if (waiting.length > 0) await flush();
  return told;
}

async function tellArticles(archive: Archive, articles: readonly string[]) {
  const sources = await archive.database.read((db) => findSourcesOf(db, articles));
  const wanted = new Set(articles);
  const readings = [];
  for await (const some of giveReadings(archive, sources))
    for (const part of some) readings.push(...part.readings.filter(({ article }) => wanted.has(article.id)));
  return reconcileReadings(archive, readings);
}

async function reconcileReadings(archive: Archive, readings: Parameters<typeof composeEdition>[0]['readings']) {
  const { settings, runtime } = await archive.plan();
  const edition = composeEdition(
    { readings, issues: [], settings, ...defined({ runtime }) },
    { now: archive.now(), seed: 0 },
  );
  return describeRecords(edition);
}

/** Describe what an edition holds as rows. */
function describeRecords({ stories, incidents }: Edition): Pick<RecordChange, 'stories' | 'incidents'> {
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
    articles,
    attributes: Object.entries(attributes).map(([attribute, { status }]) => ({ attribute, status })),
  };
}
