import { checkTimes } from './cases.ts';

checkTimes('seasons', {
  'In the summer of 2014 they came.': ['summer of 2014 → 2014-22'],
  'Last fall the talks failed.': ['Last fall → 2023-23'],
  'Last winter was hard.': ['Last winter → 2023-24'],
  'This spring the talks resumed.': ['This spring → 2024-21'],
});

checkTimes('seasons that are none', {
  'The fall of the city was near a spring.': [],
  'This fall of stones hurt nobody.': [],
  'They winter in Orvane.': [],
});
