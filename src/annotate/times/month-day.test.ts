import { checkTimes } from './cases.ts';

checkTimes('days of a month without a year', {
  'The hall burned on March 7.': ['March 7 → 2024-03-07'],
  'The hall burned on 28 January, they said.': ['28 January → 2024-01-28'],
  'Charged Jan. 28 in Orvane.': ['Jan. 28 → 2024-01-28'],
  'On the 5th of December he fled.': ['5th of December → 2023-12-05'],
  'On November 9 last year he fled.': ['November 9 last year → 2023-11-09'],
  'Fighting on March 3-5 spread.': ['March 3-5 → 2024-03-03/2024-03-05'],
  'Late on March 7 it burned.': ['Late on March 7 → 2024-03-07 night'],
  'The attack on March 7 killed nine.': ['March 7 → 2024-03-07'],
  'The trial is scheduled for June 4.': ['June 4 → 2024-06-04'],
  'The June 4 raid failed.': ['June 4 → 2023-06-04'],
  // Next month without a word of the future: the year would have been told.
  'The April 2 hearing follows.': ['April 2 → 2024-04-02'],
  'On Thursday, June 2, the bridge fell.': ['Thursday, June 2 → 2022-06-02'],
});

checkTimes('numbers beside a month that are no day', {
  'In March 22 people were killed.': ['March → 2024-03'],
  'Ten may die, and 12 may flee.': [],
  'They march 7 miles.': [],
  'At least 12 MAY HAVE DIED': [],
  'On February 30 nothing happened.': [],
});
