import type { ArticleReading, Decision, Issue } from '../model/index.ts';
import { decisionSchema } from '../model/index.ts';
import {
  findArchive,
  listDecisionRows,
  listSources,
  listVersions,
  type Reading,
  type VersionHead,
} from '../store/index.ts';
import type { Archive } from './archive.ts';
import { giveReadings, type SourceReading } from './readings.ts';

/** What an archive held after one event. */
export interface ArchiveState {
  readonly seq: number;
  /** Ids of the sources, in the order of the log. */
  readonly sources: readonly string[];
  /** The version of each article that counts, by source and id of its text: `SOURCE TEXT`. */
  readonly current: ReadonlySet<string>;
  /** Texts that other versions of their articles stand in for. */
  readonly superseded: ReadonlySet<string>;
  /** Decisions that nobody took back, the oldest first. */
  readonly decisions: readonly Decision[];
}

const keyOf = (source: string, text: string): string => `${source} ${text}`;

/**
 * Look at an archive as it is, or as it was after an event.
 *
 * Of an article with several versions the last counts; with `asOf`, the last that had been seen by then, else the first.
 */
export async function findState({ database }: Archive, upTo?: number, asOf?: string): Promise<ArchiveState> {
  return database.read(async (db) => {
    const seq = upTo ?? (await findArchive(db))?.seq ?? 0;
    const sources = (await listSources(db, seq)).map(({ id }) => id);
    const versions = await listVersions(db, seq);
    const chosen = chooseVersions(versions, asOf);
    return {
      seq,
      sources,
      current: new Set(chosen.map(({ source, text_id }) => keyOf(source, text_id))),
      superseded: findSuperseded(versions, chosen),
      decisions: await listDecisions(db, seq),
    };
  });
}

/** Choose the version of each article that counts: the last, or the last that had been seen by then, else the first. */
export function chooseVersions(versions: readonly VersionHead[], asOf: string | undefined): readonly VersionHead[] {
  // A day lasts to its end.
  const limit = asOf === undefined ? undefined : asOf.length === 10 ? `${asOf}T23:59:59.999Z` : asOf;
  const chosen = new Map<string, VersionHead>();
  for (const version of versions) {
    const isSeen = limit === undefined || version.seen_at <= limit;
    if (isSeen || !chosen.has(version.article)) chosen.set(version.article, version);
  }
  // The same text may stand in several sources; each counts, and the edition says that they are one.
  return versions.filter(({ article, text_id }) => chosen.get(article)?.text_id === text_id);
}

function findSuperseded(versions: readonly VersionHead[], chosen: readonly VersionHead[]): ReadonlySet<string> {
  const counted = new Set(chosen.map(({ text_id }) => text_id));
  return new Set(versions.map(({ text_id }) => text_id).filter((id) => !counted.has(id)));
}

/** List decisions up to an event that nobody took back. */
export async function listDecisions(db: Reading, seq: number): Promise<readonly Decision[]> {
  const rows = await listDecisionRows(db, seq);
  const undone = new Set(rows.filter(({ kind }) => kind === 'undo').map(({ id }) => id));
  return rows.flatMap(({ kind, id, content }) =>
    kind === 'decide' && !undone.has(id) ? [decisionSchema.parse(JSON.parse(content))] : [],
  );
}

/** Give all that counts of what was read: readings of current versions, and what is to be said of their sources. */
export async function gatherReadings(
  archive: Archive,
  state: ArchiveState,
  tell: (share: number) => void = () => undefined,
): Promise<SourceReading> {
  const readings: ArticleReading[] = [];
  const issues: Issue[] = [];
  let done = 0;
  for await (const part of giveCurrent(archive, state)) {
    readings.push(...part.readings);
    issues.push(...part.issues);
    done += part.sources;
    tell(done / state.sources.length);
  }
  return { readings, issues };
}

/** Give what counts of what was read, a batch of sources at a time. */
export async function* giveCurrent(
  archive: Archive,
  { sources, current, superseded }: ArchiveState,
): AsyncGenerator<SourceReading & { readonly sources: number }> {
  for await (const some of giveReadings(archive, sources)) {
    yield {
      sources: some.length,
      readings: some.flatMap((part) =>
        part.readings.filter(({ article }) => current.has(keyOf(part.source, article.id))),
      ),
      issues: some.flatMap((part) =>
        part.issues.filter(({ article }) => article === undefined || !superseded.has(article)),
      ),
    };
  }
}
