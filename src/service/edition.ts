import { defined, type Edition, hashContent, type Issue } from '../model/index.ts';
import { composeEdition, publish, RequestError, revise } from '../pipeline/index.ts';
import { findSnapshot, keepSnapshot, listSnapshots } from '../store/index.ts';
import type { Archive } from './archive.ts';
import { NotThere } from './query/page.ts';
import { linkNew } from './records.ts';
import { type ArchiveState, findState, gatherReadings } from './state.ts';
import { cutStory } from './story.ts';

/** Which edition of an archive. */
export interface EditionQuery {
  /** Coding policy; the archive's where absent. */
  readonly policy?: string;
  /** Day or instant: what was known then. */
  readonly asOf?: string;
  /** One story by its id, or the beginning of one. */
  readonly story?: string;
  /** A snapshot by its name: the archive as it was when it was taken. */
  readonly at?: string;
  /** Event of the log that it stands at; the last where absent. */
  readonly upTo?: number;
}

/** How far the printing of an edition is. */
export interface EditionProgress {
  readonly step: 'gathering' | 'linking' | 'deciding' | 'printing';
  /** Part of the sources that is gathered, 0 to 1. */
  readonly share: number;
}

/** The edition that was composed last, before decisions, and of what; whoever asks for several editions hands it in each time. */
export interface KeptComposition {
  of?: string;
  edition?: Edition;
}

/** An edition of an archive, and what tells it from others. */
export interface ArchiveEdition {
  readonly edition: Edition;
  /** SHA-256 of its JSON, hex. */
  readonly hash: string;
  /** The event it stands at. */
  readonly seq: number;
  /** What was to be said of decisions and of the time asked for; it stands in the edition too. */
  readonly issues: readonly Issue[];
}

/** Hash an edition as its JSON is printed. */
export async function hashEdition(edition: Edition): Promise<string> {
  return hashContent((await publish(edition, 'json')).content);
}

/**
 * Print the edition of an archive: what reading all its current versions afresh would give, with its decisions.
 *
 * The same archive gives the same bytes, whatever the order in which reports came and whatever database holds it. Throws RequestError for
 * a policy, time, story or snapshot there is not.
 */
export async function readEdition(
  archive: Archive,
  query: EditionQuery = {},
  tell: (progress: EditionProgress) => void = () => undefined,
  kept: KeptComposition = {},
): Promise<ArchiveEdition> {
  const snapshot = query.at === undefined ? undefined : await openSnapshot(archive, query.at);
  const policy = query.policy ?? snapshot?.policy ?? undefined;
  const asOf = query.asOf ?? snapshot?.as_of ?? undefined;
  const state = await findState(archive, snapshot?.seq ?? query.upTo, asOf);
  const composed = await composeState(archive, state, tell, kept);
  const { decisions } = state;
  tell({ step: 'deciding', share: 1 });
  const revised = revise(composed, { ...defined({ policy, asOf }), decisions });
  const edition = query.story === undefined ? revised.value : cutStory(revised.value, query.story);
  tell({ step: 'printing', share: 1 });
  return { edition, hash: await hashEdition(edition), seq: state.seq, issues: revised.issues };
}

/** Link and reconcile what an archive held, without decisions; what was composed last is used again where it is of the same reports. */
async function composeState(
  archive: Archive,
  state: ArchiveState,
  tell: (progress: EditionProgress) => void,
  kept: KeptComposition,
): Promise<Edition> {
  const plan = await archive.plan();
  const of = hashContent(
    JSON.stringify([plan.key, plan.settings, state.sources, [...state.current], [...state.superseded]]),
  );
  if (kept.edition !== undefined && kept.of === of) return kept.edition;
  const gathered = await gatherReadings(archive, state, (share) => tell({ step: 'gathering', share }));
  tell({ step: 'linking', share: 1 });
  const input = { ...gathered, issues: [...plan.issues, ...gathered.issues], settings: plan.settings };
  const edition = composeEdition({ ...input, ...defined({ runtime: plan.runtime }) }, { now: archive.now(), seed: 0 });
  Object.assign(kept, { of, edition });
  return edition;
}

/** Open what is known of a snapshot. Throws NotThere. */
export async function openSnapshot({ database }: Archive, name: string) {
  const found = await database.read((db) => findSnapshot(db, name));
  if (found !== undefined) return found;
  const known = (await database.read(listSnapshots)).map((one) => one.name).join(', ');
  throw new NotThere(`snapshot ${name}: there is ${known === '' ? 'none yet' : known}`);
}

/** Take a snapshot under a name, which is given once: the edition as it is now can be had again, byte for byte. */
export async function takeSnapshot(
  archive: Archive,
  name: string,
  query: Pick<EditionQuery, 'policy' | 'asOf'> = {},
): Promise<ArchiveEdition> {
  // What became of incidents between snapshots is told by what was linked at each.
  await linkNew(archive);
  const printed = await readEdition(archive, query);
  await keepEdition(archive, name, query, printed);
  return printed;
}

/** Keep the name of an edition that was printed. Returns the number of the event. Throws RequestError for a name that was given. */
export async function keepEdition(
  archive: Archive,
  name: string,
  { policy, asOf }: Pick<EditionQuery, 'policy' | 'asOf'>,
  { seq, hash }: Pick<ArchiveEdition, 'seq' | 'hash'>,
): Promise<number> {
  const row = { name, seq, hash, at: archive.now(), policy: policy ?? null, as_of: asOf ?? null };
  const event = await archive.database.write((tx) => keepSnapshot(tx, row, archive.who));
  if (event === undefined) throw new RequestError(`snapshot ${name}: the name was given before; choose another`);
  return event;
}
