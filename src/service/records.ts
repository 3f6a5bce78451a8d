import { defined, type Edition, type Incident } from '../model/index.ts';
import { composeEdition, type StoryTracker, trackStories } from '../pipeline/index.ts';
import {
  findArchive,
  findNews,
  findRecordsOf,
  findStoryMates,
  type RecordChange,
  replaceRecords,
} from '../store/index.ts';
import type { Archive } from './archive.ts';
import { giveReadings } from './readings.ts';
import { type ArchiveState, findState, gatherReadings } from './state.ts';

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
  const state: Pick<ArchiveState, 'sources'> = { sources: news.sources };
  const touched = new Set<string>();
  for await (const some of giveReadings(archive, state.sources)) {
    const { stories, incidents } = tracker.add(some.flatMap(({ readings }) => readings));
    for (const id of [...stories, ...incidents]) touched.add(id);
  }
  await tellAnew(archive, [...touched], news.seq);
  known.seq = news.seq;
  return { touched: touched.size, whole: false };
}

async function linkAll(archive: Archive): Promise<LinkedNews> {
  const state = await findState(archive);
  const { readings } = await gatherReadings(archive, state);
  const tracker = trackStories(archive.settings);
  tracker.add(readings);
  await archive.database.write(async (tx) => {
    const gone = await findRecordsOf(tx);
    await replaceRecords(tx, { gone, ...(await reconcileReadings(archive, readings)), regrouped: [] }, state.seq);
  });
  trackers.set(archive, { tracker, seq: state.seq });
  return { touched: readings.length, whole: true };
}

/** Tell the stories of articles anew, and whatever was told of these articles before. */
async function tellAnew(archive: Archive, touched: readonly string[], seq: number): Promise<void> {
  const { database } = archive;
  const { texts, sources } = await database.read((db) => findStoryMates(db, touched));
  const wanted = new Set(texts);
  const readings = [];
  for await (const some of giveReadings(archive, sources))
    for (const part of some) readings.push(...part.readings.filter(({ article }) => wanted.has(article.id)));
  const told = await reconcileReadings(archive, readings);
  await database.write(async (tx) => {
    const gone = await findRecordsOf(tx, texts);
    await replaceRecords(tx, { gone, ...told, regrouped: [] }, seq);
  });
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
