import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { now, openDialects, openTestArchive, writeReport } from '../../test/kits/archives.ts';
import { publish, read, revise } from '../pipeline/index.ts';
import { addReports, decideOn, linkNew, readEdition, removeReports } from './index.ts';

const { dialects, close } = await openDialects();
afterAll(close);

const reports = [
  writeReport('Springfield', 12),
  writeReport('Springfield', 14, 'officials', '2031-05-07'),
  writeReport('Springfield', 13, 'medics', '2031-05-08'),
  writeReport('Dayton', 3),
  writeReport('Dayton', 5, 'officials', '2031-05-07'),
  writeReport('Salem', 7, 'medics', '2031-05-05'),
].map((content, at) => ({ path: `${at}.json`, content }));

/** An order of all reports, where it is cut into steps, which reports go again, and whether somebody decides. */
const histories = fc.record({
  order: fc.shuffledSubarray(reports, { minLength: reports.length }),
  cut: fc.nat({ max: reports.length }),
  gone: fc.subarray(reports, { maxLength: 2 }),
  figure: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
});

describe.each(dialects)('an archive in $name', ({ makePlace }) => {
  it('prints what reading afresh gives, whatever its history', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async ({ order, cut, gone, figure }) => {
        const archive = await openTestArchive(makePlace());
        await addReports(archive, order.slice(0, cut));
        await linkNew(archive);
        for (const report of order.slice(cut)) {
          await addReports(archive, [report]);
          await linkNew(archive);
        }
        for (const { path } of gone) await removeReports(archive, path, 'tried out');
        const left = reports.filter((report) => !gone.includes(report));
        const request = { action: 'override', target: '1.killed', by: 'R. Ames', reason: 'a list of names' } as const;
        const decisions = figure === undefined ? [] : [await decideOn(archive, { ...request, value: figure })];
        const fresh = revise(await read(left, { reader: 'fast', now }), { decisions }).value;
        const { edition } = await readEdition(archive);
        expect((await publish(edition, 'json')).content).toBe((await publish(fresh, 'json')).content);
        // Records beside the edition, kept up report by report, say the same of every incident.
        await linkNew(archive);
        const whole = await read(left, { reader: 'fast', now });
        const rows = await archive.database.read((db) => db.selectFrom('incident').select('record').execute());
        const records = rows.map(({ record }) => JSON.parse(record)).sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(records).toEqual(JSON.parse(JSON.stringify(whole.incidents.toSorted((a, b) => (a.id < b.id ? -1 : 1)))));
        await archive.close();
      }),
      { numRuns: 6, seed: 17 },
    );
  });
});
