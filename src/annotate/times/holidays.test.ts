import { checkTimes } from './cases.ts';

checkTimes('feasts on fixed days', {
  "A New Year's Eve party was raided.": ["New Year's Eve → 2023-12-31"],
  'On Christmas Eve 2015 it burned.': ['Christmas Eve 2015 → 2015-12-24'],
  'On the Fourth of July of 2012 it burned.': ['Fourth of July of 2012 → 2012-07-04'],
  'Since the 9/11 attacks it grew.': ['9/11 → 2001-09-11 since'],
});

checkTimes('no feast', {
  'The new year began; a halloween costume sold.': [],
  'He was 9/11ths done.': [],
});
