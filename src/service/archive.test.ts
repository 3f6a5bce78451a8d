import { afterAll, describe, expect, it } from 'vitest';
import { now, openDialects, openTestArchive, writeReport } from '../../test/kits/archives.ts';
import { type Edition, isCountRecord } from '../model/index.ts';
import { publish, read } from '../pipeline/index.ts';
import { listSources } from '../store/index.ts';
import {
  type Archive,
  addReports,
  backupArchive,
  decideOn,
  linkNew,
  openArchive,
  readEdition,
  removeReports,
  restoreArchive,
  searchArchive,
  takeSnapshot,
  tellDecisions,
  tellIncidents,
  tellVersions,
  undoDecision,
  verifyArchive,
} from './index.ts';

const { dialects, close } = await openDialects();
afterAll(close);

const reports = [
  { path: 'a.json', content: writeReport('Springfield', 12) },
  { path: 'b.json', content: writeReport('Springfield', 14, 'officials', '2031-05-07') },
  { path: 'c.json', content: writeReport('Dayton', 3) },
];

const print = async (edition: Edition): Promise<string> => String((await publish(edition, 'json')).content);

function bestOf({ incidents }: Edition, place: string): number | null | undefined {
  const killed = incidents.find((incident) => incident.title.includes(place))?.attributes.killed;
  return killed !== undefined && isCountRecord(killed) ? killed.best : undefined;
}

async function withArchive<T>(place: string, work: (archive: Archive) => Promise<T>, at = now): Promise<T> {
  const archive = await openTestArchive(place, at);
  try {
    return await work(archive);
  } finally {
    await archive.close();
  }
}

it('has a server of PostgreSQL to test with', () => {
  expect(dialects.map(({ name }) => name)).toEqual(['sqlite', 'postgres']);
});

describe.each(dialects)('an archive in $name', ({ makePlace }) => {
  it('prints the edition that reading afresh gives, after it was closed too', async () => {
    const fresh = await print(await read(reports, { reader: 'fast', now }));
    const place = makePlace();
    await withArchive(place, async (archive) => {
      const added = await addReports(archive, reports);
      expect({ ...added, issues: [] }).toEqual({ kept: 3, again: 0, removed: 0, articles: 3, setAside: 0, issues: [] });
      expect(await print((await readEdition(archive)).edition)).toBe(fresh);
    });
    await withArchive(place, async (archive) => {
      expect((await addReports(archive, reports)).again).toBe(3);
      expect(await print((await readEdition(archive)).edition)).toBe(fresh);
    });
  });

  it('searches words, phrases, outlets, days, attributes and statuses', async () => {
    await withArchive(makePlace(), async (archive) => {
      await addReports(archive, reports);
      const find = async (query: Parameters<typeof searchArchive>[1]) =>
        (await searchArchive(archive, query)).map(({ url }) => url?.replace('https://courier.example/', ''));
      expect(await find({ words: 'SPRINGFIELD mill' })).toEqual(['springfield-officials-14', 'springfield-police-12']);
      expect(await find({ words: '"people were killed" dayton' })).toEqual(['dayton-police-3']);
      expect(await find({ words: '"killed people"' })).toEqual([]);
      expect(await find({ words: 'mill', from: '2031-05-07' })).toEqual(['springfield-officials-14']);
      expect(await find({ words: 'O\'Neil " OR * -' })).toEqual([]);
      const { edition } = await readEdition(archive);
      const alone = edition.incidents.filter(({ attributes }) => attributes.killed?.status === 'single-source');
      const told = new Set(alone.flatMap(({ articles }) => articles));
      const hits = await searchArchive(archive, { attribute: 'killed', status: 'single-source' });
      expect(new Set(hits.map(({ article }) => article))).toEqual(told);
      expect(told.size).toBeGreaterThan(0);
      expect(await find({ attribute: 'killed', status: 'unknown' })).toEqual([]);
      await expect(find({ attribute: 'hungry' })).rejects.toThrow('there is no attribute "hungry"');
    });
  });

  it('keeps every version, tells what moved, and counts the last', async () => {
    const url = 'https://courier.example/fire';
    const place = makePlace();
    const page = (killed: number) => ({
      path: `${killed}.json`,
      content: writeReport('Springfield', killed).replace(/https:[^"]*/, url),
    });
    await withArchive(place, (archive) => addReports(archive, [page(12)]), '2031-05-07T08:00:00.000Z');
    await withArchive(
      place,
      async (archive) => {
        await addReports(archive, [page(15)]);
        const [first, second] = await tellVersions(archive, url);
        expect(first?.seenAt).toBe('2031-05-07T08:00:00.000Z');
        expect(second?.changes?.filter(({ change }) => change !== 'same').map(({ text }) => text)).toEqual([
          '12',
          '15',
          '15',
          '18',
        ]);
        expect(second?.moved?.map(({ attribute }) => attribute)).toEqual(['injured', 'killed']);
        expect(bestOf((await readEdition(archive)).edition, 'Springfield')).toBe(15);
        expect(bestOf((await readEdition(archive, { asOf: '2031-05-07' })).edition, 'Springfield')).toBe(12);
      },
      '2031-05-08T08:00:00.000Z',
    );
  });

  it('takes a report out and leaves a tombstone', async () => {
    await withArchive(makePlace(), async (archive) => {
      await addReports(archive, reports);
      const [hit] = await searchArchive(archive, { words: 'Dayton' });
      expect(await removeReports(archive, hit?.article ?? '', 'the family asked for it')).toBe(1);
      const fresh = await read(reports.slice(0, 2), { reader: 'fast', now });
      expect(await print((await readEdition(archive)).edition)).toBe(await print(fresh));
      expect(await searchArchive(archive, { words: 'Dayton' })).toEqual([]);
      expect((await addReports(archive, reports.slice(2))).issues.map(({ code }) => code)).toEqual([
        'archive/removed-before',
      ]);
      await expect(removeReports(archive, 'nothing.txt', 'why')).rejects.toThrow('there is no article or source');
    });
  });

  it('replays decisions, says when the ground changed, and takes them back', async () => {
    await withArchive(makePlace(), async (archive) => {
      await addReports(archive, reports.slice(0, 1));
      const request = {
        action: 'override',
        target: '1.killed',
        by: 'R. Ames',
        reason: 'list of names',
        value: 11,
      } as const;
      const decision = await decideOn(archive, request);
      expect(bestOf((await readEdition(archive)).edition, 'Springfield')).toBe(11);
      expect((await tellDecisions(archive))[0]?.groundChanged).toBeUndefined();
      await addReports(archive, reports.slice(1));
      expect(bestOf((await readEdition(archive)).edition, 'Springfield')).toBe(11);
      expect((await tellDecisions(archive))[0]?.groundChanged).toMatch(/1 claims came and 0 went/);
      await undoDecision(archive, decision.id, 'it was another list');
      expect(bestOf((await readEdition(archive)).edition, 'Springfield')).toBe(14);
      expect((await tellDecisions(archive))[0]?.undone).toBe(true);
    });
  });

  it('gives a snapshot again, byte for byte, and one story alone', async () => {
    await withArchive(makePlace(), async (archive) => {
      await addReports(archive, reports.slice(0, 1));
      const taken = await takeSnapshot(archive, 'first', { policy: 'ucdp' });
      await addReports(archive, reports.slice(1));
      expect((await readEdition(archive, { at: 'first' })).hash).toBe(taken.hash);
      await expect(takeSnapshot(archive, 'first')).rejects.toThrow('given before');
      const { edition } = await readEdition(archive);
      const story = edition.stories.find(({ title }) => title.includes('Dayton'))?.id ?? '';
      const { edition: cut } = await readEdition(archive, { story });
      expect(cut.articles).toHaveLength(1);
      expect(cut.incidents).toEqual(edition.incidents.filter((one) => one.story === story));
    });
  });

  it('says which incidents were joined as more came in, and keeps that in a copy', async () => {
    await withArchive(makePlace(), async (archive) => {
      await addReports(archive, reports);
      await linkNew(archive);
      const rows = await archive.database.read((db) => db.selectFrom('incident').select(['id', 'mentions']).execute());
      const one = rows.find(({ mentions }) => JSON.parse(mentions).length > 1);
      const [first, second] = JSON.parse(one?.mentions ?? '[]');
      // As if what is one incident now had been two, and a third were gone.
      await archive.database.write(async (tx) => {
        await tx
          .deleteFrom('incident')
          .where('id', '=', one?.id ?? '')
          .execute();
        const row = { story: null, title: 'Fire', day: null, place: null, record: '{}' };
        const old = [
          { id: 'old-a', ...row, mentions: JSON.stringify([first]) },
          { id: 'old-b', ...row, mentions: JSON.stringify([second]) },
          { id: 'old-c', ...row, mentions: '["gone"]' },
        ];
        await tx.insertInto('incident').values(old).execute();
        await tx.updateTable('archive').set({ linked_seq: 0 }).execute();
      });
      await takeSnapshot(archive, 'joined');
      const told = (await tellIncidents(archive)).map(({ was, how, now }) => `${was} ${how} ${now}`);
      expect(told).toEqual([`old-a merged ${one?.id}`, `old-b merged ${one?.id}`, 'old-c ended ']);
      expect((await tellIncidents(archive, 'old-a')).map(({ was }) => was)).toEqual(['old-a', 'old-b']);
      const place = makePlace();
      await backupArchive(archive, place);
      await withArchive(place, async (copy) => expect(await tellIncidents(copy)).toHaveLength(3));
    });
  });

  it('keeps its settings', async () => {
    const place = makePlace();
    await withArchive(place, async () => undefined);
    await expect(openArchive(place, { settings: { reader: 'deep' } })).rejects.toThrow(
      'begun with another reader (fast)',
    );
  });

  it('is copied while it is written to, into either database, and back', async () => {
    await withArchive(makePlace(), async (archive) => {
      await addReports(archive, reports.slice(0, 2));
      await removeReports(archive, 'b.json', 'printed in error');
      const before = (await readEdition(archive)).hash;
      for (const other of dialects) {
        const place = other.makePlace();
        const [copied] = await Promise.all([backupArchive(archive, place), addReports(archive, reports.slice(2))]);
        expect(copied.missing).toEqual([]);
        await withArchive(place, async (copy) => {
          const { hash } = await readEdition(copy);
          expect([before, (await readEdition(archive)).hash]).toContain(hash);
          expect((await verifyArchive(copy)).mismatches).toEqual([]);
        });
        const again = makePlace();
        await restoreArchive(place, again);
        await withArchive(again, async (copy) => expect((await verifyArchive(copy)).mismatches).toEqual([]));
      }
    });
  });

  it('names what was changed behind its back', async () => {
    await withArchive(makePlace(), async (archive) => {
      const long = JSON.stringify({ ...JSON.parse(reports[0]?.content ?? ''), note: 'x'.repeat(5000) });
      await addReports(archive, [{ path: 'long.json', content: long }, ...reports.slice(1)]);
      expect((await verifyArchive(archive)).mismatches).toEqual([]);
      const { database } = archive;
      const first = (await database.read((db) => listSources(db, 9))).find(({ path }) => path === 'long.json');
      const bytes = new TextEncoder().encode(long);
      const altered = bytes.with(3000, 0x79);
      await database.blobs.remove(first?.id ?? '');
      const spoiled = { ...archive, database: { ...database, blobs: { ...database.blobs, get: spoil } } };
      async function spoil(id: string) {
        return id === first?.id ? altered : database.blobs.get(id);
      }
      const [found] = (await verifyArchive(spoiled)).mismatches;
      expect(found).toMatchObject({ what: 'bytes', subject: first?.id, ranges: [{ start: 2048, end: 3072 }] });
      expect((await verifyArchive(archive)).mismatches[0]?.what).toBe('missing');
      await database.write((tx) => tx.updateTable('event').set({ who: 'nobody' }).where('seq', '=', 2).execute());
      expect((await verifyArchive(archive)).mismatches.at(-1)).toMatchObject({ what: 'log', subject: '2' });
    });
  });
});
