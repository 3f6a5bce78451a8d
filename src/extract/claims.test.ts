import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepare, type ReportDraft, readDraft } from '../../test/kits/report-texts.ts';
import { type ArticleReading, claimSchema } from '../model/index.ts';
import { defaults, extract } from './index.ts';

const published = '2024-05-16';
const report: ReportDraft = {
  title: 'Three killed in Harrowgate bombing',
  text:
    'A bombing at a market in Harrowgate, Ohio, killed three people on Tuesday, police said.\n' +
    'Mara Voss, 34, was among the dead. Six others were wounded, two of them seriously.\n' +
    'The 2017 bombing of a bridge killed 14 soldiers as well as 170 civilians.',
  published,
};

const counts = ({ claims }: ArticleReading) =>
  claims.filter(({ value }) => value.kind === 'count').map(({ attribute, value }) => ({ attribute, ...value }));

describe('extract', () => {
  it('makes claims of counts, each for its own incident', () => {
    const { mentions, claims } = readDraft(report);
    const main = mentions.find((mention) => mention.main)?.id;
    expect(mentions).toHaveLength(2);
    const totals = claims.filter((claim) => claim.scope === 'total' && claim.value.kind === 'count');
    const tell = (own: boolean) =>
      totals
        .filter((claim) => (claim.incident === main) === own)
        .map(({ attribute, value }) => `${attribute} ${value.kind === 'count' ? value.anchor : ''}`);
    expect([...new Set(tell(true))]).toEqual(['killed 3', 'injured 6']);
    expect(tell(false)).toEqual(['killed 184']);
  });

  it('gives the same ids to the same report', () => {
    const ids = (draft: ReportDraft) => readDraft(draft).claims.map(({ id }) => id);
    expect(ids(report)).toEqual(ids({ ...report }));
    expect(new Set(ids(report)).size).toBe(ids(report).length);
  });

  it('points parts at wholes and sums at parts that exist', () => {
    const { claims } = readDraft(report);
    const known = new Map(claims.map((claim) => [claim.id, claim]));
    const subsets = claims.filter((claim) => claim.of !== undefined);
    const sums = claims.filter((claim) => claim.parts !== undefined);
    expect(subsets.length).toBeGreaterThan(0);
    expect(sums.length).toBeGreaterThan(0);
    for (const claim of subsets) expect(known.get(claim.of ?? '')?.id).not.toBe(claim.id);
    for (const claim of subsets) expect(known.has(claim.of ?? '')).toBe(true);
    for (const id of sums.flatMap((claim) => claim.parts ?? [])) expect(known.has(id)).toBe(true);
  });

  it('makes no incident and no figure of a report without any', () => {
    const reading = readDraft({
      text: 'The council of Harrowgate met on Monday. It bought 40 seats for 200 visitors.',
    });
    expect(reading.mentions).toEqual([]);
    expect(reading.claims).toEqual([]);
  });

  it('makes an incident of people freed or held, though nothing says where or when', () => {
    const told = readDraft({ title: '', text: 'Kidnappers have freed 14 nurses, the clinic said.', published });
    expect(counts(told)).toMatchObject([{ attribute: 'rescued', anchor: 14 }]);
    expect(told.mentions).toHaveLength(1);
    expect(readDraft({ title: '', text: 'Police arrested 14 nurses, the clinic said.', published }).claims).toEqual([]);
  });

  it('marks figures of a longer time', () => {
    const text = 'A man was killed in Harrowgate on Monday. Forty people have been killed so far this year.';
    const { claims } = readDraft({ text, published });
    expect(claims.filter(({ accumulation }) => accumulation === 'period').map(({ value }) => value)).toMatchObject([
      { anchor: 40 },
    ]);
  });

  it('says as of when, where the page is dated, and nothing where it is not', () => {
    const { published: _, ...undated } = report;
    expect(readDraft(report).claims.every(({ asOf }) => asOf?.value === published)).toBe(true);
    expect(readDraft(undated).claims.some(({ asOf }) => asOf !== undefined)).toBe(false);
  });
});

const sentences = [
  'A bombing in Harrowgate killed 12 people on Tuesday.',
  'Mara Voss, 34, was among the dead.',
  'Two of them were children.',
  'Another man was wounded and taken to Norrby Hospital.',
  'In March, gunmen killed between 40 and 50 people in Velmoor.',
  '“No one was hurt,” said the mayor, “but dozens fled.”',
  'The victim was identified as Ilo Renn — a clerk 🕯 at the market.',
  'He shot his wife before killing himself, police said.',
  'Six others were shot, one fatally.',
  'They died at the scene.',
  'The group said it carried out the attack.',
  'At least 13 soldiers and 175 people were killed in the earlier siege.',
  'It had warned of an attack two weeks before.',
  'The toll rose from 12 to 19 on Friday, the ministry told Fennland News.',
  ', and and the 3 of the of two dead',
] as const;

const drafts = fc.record({
  text: fc.array(fc.constantFrom(...sentences), { minLength: 2, maxLength: 9 }).map((chosen) => chosen.join(' ')),
  published: fc.constantFrom('2024-05-16', '2023-12-31'),
});

/** Freeze everything a stage is given, so that a write to it throws. */
function freezeDeep<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freezeDeep(inner);
  }
  return value;
}

describe('extract, whatever it is given,', () => {
  it('quotes the text as it stands, makes valid claims, and writes to none of its input', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const input = freezeDeep(prepare(draft));
        const { value } = extract(input, defaults, { now: '2025-01-01T00:00:00Z', seed: 1 });
        const ids = new Set(value.claims.map(({ id }) => id));
        const incidents = new Set(value.mentions.map(({ id }) => id));
        for (const claim of value.claims) {
          claimSchema.parse(claim);
          expect(incidents.has(claim.incident)).toBe(true);
          for (const { start, end, quote } of claim.evidence)
            expect(input.article.text.value.slice(start, end)).toBe(quote);
          for (const id of [...(claim.parts ?? []), ...(claim.of === undefined ? [] : [claim.of])])
            expect(ids.has(id)).toBe(true);
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('says the same again', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(counts(readDraft(draft))).toEqual(counts(readDraft(draft)));
      }),
      { numRuns: 20, seed: 7 },
    );
  });
});
