import { defined, type Edition, hashContent, type Issue } from '../model/index.ts';
import { composeEdition, publish, RequestError, revise } from '../pipeline/index.ts';
import { findSnapshot, keepSnapshot, listSnapshots } from '../store/index.ts';
import type { Archive } from './archive.ts';
import { NotThere } from './query/page.ts';
import { linkNew } from './records.ts';
import { findState, gatherReadings } from './state.ts';
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
export async function readEdition(archive: Archive, query: EditionQuery = {}): Promise<ArchiveEdition> {
  const snapshot = query.at === undefined ? undefined : await openSnapshot(archive, query.at);
  const policy = query.policy ?? snapshot?.policy ?? undefined;
  const asOf = query.asOf ?? snapshot?.as_of ?? undefined;
  const state = await findState(archive, snapshot?.seq, asOf);
  const plan = await archive.plan();
  const gathered = await gatherReadings(archive, state);
  const input = { ...gathered, issues: [...plan.issues, ...gathered.issues], settings: plan.settings };
  const composed = composeEdition({ ...input, ...defined({ runtime: plan.runtime }) }, { now: archive.now(), seed: 0 });
  const { decisions } = state;
  const revised = revise(composed, { ...defined({ policy, asOf }), decisions });
  const edition = query.story === undefined ? revised.value : cutStory(revised.value, query.story);
  return { edition, hash: await hashEdition(edition), seq: state.seq, issues: revised.issues };
}

async function openSnapshot({ database }: Archive, name: string) {
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
  const row = { name, seq: printed.seq, hash: printed.hash, at: archive.now() };
  const kept = await archive.database.write((tx) =>
    keepSnapshot(tx, { ...row, policy: query.policy ?? null, as_of: query.asOf ?? null }, archive.who),
  );
  if (!kept) throw new RequestError(`snapshot ${name}: the name was given before; choose another`);
  return printed;
}
