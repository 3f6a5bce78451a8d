import { checkTimes } from './cases.ts';

checkTimes('stretches around the anchor', {
  'In the past few days it burned.': ['past few days → 2024-03-21/2024-03-23'],
  'In recent years it grew.': ['recent years → 2015-03-24/2024-03-24'],
  'In the past two weeks it grew.': ['past two weeks → 2024-03-10/2024-03-24'],
  'In the past 24 hours it grew.': ['past 24 hours → 2024-03-23/2024-03-24'],
  'Over the last week it grew.': ['last week → 2024-03-17/2024-03-24'],
  'It burned over the weekend.': ['weekend → 2024-03-23/2024-03-24'],
  'It burned last weekend.': ['last weekend → 2024-03-16/2024-03-17'],
  'It burned earlier this month.': ['earlier this month → 2024-03-01/2024-03-24'],
  'It burned later this month.': ['later this month → 2024-03-24/2024-03-31'],
  'Forty so far this year.': ['so far this year → 2024-01-01/2024-03-24'],
  'It grew at the start of the year.': ['start of the year → 2024-01'],
  'It grew this week.': ['this week → 2024-03-18/2024-03-24'],
});

checkTimes('no stretch', {
  'A weekday crowd walked past a recent year book.': [],
  'The weekender sold well.': [],
});
