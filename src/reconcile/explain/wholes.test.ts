import { checkDisagreements } from '../../../test/kits/disagreements.ts';

checkDisagreements('a whole and what is told beside it', [
  [
    'fewer people told apart from the toll',
    [
      {
        id: 'a',
        claims: [{ says: '12' }, { says: '4', scope: 'unstated', elsewhere: true }, { says: '40', elsewhere: true }],
      },
    ],
    [12, 12, 12],
    { 12: 'accepted', 4: 'subset', 40: 'scope' },
  ],
  [
    'a vague word for the toll',
    [{ id: 'a', claims: [{ says: '31' }, { says: 'dozens', scope: 'unstated', of: 'a.0' }] }],
    [31, 31, 31],
    { 31: 'accepted', dozens: 'rounding' },
  ],
  [
    'a part of the toll of another incident',
    [
      {
        id: 'a',
        claims: [
          { says: '31', incident: 'other' },
          { says: '4', scope: 'subset', of: 'a.0' },
        ],
      },
    ],
    [4, 4, 4],
    { 4: 'accepted' },
  ],
  [
    'two figures of one voice',
    [{ id: 'a', claims: [{ says: 'at least 12' }, { says: 'at least 30' }] }],
    [12, 30, 30],
    { 30: 'accepted', 12: 'later' },
  ],
  [
    'smaller unstated figure under the headline',
    [
      {
        id: 'a',
        claims: [
          { says: '12', block: 'headline' },
          { says: '4', scope: 'unstated' },
        ],
      },
    ],
    [12, 12, 12],
    { 12: 'accepted', 4: 'subset' },
  ],
]);
