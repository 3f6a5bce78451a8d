import { describe, expect, it } from 'vitest';
import {
  type InventedReport,
  inventOne,
  reconcileReports,
  sayRange,
  sayReasons,
} from '../../test/kits/invented-reports.ts';

describe('worked examples of the policies', () => {
  const day = [
    inventOne('a', '8', {}, { published: '2031-05-02T08:00:00Z' }),
    inventOne('b', '11', {}, { published: '2031-05-02T19:00:00Z' }),
    inventOne('c', '11', {}, { published: '2031-05-02T19:30:00Z' }),
    inventOne('d', '40', { by: 'perpetrator:Red Tide', partisan: true }, { published: '2031-05-02T20:00:00Z' }),
  ];

  it('recorder: 8 in the morning, 11 twice in the evening, the attackers claim 40', () => {
    const record = reconcileReports(day);
    expect(sayRange(record)).toEqual([8, 11, 11]);
    expect(sayReasons(record)).toEqual({ 8: 'later', 11: 'accepted', 40: 'partisan' });
    expect(record.status).toBe('updated');
    expect(record.grade).toBe('corroborated');
    expect(record.why).toBe('Two reports give 11; 8 is earlier; 40 is a figure of a party to the violence.');
  });

  it('ucdp: the same day', () => expect(sayRange(reconcileReports(day, { policy: 'ucdp' }))).toEqual([8, 11, 11]));

  const bomber: InventedReport[] = [
    {
      id: 'a',
      outlet: 'Marl Courier',
      claims: [
        { says: '20', victims: ['civilians'] },
        { says: 'a person 1', attribute: 'perpetratorsKilled', victims: ['perpetrators'] },
      ],
    },
  ];

  it('ucdp: a bomber and 20 worshippers are 20 civilians; gva counts 21', () => {
    expect(sayRange(reconcileReports(bomber, { policy: 'ucdp' }))).toEqual([20, 20, 20]);
    expect(sayRange(reconcileReports(bomber, { policy: 'gva' }))).toEqual([21, 21, 21]);
    expect(sayRange(reconcileReports(bomber, { policy: 'ucdp', type: 'clash' }))).toEqual([21, 21, 21]);
  });

  it('170 killed, including 13 troops', () => {
    const including = [
      {
        id: 'a',
        claims: [{ says: '170' }, { says: '13', scope: 'subset' as const, of: 'a.0', victims: ['soldiers'] }],
      },
    ];
    expect(sayRange(reconcileReports(including))).toEqual([170, 170, 170]);
    expect(sayReasons(reconcileReports(including))).toEqual({ 170: 'accepted', 13: 'subset' });
  });

  it('13 troops as well as 170 civilians, and the bomber', () => {
    const summed: InventedReport[] = [
      {
        id: 'a',
        claims: [
          { says: 'sum 183', parts: ['a.1', 'a.2'] },
          { says: '13', scope: 'subset', of: 'a.0', victims: ['soldiers'] },
          { says: '170', scope: 'subset', of: 'a.0', victims: ['civilians'] },
          { says: 'a person 1', attribute: 'perpetratorsKilled' },
        ],
      },
    ];
    expect(sayRange(reconcileReports(summed))).toEqual([183, 183, 183]);
    expect(sayRange(reconcileReports(summed, { policy: 'gva' }))).toEqual([184, 184, 184]);
  });

  it('"dozens killed" is no number for the recorder and its least for ucdp', () => {
    expect(sayRange(reconcileReports([inventOne('a', 'dozens')]))).toEqual([24, null, null]);
    expect(sayRange(reconcileReports([inventOne('a', 'dozens')], { policy: 'ucdp' }))).toEqual([24, 24, 24]);
    expect(sayRange(reconcileReports([inventOne('a', 'several')], { policy: 'ucdp' }))).toEqual([3, 3, 3]);
  });

  it('12 killed in fighting over three days stays one figure for ucdp', () => {
    expect(sayRange(reconcileReports([inventOne('a', '12')], { policy: 'ucdp', type: 'clash' }))).toEqual([12, 12, 12]);
  });
});

describe('a hall attacked, five reports', () => {
  const reports: InventedReport[] = [
    inventOne('a', 'more than 133'),
    inventOne('b', 'about 137'),
    inventOne('c', 'at least 137'),
    {
      id: 'd',
      outlet: 'Outlet d',
      claims: [
        { says: 'at least 137' },
        { says: 'at least 100', block: 'caption', by: 'official:officials', at: '2031-05-02' },
      ],
    },
    inventOne('e', 'at least 133', {}, { published: '2031-05-03' }),
  ];

  it.each(['recorder', 'ucdp'])('%s: 133, 137, 137; the caption is overtaken by its own report', (policy) => {
    const record = reconcileReports(reports, { policy });
    expect(sayRange(record)).toEqual([133, 137, 137]);
    expect(record.status).toBe('compatible');
    const caption = record.readings.find(({ claims }) => claims.includes('d.1'));
    expect(caption).toMatchObject({ difference: 'later', used: false });
    expect(record.readings.filter(({ difference }) => difference === undefined)).toHaveLength(1);
  });
});

describe('an airport bombed, three reports', () => {
  const reports: InventedReport[] = [
    {
      id: 'a',
      outlet: 'Outlet a',
      claims: [{ says: 'at least 175' }, { says: '13', scope: 'unstated', victims: ['soldiers'] }],
    },
    {
      id: 'b',
      outlet: 'Outlet b',
      claims: [
        { says: 'sum 188', parts: ['b.1', 'b.2'], scope: 'total' },
        { says: '175', scope: 'subset', of: 'b.0', victims: ['civilians'] },
        { says: '13', scope: 'subset', of: 'b.0', victims: ['soldiers'] },
      ],
    },
    {
      id: 'c',
      outlet: 'Outlet c',
      claims: [
        { says: 'sum 183', parts: ['c.1', 'c.2'], scope: 'total' },
        { says: '13', scope: 'subset', of: 'c.0', victims: ['soldiers'] },
        { says: '170', scope: 'subset', of: 'c.0', victims: ['civilians'] },
      ],
    },
  ];

  it('keeps 175, 183 and 188 and tells 13 apart as a part of each', () => {
    const record = reconcileReports(reports, { policy: 'ucdp' });
    expect([record.low, record.high]).toEqual([175, 188]);
    const thirteen = record.readings.filter(({ value }) => value.kind === 'count' && value.anchor === 13);
    expect(thirteen).toHaveLength(1);
    expect(thirteen[0]).toMatchObject({ difference: 'subset', claims: ['a.1', 'b.2', 'c.1'] });
  });
});
