import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestArchive } from '../../../test/kits/archives.ts';
import { publish } from '../../pipeline/index.ts';
import { type Archive, addReports } from '../index.ts';
import { openRecord, openRoom, type Room, readVersions, searchReports } from './index.ts';

let folder: string;
let archive: Archive;
let room: Room;

const report = `Ada Quill, 34, was killed in a fire at Harbour Mill in Dayton, Ohio, on Monday, police said.

Her brother, Tom Quill, said Ada was a nurse. “We were close,” Tom said. The Quills have lived in Dayton since May.

Mayor Lene Orvado said the mill had no alarm. Tom Baker, who runs the shop next door, called for help.`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-veiled-'));
  archive = await openTestArchive(join(folder, 'archive'));
  const content = JSON.stringify({ title: 'Nurse Ada Quill dies in fire', text: report, date_publish: '2031-05-06' });
  await addReports(archive, [{ path: 'a.json', content }]);
  room = await openRoom(archive);
}, 60_000);
afterAll(async () => {
  await archive?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** No part of a private name, of the person or of whoever has it with her; and everything else still there. */
function expectVeiled(words: string): void {
  expect(words.match(/.{0,40}(?:Quill|\bAda\b|Tom(?! Baker)).{0,40}/g) ?? []).toEqual([]);
  for (const kept of ['Orvado', 'Tom Baker', 'Dayton', 'police said']) expect(words).toContain(kept);
}

it('a report in the room names no private person, nor those who share her name', async () => {
  const [incident = ''] = room.board.keys();
  const { edition } = await openRecord(room, incident);
  const page = String((await publish(edition, 'html')).content);
  expectVeiled(page.replace(/<(script|style)\b.*?<\/\1>/gs, ''));
});

it('search and versions veil the same names', async () => {
  for (const words of ['brother', 'close', 'nurse', 'mill']) {
    const told = JSON.stringify(await searchReports(room, { words }));
    expect(told).toContain('█');
    expect(told).not.toMatch(/Quill|\bAda\b|Tom(?! Baker)/);
  }
  const [hit] = await searchReports(room, { words: 'mill' });
  expect(JSON.stringify(await readVersions(room, hit?.article ?? ''))).not.toMatch(/Quill|Ada/);
});
