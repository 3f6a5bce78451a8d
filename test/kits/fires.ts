import { expect } from 'vitest';
import { type Incident, isCountRecord } from '../../src/model/index.ts';
import {
  addReports,
  chooseRows,
  decideRecord,
  openRecord,
  openRoom,
  type Room,
  type RoomRequest,
  readEdition,
} from '../../src/service/index.ts';
import { openTestArchive, writeReport } from './archives.ts';

/** Write a report of a fire as an input of its own. */
export const report = (town: Parameters<typeof writeReport>[0], killed: number, by: string, day = '2031-05-06') => ({
  path: `${town}-${by}.json`,
  content: writeReport(town, killed, by, day),
});

/** Give what is counted of an incident's dead. */
export function killedOf(incident: Incident | undefined) {
  const record = incident?.attributes.killed;
  return record !== undefined && isCountRecord(record) ? record : undefined;
}

/** Open the room of an archive of three reports: two of one fire, one of another. */
export async function openFires(place: string): Promise<{ room: Room; fire: string; other: string }> {
  const archive = await openTestArchive(place);
  await addReports(archive, [
    report('Springfield', 12, 'police'),
    report('Springfield', 14, 'officials', '2031-05-07'),
    report('Dayton', 5, 'police'),
  ]);
  const room = await openRoom(archive);
  const find = (place: string) => chooseRows(room.board.values(), { words: place })[0]?.id ?? '';
  return { room, fire: find('springfield'), other: find('dayton') };
}

/** Decide, and look at the record and at the edition that `variorum edition` prints. */
export async function decide(room: Room, incident: string, request: RoomRequest, by = 'A. Coder') {
  const { hash } = await openRecord(room, incident);
  const kept = await decideRecord(room, by, incident, { reason: 'a list of names', ...request }, hash);
  const record = await openRecord(room, kept.incident);
  const { edition } = await readEdition(room.archive);
  const printed = edition.incidents.find(({ id }) => id === kept.incident);
  const [shown] = record.edition.incidents;
  // What the room shows is what the edition prints, but for what is cut away to show one incident.
  expect({ ...shown, main: printed?.main, articles: printed?.articles }).toEqual(printed);
  return { kept, record, edition, incident: shown };
}
