import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InventedClaim, type InventedReport, inventStory } from '../../test/kits/invented-reports.ts';
import {
  type ArticleReading,
  type ClaimValue,
  dayValue,
  defined,
  type Incident,
  isCountRecord,
  type Linked,
} from '../model/index.ts';
import { defaults, policies, reconcile } from './index.ts';

const context = { now: '2031-05-10T00:00:00Z', seed: 1 };
const day = fc.integer({ min: 1, max: 6 }).map((number) => `2031-05-0${number}`);
const words = fc.oneof(
  fc
    .tuple(fc.constantFrom('', 'at least ', 'more than ', 'about ', 'up to ', 'sum ', 'a person '), fc.nat(40))
    .map(([word, number]) => `${word}${word === 'a person ' ? 1 : number}`),
  fc.constantFrom('several', 'dozens', 'scores', '3-8'),
);
const speaker = fc.constantFrom(undefined, 'police', 'medical:Marl hospital', 'perpetrator:Red Tide', 'witness');
const counted = fc.record(
  {
    attribute: fc.constantFrom('killed', 'injured', 'perpetratorsKilled'),
    says: words,
    by: speaker,
    at: day,
    of: fc.constantFrom('r0.0', 'r1.0', 'r1.1', 'nowhere'),
    scope: fc.constantFrom('total', 'subset', 'additional', 'unstated'),
    accumulation: fc.constantFrom('running', 'new', 'period', 'final'),
    modality: fc.constantFrom('asserted', 'alleged', 'claimed', 'denied', 'feared', 'hypothetical', 'negated'),
    block: fc.constantFrom('headline', 'caption'),
    parts: fc.constantFrom(['r0.0'], ['r1.1', 'r1.2']),
    victims: fc.constantFrom(['soldiers'], ['perpetrators']),
  },
  { requiredKeys: ['attribute', 'says'] },
);
const value = fc.constantFrom<readonly [string, ClaimValue]>(
  ['weapon', { kind: 'category', term: 'rifle' }],
  ['weapon', { kind: 'category', term: 'knife' }],
  ['perpetrator', { kind: 'actor', name: 'Red Tide' }],
  ['responsibility', { kind: 'actor', name: 'Grey Front' }],
  ['date', dayValue('2031-05-01')],
  ['date', dayValue('2031-05-02')],
  ['place', { kind: 'place', name: 'Marl Harbour', level: 'city', country: 'XX' }],
  ['reason', { kind: 'statement', text: 'because of the harbour treaty' }],
  ['reason', { kind: 'statement', text: 'in answer to the harbour treaty' }],
  ['killed', { kind: 'statement', text: 'people died' }],
);
const named = fc
  .tuple(value, speaker, fc.constantFrom('asserted', 'denied', 'claimed', 'alleged'))
  .map(([[attribute, says], by, modality]) => ({ attribute, says, by, modality }));
const claim = fc.oneof(
  { weight: 4, arbitrary: counted },
  { weight: 1, arbitrary: named },
) as fc.Arbitrary<InventedClaim>;
const reports: fc.Arbitrary<readonly InventedReport[]> = fc
  .array(
    fc.record(
      {
        outlet: fc.constantFrom('Marl Courier', 'Tidewater Post', 'Grey Herald'),
        author: fc.constantFrom('Ada Quill', 'Staff'),
        published: day,
        claims: fc.array(claim, { maxLength: 4 }),
      },
      { requiredKeys: ['claims'] },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) => list.map((report, index) => ({ ...report, id: `r${index}` })));
const links = fc.array(fc.tuple(fc.constantFrom('r0', 'r1', 'r2'), fc.constantFrom('r1', 'r2', 'r3')), {
  maxLength: 3,
});
const policy = fc.constantFrom(...policies.map(({ name }) => name));
const story = fc.record({ reports, links, policy });

type Story = ReturnType<typeof inventStory>;

function freeze<T>(thing: T): T {
  if (typeof thing === 'object' && thing !== null && !Object.isFrozen(thing)) {
    Object.freeze(thing);
    for (const part of Object.values(thing)) freeze(part);
  }
  return thing;
}

const invent = (invented: {
  reports: readonly InventedReport[];
  links: readonly (readonly [string, string])[];
}): Story => freeze(inventStory(invented.reports, { copies: invented.links }));
const run = (input: { readings: readonly ArticleReading[]; linked: Linked }, name: string) =>
  reconcile(input, { ...defaults, policy: name }, context).value;

function listClaims(incident: Incident): string[] {
  const records = Object.values(incident.attributes).flatMap((record) => record?.readings ?? []);
  const lists = [...records, incident.date, incident.place, ...incident.reasons];
  return lists.flatMap(({ claims }) => claims);
}

/** Take every list of witnesses out of a result, so that only what was judged is left. */
function withoutWitnesses(result: unknown): unknown {
  return JSON.parse(
    JSON.stringify(result, (key, part: unknown) =>
      ['claims', 'articles', 'mentions', 'collapsed'].includes(key) ? undefined : part,
    ),
  );
}

describe('reconcile', () => {
  it('loses no claim and shows none twice', () => {
    fc.assert(
      fc.property(story, (invented) => {
        const input = invent(invented);
        const [incident] = run(input, invented.policy).incidents;
        const given = input.linked.claims.map(({ id }) => id).sort();
        expect(incident === undefined ? [] : listClaims(incident).sort()).toEqual(given);
      }),
    );
  });

  it('keeps low ≤ best ≤ high, accepts one reading at most and gives every other one reason', () => {
    fc.assert(
      fc.property(story, (invented) => {
        for (const record of Object.values(run(invent(invented), invented.policy).incidents[0]?.attributes ?? {})) {
          expect(record?.readings.filter(({ difference }) => difference === undefined).length).toBeLessThanOrEqual(1);
          if (record === undefined || !isCountRecord(record)) continue;
          const { low, best, high } = record;
          const known = [low, best, high].filter((count) => count !== null);
          expect(known).toEqual([...known].sort((a, b) => a - b));
        }
      }),
    );
  });

  it('is free of order and of repetition', () => {
    fc.assert(
      fc.property(story, fc.integer(), (invented, seed) => {
        const input = invent(invented);
        const mix = <T>(items: readonly T[]): T[] =>
          fc.sample(fc.shuffledSubarray([...items], { minLength: items.length }), { seed, numRuns: 1 })[0] ?? [];
        const { linked } = input;
        const mixed = {
          readings: mix(input.readings),
          linked: { ...linked, claims: mix([...linked.claims, ...linked.claims]), copies: mix(linked.copies) },
        };
        expect(JSON.stringify(run(mixed, invented.policy))).toBe(JSON.stringify(run(input, invented.policy)));
      }),
    );
  });

  it('changes nothing but witness lists for a verbatim copy', () => {
    fc.assert(
      fc.property(story, fc.nat(4), fc.option(day, { nil: undefined }), (invented, pick, published) => {
        const origin = invented.reports[pick % invented.reports.length];
        if (origin === undefined) throw new Error('a story has a report');
        const shift = (id: string): string => id.replace(`${origin.id}.`, 'copy.');
        const claims = origin.claims.map(({ of, parts, ...rest }) => ({
          ...rest,
          ...(of === undefined ? {} : { of: shift(of) }),
          ...(parts === undefined ? {} : { parts: parts.map(shift) }),
        }));
        const copy = {
          id: 'copy',
          outlet: 'Tidewater Post',
          claims,
          ...defined({ published }),
        };
        const before = run(invent(invented), invented.policy);
        const after = run(
          invent({ reports: [...invented.reports, copy], links: [...invented.links, [origin.id, 'copy']] }),
          invented.policy,
        );
        expect(withoutWitnesses(after)).toEqual(withoutWitnesses(before));
      }),
    );
  });

  it('tells the toll of every earlier time as a run on what was out by then would', () => {
    fc.assert(
      fc.property(story, ({ reports: told, policy: name }) => {
        const dated = told.map((report) => ({
          ...report,
          published: report.published ?? '2031-05-03',
          // A claim that refers to a claim of another report may be older than that report.
          claims: report.claims.filter(({ of, parts }) => of === undefined && parts === undefined),
        }));
        const [whole] = run(invent({ reports: dated, links: [] }), name).incidents;
        for (const attribute of ['killed', 'injured', 'perpetratorsKilled'] as const) {
          const record = whole?.attributes[attribute];
          if (record === undefined || !isCountRecord(record)) continue;
          for (const { at, low, best, high } of record.history ?? []) {
            const out = dated.filter(({ published }) => published <= at);
            const then = run(invent({ reports: out, links: [] }), name).incidents[0]?.attributes[attribute];
            expect(then).toMatchObject({ low, best, high });
          }
        }
      }),
    );
  });
});
