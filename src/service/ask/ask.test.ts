import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDialects, openTestArchive, writeReport } from '../../../test/kits/archives.ts';
import { type Archive, addReports } from '../index.ts';
import { cutRecord } from '../query/incident.ts';
import { openRoom, type Room } from '../room/index.ts';
import { type Answer, answerSchema, ask } from './index.ts';

const { dialects, close } = await openDialects();
afterAll(close);

const reports = [
  { path: 'a.json', content: writeReport('Springfield', 12) },
  { path: 'b.json', content: writeReport('Springfield', 14, 'officials', '2031-05-07') },
  { path: 'c.json', content: writeReport('Dayton', 3) },
];

describe.each(dialects)('a question to an archive in $name', ({ makePlace }) => {
  let archive: Archive;
  let room: Room;
  beforeAll(async () => {
    archive = await openTestArchive(makePlace());
    await addReports(archive, reports);
    room = await openRoom(archive);
  }, 120_000);
  afterAll(() => archive.close());

  /** Ask, check the shape, and that every figure has its words where it says. */
  async function hear(text: string, query = {}): Promise<Answer> {
    const answer = answerSchema.parse(await ask(room, text, query));
    if (answer.status === 'abstained') return answer;
    const { edition } = await cutRecord(room, answer.incident.id);
    const texts = new Map(edition.articles.map((article) => [article.id, article.text]));
    for (const { quotes } of answer.figures)
      for (const { evidence, report } of quotes) {
        expect(report.url).toMatch(/^https:\/\/courier\.example\//);
        for (const { start, end, quote } of evidence) expect(texts.get(report.article)?.slice(start, end)).toBe(quote);
      }
    return answer;
  }

  const firstOf = (answer: Answer): number | undefined =>
    answer.status === 'answered' ? answer.figures[0]?.number : undefined;

  it.each([
    ['How many people were killed in the Springfield fire?', 14],
    ['How many were killed in the fire at Harbour Mill as of 6 May 2031?', 12],
    ['How many were killed at Harbour Mill, according to police?', 12],
    ['How many were injured in the Springfield mill fire?', 17],
    ['What is the highest number of dead in the Springfield fire?', 14],
    ['How many people did officials say were killed in Springfield?', 14],
    ['How many died in the Dayton fire?', 3],
  ])('%s %i', async (text, number) => {
    expect(firstOf(await hear(text))).toBe(number);
  });

  it('may be asked as of a day, and under a policy, beside its words', async () => {
    const text = 'How many people were killed in the Springfield fire?';
    expect(await hear(text, { asOf: '2031-05-06' })).toMatchObject({ asOf: '2031-05-06', figures: [{ number: 12 }] });
    expect(await hear(text, { policy: 'ucdp' })).toMatchObject({ policy: 'ucdp' });
    await expect(ask(room, text, { policy: 'whim' })).rejects.toThrow('policy whim');
  });

  it('is answered with who said it, when and where it was, and what differs', async () => {
    expect(await hear('Who said that 12 people died in Springfield?')).toMatchObject({
      figures: [{ speaker: 'police' }],
    });
    expect(await hear('Where was the fire at Harbour Mill?')).toMatchObject({
      figures: [{ words: expect.stringContaining('Springfield') }],
    });
    expect(await hear('When was the fire at Harbour Mill?')).toMatchObject({ kind: 'when', status: 'answered' });
    const differing = await hear('Which reports disagree about the dead in Springfield?');
    expect(differing.status === 'answered' && differing.figures.map(({ number }) => number).sort()).toEqual([12, 14]);
  });

  it.each([
    ['How many people were killed in the Springfield earthquake?', 'no-such-incident'],
    ['How many people were killed in the Tamworth fire?', 'no-such-incident'],
    ['How many people were killed in the fire?', 'ambiguous-incident'],
    ['How many people died?', 'ambiguous-incident'],
    ['How many people were arrested in the Springfield fire?', 'not-stated'],
    ['How many children were killed in the Springfield fire?', 'not-stated'],
    ['How many people were killed in Springfield as of 1 April 2031?', 'not-known-then'],
    ['How many people were killed in Springfield according to the coroner?', 'source-silent'],
    ['Who said that 40 people died in Springfield?', 'not-stated'],
    ['How many trees burned in Springfield?', 'not-of-this-kind'],
  ])('%s is not answered: %s', async (text, reason) => {
    expect(await hear(text)).toMatchObject({ status: 'abstained', reason });
  });
});
