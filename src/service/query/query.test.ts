import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDialects, openTestArchive, writeReport } from '../../../test/kits/archives.ts';
import { type Archive, addReports, ask } from '../index.ts';
import { decideRecord, openRoom, type Room, releaseEdition } from '../room/index.ts';
import {
  compareEditions,
  explainFigure,
  findClaims,
  findIncidents,
  findQuotes,
  getIncident,
  NotThere,
  type Page,
  readFigures,
} from './index.ts';

const { dialects, close } = await openDialects();
afterAll(close);

const reports = [
  { path: 'a.json', content: writeReport('Springfield', 12) },
  { path: 'b.json', content: writeReport('Springfield', 14, 'officials', '2031-05-07') },
  { path: 'c.json', content: writeReport('Dayton', 3) },
  { path: 'd.json', content: writeReport('Salem', 5) },
];

/** Turn pages to the end. */
async function turn<T>(ask: (cursor: string | undefined) => Promise<Page<T>> | Page<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await ask(cursor);
    all.push(...items);
    if (next === undefined) return all;
    cursor = next;
  }
}

describe.each(dialects)('what can be asked of an archive in $name', ({ makePlace }) => {
  let archive: Archive;
  let room: Room;
  let springfield: string;
  beforeAll(async () => {
    archive = await openTestArchive(makePlace());
    await addReports(archive, reports);
    room = await openRoom(archive);
    springfield = findIncidents(room, { words: 'Springfield' }).items[0]?.id ?? '';
  }, 120_000);
  afterAll(() => archive.close());

  it('finds incidents, page by page, whatever they are sorted by', async () => {
    for (const query of [{}, { sort: 'killed', descending: true }, { sort: 'title' }] as const) {
      const whole = findIncidents(room, { ...query, limit: 100 });
      expect(whole.items).toHaveLength(whole.total);
      expect(whole.next).toBeUndefined();
      const turned = await turn((cursor) => findIncidents(room, { ...query, limit: 1, ...(cursor && { cursor }) }));
      expect(turned).toEqual(whole.items);
    }
    expect(findIncidents(room, { sort: 'killed', descending: true }).items.map(({ place }) => place.name)).toEqual([
      'Springfield',
      'Salem',
      'Dayton',
    ]);
    expect(() => findIncidents(room, { cursor: 'page 2' })).toThrow('cursor: give the one');
  });

  it('gives the record of an incident, as it stands and as it stood', async () => {
    const record = await getIncident(room, springfield);
    expect(record.reports.map(({ day }) => day)).toEqual(['2031-05-06', '2031-05-07']);
    expect(record.incident.attributes.killed).toMatchObject({ best: 14 });
    const early = await getIncident(room, springfield, { asOf: '2031-05-06' });
    expect(early.incident.attributes.killed).toMatchObject({ best: 12 });
    await expect(getIncident(room, 'incident-none')).rejects.toThrow(NotThere);
    await expect(getIncident(room, springfield, { policy: 'hearsay' })).rejects.toThrow('policy hearsay');
  });

  it('gives what a report read on a day, whatever it was changed to since', async () => {
    const place = makePlace();
    const write = (killed: number, day: string) => ({
      path: 'page.json',
      content: JSON.stringify({
        ...JSON.parse(writeReport('Salem', killed, 'police', day)),
        url: 'https://courier.example/salem',
      }),
    });
    const early = await openTestArchive(place, '2031-05-06T20:00:00.000Z');
    await addReports(early, [write(5, '2031-05-06')]);
    await early.close();
    const late = await openTestArchive(place, '2031-05-09T08:00:00.000Z');
    await addReports(late, [write(8, '2031-05-06')]);
    const then = await openRoom(late);
    const [row] = findIncidents(then, { words: 'Salem' }).items;
    const best = async (asOf?: string) => {
      const { incident } = await getIncident(then, row?.id ?? '', asOf === undefined ? {} : { asOf });
      const { killed } = incident.attributes;
      return [incident.id === row?.id, killed && 'best' in killed ? killed.best : undefined];
    };
    expect(await best()).toEqual([true, 8]);
    expect(await best('2031-05-07')).toEqual([true, 5]);
    expect(await best('2031-05-09')).toEqual([true, 8]);
    const question = 'How many people were killed in the Salem fire as of 7 May 2031?';
    expect(await ask(then, question)).toMatchObject({ status: 'answered', figures: [{ number: 5 }] });
    await expect(getIncident(then, row?.id ?? '', { asOf: '2031-05-01' })).rejects.toThrow(NotThere);
    await late.close();
  });

  it('gives each reading of a figure with its exact words and the report they stand in', async () => {
    const [killed, ...none] = await readFigures(room, springfield, { attribute: 'killed' });
    expect(none).toEqual([]);
    expect(killed).toMatchObject({ label: 'Killed', count: { best: 14 }, status: 'single-source' });
    const told = killed?.readings.flatMap(({ accepted, quotes }) =>
      quotes.map(({ evidence, speaker, report }) => [accepted, evidence[0]?.quote, speaker, report.day]),
    );
    expect(told).toEqual(
      expect.arrayContaining([
        [true, 'At least 14 people were killed', 'officials', '2031-05-07'],
        [false, 'At least 12 people were killed', 'police', '2031-05-06'],
      ]),
    );
    await expect(readFigures(room, springfield, { attribute: 'hostages' })).rejects.toThrow('it has killed, injured');
  });

  it('says in sentences why a figure is what it is', async () => {
    const { text, figures } = await explainFigure(room, springfield, { attribute: 'killed' });
    expect(text).toContain('Killed: ');
    expect(text).toContain('“At least 12 people were killed” (police');
    expect(figures).toHaveLength(1);
    expect((await explainFigure(room, springfield, { attribute: 'date' })).text).toContain('Date: ');
  });

  it('finds quotes and claims by what they are of, page by page', async () => {
    const all = await findQuotes(room, { limit: 100 });
    expect(all.next).toBeUndefined();
    expect(await turn((cursor) => findQuotes(room, { limit: 3, ...(cursor && { cursor }) }))).toEqual(all.items);
    const salem = await findQuotes(room, { words: 'Salem', attribute: 'killed' });
    expect(salem.items.map(({ evidence }) => evidence[0]?.quote)).toEqual(['At least 5 people were killed']);
    const said = await findQuotes(room, { speaker: 'Officials', attribute: 'killed' });
    expect(said.items.map(({ report }) => report.day)).toEqual(['2031-05-07']);
    const { items } = await findClaims(room, { incident: springfield, attribute: 'injured' });
    expect(items.map(({ claim }) => claim.value)).toMatchObject([{ anchor: 17 }, { anchor: 15 }]);
    await expect(findQuotes(room, { incident: 'incident-none' })).rejects.toThrow(NotThere);
  });

  it('compares editions by their names, some changes at a time', async () => {
    await releaseEdition(room, 'A. Editor', { name: 'first' });
    const { hash } = await getIncident(room, springfield);
    const request = { action: 'override', target: `${springfield}.killed`, value: 13, reason: 'the list' } as const;
    await decideRecord(room, 'A. Editor', springfield, request, hash);
    const changes = await compareEditions(room, { before: 'first', after: 'now' });
    expect(changes).toMatchObject({
      total: 1,
      items: [{ incident: springfield, attribute: 'Killed', before: '14, 12–14', after: '13' }],
    });
    await expect(compareEditions(room, { before: 'none', after: 'now' })).rejects.toThrow(NotThere);
    expect((await getIncident(room, springfield)).decisions).toMatchObject([{ action: 'override' }]);
  });
});
