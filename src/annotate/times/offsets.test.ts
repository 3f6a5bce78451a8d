import { checkTimes } from './cases.ts';

checkTimes('times counted from the anchor', {
  'Yesterday it burned.': ['Yesterday → 2024-03-23'],
  'It burned last night.': ['last night → 2024-03-23 night'],
  'It burned overnight.': ['overnight → 2024-03-23/2024-03-24 night'],
  'It burned this morning.': ['this morning → 2024-03-24 morning'],
  'It burned yesterday evening.': ['yesterday evening → 2024-03-23 evening'],
  'It burned the day before yesterday.': ['the day before yesterday → 2024-03-22'],
  'It burned last week.': ['last week → 2024-03-11/2024-03-17'],
  'It burned last year.': ['last year → 2023'],
  'It burned a year ago.': ['a year ago → 2023'],
  'It burned two weeks ago.': ['two weeks ago → 2024-03-04/2024-03-10'],
  'It burned 48 hours ago.': ['48 hours ago → 2024-03-22'],
  'It burned 20 years ago.': ['20 years ago → 2004~'],
  'It burned a few days ago.': ['a few days ago → 2024-03-21/2024-03-23'],
  'They return in two days from now.': ['two days from now → 2024-03-26'],
  'They return tomorrow.': ['tomorrow → 2024-03-25'],
  'He went on trial on Friday, nearly ten weeks after the mill fire.': [
    'Friday → 2024-03-22',
    'ten weeks after → 2024-01-08/2024-01-14',
  ],
});

checkTimes('words that only look so', {
  'He told Harrow Today Show so.': [],
  'USA Today reported it.': [],
  'It happened long ago.': [],
  'She died six weeks after the fire.': ['six weeks → – duration'],
  'He spoke on Friday, six weeks after the vote.': ['Friday → 2024-03-22', 'six weeks → – duration'],
});
