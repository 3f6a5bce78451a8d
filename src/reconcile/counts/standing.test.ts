import { describe, expect, it } from 'vitest';
import {
  type Asked,
  type InventedReport,
  inventOne,
  reconcileReports,
  sayRange,
} from '../../../test/kits/invented-reports.ts';
import { exactly } from '../../model/index.ts';

type Row = readonly [string, readonly InventedReport[], readonly (number | null)[], Asked?];
const on = (published: string) => ({ published });
const ministry = { by: 'official:interior ministry' };
const rows: readonly Row[] = [
  [
    'a number that says a bound more closely is best, whoever gives it',
    [inventOne('a', 'at least 20', ministry, on('2031-05-02')), inventOne('b', '25', {}, on('2031-05-02'))],
    [20, 25, 25],
  ],
  [
    'one far above the bound is not',
    [inventOne('a', 'at least 20', ministry, on('2031-05-02')), inventOne('b', '90', {}, on('2031-05-02'))],
    [20, 20, 90],
  ],
  [
    'nor is 12 a closer word for 10',
    [inventOne('a', '10', ministry, on('2031-05-02')), inventOne('b', '12', {}, on('2031-05-02'))],
    [10, 10, 12],
  ],
  [
    'a toll that rose by the next day is best, whoever gives it',
    [
      inventOne('a', '20', ministry, on('2031-05-02')),
      inventOne('b', '27', { accumulation: 'running' }, on('2031-05-03')),
    ],
    [20, 27, 27],
  ],
  [
    'police officers are a part of the people another report counts',
    [inventOne('a', '2', { victims: ['police'] }, on('2031-05-02')), inventOne('b', '20', {}, on('2031-05-02'))],
    [20, 20, 20],
  ],
  [
    'a named speaker three days old gives way to a higher figure of one placed as well',
    [
      inventOne('a', '17', { by: 'medical:Marl hospital' }, on('2031-05-02')),
      inventOne('b', '22', ministry, on('2031-05-06')),
    ],
    [22, 22, 22],
  ],
  [
    'and not to one that only takes a higher figure back',
    [
      inventOne('a', '14', { by: 'medical:Marl hospital' }, on('2031-05-02')),
      inventOne('b', '19', ministry, on('2031-05-03')),
      inventOne('c', '17', { ...ministry, revisedFrom: exactly(19) }, on('2031-05-06')),
    ],
    [14, 17, 17],
  ],
  [
    'and not to a report in its own voice',
    [
      inventOne('a', '14', { by: 'medical:Marl hospital' }, on('2031-05-02')),
      inventOne('b', '18', {}, on('2031-05-09')),
    ],
    [14, 18, 18],
  ],
  [
    'nor on the next day',
    [
      inventOne('a', '17', { by: 'medical:Marl hospital' }, on('2031-05-02')),
      inventOne('b', '22', ministry, on('2031-05-03')),
    ],
    [17, 22, 22],
  ],
  [
    'a higher figure does not give way to a lower one of another mouth',
    [
      inventOne('a', '25', { by: 'medical:Marl hospital' }, on('2031-05-02')),
      inventOne('b', '22', ministry, on('2031-05-06')),
    ],
    [22, 22, 25],
  ],
  [
    'one speaker twice on one day, hours unknown: tolls rise',
    [inventOne('a', '6', ministry, on('2031-05-02')), inventOne('b', '9', ministry, on('2031-05-02'))],
    [9, 9, 9],
  ],
  [
    'two speakers on one day',
    [inventOne('a', '6', ministry, on('2031-05-02')), inventOne('b', '9', { by: 'police' }, on('2031-05-02'))],
    [6, 6, 9],
  ],
  [
    'who speaks for a body is the body',
    [
      inventOne('a', '6', { by: 'official:ministry spokesman Ada Quill' }, on('2031-05-02')),
      inventOne('b', '8', { by: 'official:spokesman Ada Quill' }, on('2031-05-03')),
      inventOne('c', '9', ministry, on('2031-05-04')),
    ],
    [9, 9, 9],
  ],
  [
    'the missing are as many as the newest report says',
    [
      inventOne('a', '30', { ...ministry, attribute: 'missing' }, on('2031-05-02')),
      inventOne('b', '3', { attribute: 'missing' }, on('2031-05-09')),
    ],
    [3, 3, 3],
    { attribute: 'missing' },
  ],
  [
    'as many more dead as fewer hurt: they died since',
    [
      {
        id: 'a',
        outlet: 'A',
        ...on('2031-05-02'),
        claims: [
          { says: '17', ...ministry },
          { says: '58', attribute: 'injured', ...ministry },
        ],
      },
      {
        id: 'b',
        outlet: 'B',
        ...on('2031-05-09'),
        claims: [
          { says: '18', by: 'police' },
          { says: '57', attribute: 'injured', by: 'police' },
        ],
      },
    ],
    [57, 57, 57],
    { attribute: 'injured' },
  ],
  [
    'fewer hurt and nobody died since: the speakers differ',
    [
      {
        id: 'a',
        outlet: 'A',
        ...on('2031-05-02'),
        claims: [
          { says: '17', ...ministry },
          { says: '58', attribute: 'injured', ...ministry },
        ],
      },
      {
        id: 'b',
        outlet: 'B',
        ...on('2031-05-09'),
        claims: [
          { says: '17', by: 'police' },
          { says: '57', attribute: 'injured', by: 'police' },
        ],
      },
    ],
    [57, 57, 58],
    { attribute: 'injured' },
  ],
  [
    'an undated report that cites a dated toll came after it',
    [
      inventOne('a', '22', ministry, on('2031-05-06')),
      {
        id: 'b',
        outlet: 'B',
        claims: [
          { says: '23', by: 'official:inquiry board' },
          { says: '22', scope: 'subset', of: 'b.0' },
        ],
      },
    ],
    [22, 23, 23],
  ],
  [
    'a class of its dead is no citation',
    [
      inventOne('a', '22', ministry, on('2031-05-06')),
      {
        id: 'b',
        outlet: 'B',
        claims: [
          { says: '23', by: 'official:inquiry board' },
          { says: '22', scope: 'subset', of: 'b.0', victims: ['soldiers'] },
        ],
      },
    ],
    [22, 22, 23],
  ],
  [
    'a loose form goes with the figure it rounds',
    [
      inventOne('a', '52', ministry, on('2031-05-02')),
      inventOne('b', 'more than 50', ministry),
      inventOne('c', '57', ministry, on('2031-05-09')),
    ],
    [57, 57, 57],
  ],
  [
    'a report that adds the attackers to its own toll counts them in the sum',
    [
      {
        id: 'a',
        outlet: 'A',
        claims: [{ says: '19', ...ministry }, { says: '22' }, { says: '3', attribute: 'perpetratorsKilled' }],
      },
    ],
    [19, 19, 19],
  ],
  [
    'two bodies in one sentence give two tolls, not a whole and its part',
    [
      {
        id: 'a',
        outlet: 'A',
        claims: [
          { says: '17', by: 'medical:Marl hospital' },
          { says: '15', scope: 'unstated', of: 'a.0', ...ministry },
        ],
      },
    ],
    [15, 15, 17],
  ],
];

describe('a figure stands in the range', () => {
  it.each(rows.map(([name, ...row]) => ({ name, row })))('$name', ({ row: [reports, range, asked] }) => {
    expect(sayRange(reconcileReports(reports, asked))).toEqual(range);
  });
});
