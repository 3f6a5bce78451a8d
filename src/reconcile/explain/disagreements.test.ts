import { checkDisagreements } from '../../../test/kits/disagreements.ts';
import { inventOne } from '../../../test/kits/invented-reports.ts';

const dated = (published: string) => ({ published });
const courier = (published: string) => ({ outlet: 'Marl Courier', published });
checkDisagreements('invented disagreements', [
  ['one report', [inventOne('a', '5')], [5, 5, 5], { 5: 'accepted' }],
  ['two that agree', [inventOne('a', '5'), inventOne('b', '5')], [5, 5, 5], { 5: 'accepted' }],
  [
    'same speaker later',
    [
      inventOne('a', '8', { by: 'police:Marl police' }, dated('2031-05-02')),
      inventOne('b', '11', { by: 'police:Marl police' }, dated('2031-05-03')),
    ],
    [11, 11, 11],
    { 8: 'later', 11: 'accepted' },
  ],
  [
    'same speaker takes it back',
    [
      inventOne('a', '15', { by: 'police:Marl police' }, dated('2031-05-02')),
      inventOne('b', '12', { by: 'police:Marl police' }, dated('2031-05-03')),
    ],
    [12, 12, 12],
    { 15: 'revised', 12: 'accepted' },
  ],
  [
    'same outlet later',
    [inventOne('a', '8', {}, courier('2031-05-02')), inventOne('b', '9', {}, courier('2031-05-04'))],
    [9, 9, 9],
    { 8: 'later', 9: 'accepted' },
  ],
  [
    'same outlet later quotes a party',
    [
      inventOne('a', '12', {}, courier('2031-05-02')),
      inventOne('b', '50', { by: 'partisan:Marl Front' }, courier('2031-05-04')),
    ],
    [12, 12, 12],
    { 12: 'accepted', 50: 'partisan' },
  ],
  [
    'police beside an outlet on one day',
    [inventOne('a', '8', { by: 'police' }, dated('2031-05-02')), inventOne('b', '9', {}, dated('2031-05-02'))],
    [8, 8, 9],
    { 8: 'accepted', 9: 'speaker' },
  ],
  [
    'police two days old give way',
    [inventOne('a', '8', { by: 'police' }, dated('2031-05-02')), inventOne('b', '9', {}, dated('2031-05-05'))],
    [8, 9, 9],
    { 8: 'later', 9: 'accepted' },
  ],
  [
    '133 beside "more than 130"',
    [inventOne('a', '133'), inventOne('b', 'more than 130')],
    [130, 133, 133],
    { 133: 'accepted', 130: 'rounding' },
  ],
  [
    '"scores" beside 150',
    [inventOne('a', 'more than 150'), inventOne('b', 'scores')],
    [150, 150, 150],
    { 150: 'accepted', scores: 'rounding' },
  ],
  [
    '"since January" is another scope',
    [inventOne('a', '5'), inventOne('b', '900', { accumulation: 'period' })],
    [5, 5, 5],
    { 5: 'accepted', 900: 'scope' },
  ],
  [
    'feared is not known',
    [inventOne('a', '5'), inventOne('b', '50', { modality: 'feared' })],
    [5, 5, 5],
    { 5: 'accepted', 50: 'scope' },
  ],
  [
    'hypothetical is no toll',
    [inventOne('a', '5'), inventOne('b', '300', { modality: 'hypothetical' })],
    [5, 5, 5],
    { 5: 'accepted', 300: 'scope' },
  ],
  [
    'denied is no toll',
    [inventOne('a', '5'), inventOne('b', '30', { modality: 'denied' })],
    [5, 5, 5],
    { 5: 'accepted', 30: 'speaker' },
  ],
  ['none was killed', [inventOne('a', '0', { modality: 'negated' })], [0, 0, 0], { 0: 'accepted' }],
  [
    'a man was killed in a report of 12',
    [{ id: 'a', claims: [{ says: '12' }, { says: 'a person 1', scope: 'unstated' }] }],
    [12, 12, 12],
    { 12: 'accepted', 1: 'subset' },
  ],
  [
    'a man was killed beside another report of 12',
    [inventOne('a', '12'), inventOne('b', 'a person 1')],
    [12, 12, 12],
    { 12: 'accepted', 1: 'subset' },
  ],
  ['only a party speaks', [inventOne('a', '40', { by: 'partisan:Front' })], [40, 40, 40], { 40: 'accepted' }],
  ['a range', [inventOne('a', '12-15')], [12, 12, 15], { '12-15': 'accepted' }],
  ['"up to 40" vouches for one', [inventOne('a', 'up to 40')], [1, 40, 40], { 40: 'accepted' }],
  [
    'a part without its whole is all that is known',
    [inventOne('a', '6', { scope: 'subset' })],
    [6, 6, 6],
    { 6: 'accepted' },
  ],
  [
    'one fatally: a part of another count is a whole',
    [
      {
        id: 'a',
        claims: [
          { says: '6', attribute: 'casualties' },
          { says: '1', scope: 'subset', of: 'a.0' },
        ],
      },
    ],
    [1, 1, 1],
    { 1: 'accepted' },
  ],
  [
    'three more died: added to the last toll of the same outlet',
    [
      inventOne('a', '12', {}, courier('2031-05-02')),
      inventOne('b', '3', { accumulation: 'new' }, courier('2031-05-04')),
    ],
    [15, 15, 15],
    { 12: 'later', 3: 'accepted' },
  ],
  [
    'three more died, toll told by others',
    [inventOne('a', '12'), inventOne('b', '3', { accumulation: 'new' })],
    [12, 12, 12],
    { 12: 'accepted', 3: 'subset' },
  ],
  [
    'five, the gunman among them',
    [
      {
        id: 'a',
        claims: [{ says: '5' }, { says: '1', attribute: 'perpetratorsKilled', scope: 'subset', of: 'a.0' }],
      },
      inventOne('b', '4'),
    ],
    [4, 4, 4],
    { 5: 'perpetrators-included', 4: 'accepted' },
  ],
  [
    'gva counts the gunman once',
    [
      {
        id: 'a',
        claims: [{ says: '5' }, { says: '1', attribute: 'perpetratorsKilled', scope: 'subset', of: 'a.0' }],
      },
    ],
    [5, 5, 5],
    { 5: 'accepted' },
    { policy: 'gva' },
  ],
  [
    'ucdp: alleged counts in high only',
    [inventOne('a', '5'), inventOne('b', '9', { modality: 'alleged' })],
    [5, 5, 9],
    { 5: 'accepted', 9: 'speaker' },
    { policy: 'ucdp' },
  ],
  [
    'ucdp: undecided, the lower',
    [inventOne('a', '5'), inventOne('b', '9')],
    [5, 5, 9],
    { 5: 'accepted', 9: 'speaker' },
    { policy: 'ucdp' },
  ],
  [
    'ucdp: a lone wild figure',
    [inventOne('a', '5'), inventOne('b', '5'), inventOne('c', '90')],
    [5, 5, 5],
    { 5: 'accepted', 90: 'unexplained' },
    { policy: 'ucdp' },
  ],
  [
    'a stale copy',
    [inventOne('a', '12', {}, dated('2031-05-04')), inventOne('b', '9', {}, dated('2031-05-04'))],
    [12, 12, 12],
    { 12: 'accepted', 9: 'copied' },
    { copies: [['a', 'b']] },
  ],
  [
    'a class that another report tells as a part',
    [
      { id: 'a', claims: [{ says: '175' }, { says: '13', scope: 'subset', of: 'a.0', victims: ['soldiers'] }] },
      inventOne('b', '13', { victims: ['soldiers'] }),
    ],
    [175, 175, 175],
    { 175: 'accepted', 13: 'subset' },
  ],
  [
    'an earlier smaller toll is no part for being equal to one person told',
    [
      {
        id: 'a',
        outlet: 'Outlet a',
        published: '2031-05-04',
        claims: [{ says: '2' }, { says: 'a person 1', scope: 'subset', of: 'a.0' }],
      },
      inventOne('b', '1', {}, { published: '2031-05-02' }),
    ],
    [2, 2, 2],
    { 2: 'accepted', 1: 'subset+later' },
  ],
  ['a caption alone still counts', [inventOne('a', 'at least 7', { block: 'caption' })], [7, 7, 7], { 7: 'accepted' }],
  [
    'a caption never beats running text of another report',
    [inventOne('a', '9', { block: 'caption' }), inventOne('b', '7')],
    [7, 7, 9],
    { 7: 'accepted', 9: 'speaker' },
  ],
  [
    'a sum of persons above the explicit total',
    [{ id: 'a', claims: [{ says: '3' }, { says: 'sum 4', parts: ['a.9'], scope: 'unstated' }] }],
    [3, 3, 3],
    { 3: 'accepted', 4: 'unexplained' },
  ],
  [
    'a sum of persons where nothing else is told',
    [
      {
        id: 'a',
        claims: [
          { says: 'sum 2', parts: ['a.1', 'a.2'] },
          { says: 'a person 1', scope: 'subset', of: 'a.0' },
          { says: 'a person 1', scope: 'subset', of: 'a.0' },
        ],
      },
    ],
    [2, 2, 2],
    { 2: 'accepted', 1: 'subset' },
  ],
  [
    'a stated figure beside a larger sum of single persons',
    [
      {
        id: 'a',
        claims: [
          { says: 'sum 2', parts: ['a.2', 'a.3'] },
          { says: '1', scope: 'subset', of: 'a.0' },
          { says: 'a person 1', scope: 'subset', of: 'a.0' },
          { says: 'a person 1', scope: 'subset', of: 'a.0' },
        ],
      },
    ],
    [1, 1, 1],
    { 1: 'accepted+subset', 2: 'unexplained' },
  ],
  [
    'two named speakers in one report',
    [
      {
        id: 'a',
        claims: [
          { says: '10', scope: 'unstated', by: 'police:Marl police' },
          { says: '12', scope: 'unstated', by: 'medical:Marl hospital' },
        ],
      },
    ],
    [10, 10, 12],
    { 10: 'accepted', 12: 'speaker' },
  ],
  [
    'a witness is no match for the hospital',
    [inventOne('a', '30', { by: 'witness:a witness' }), inventOne('b', '12', { by: 'medical:Marl hospital' })],
    [12, 12, 30],
    { 12: 'accepted', 30: 'speaker' },
  ],
  [
    'most witnesses',
    [inventOne('a', '10'), inventOne('b', '12'), inventOne('c', '12')],
    [10, 12, 12],
    { 12: 'accepted', 10: 'speaker' },
  ],
  [
    'a nought does not beat a toll',
    [inventOne('a', '0', { modality: 'negated' }), inventOne('b', '2')],
    [0, 2, 2],
    { 2: 'accepted', 0: 'unexplained' },
  ],
  [
    'vague words beside a number bound nothing',
    [inventOne('a', 'dozens'), inventOne('b', '12')],
    [12, 12, 12],
    { 12: 'accepted', dozens: 'unexplained' },
  ],
  [
    'about and nearly',
    [inventOne('a', 'about 200'), inventOne('b', 'nearly 200')],
    [200, 200, 200],
    { 200: 'accepted+rounding' },
  ],
  [
    'ucdp: in fighting the dead of both sides',
    [
      {
        id: 'a',
        claims: [{ says: '8' }, { says: '5', attribute: 'perpetratorsKilled' }],
      },
    ],
    [13, 13, 13],
    { 8: 'accepted' },
    { policy: 'ucdp', type: 'clash' },
  ],
]);
