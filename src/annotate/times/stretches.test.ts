import { checkTimes } from './cases.ts';

checkTimes('days told as a stretch', {
  'Fighting raged from Monday to Thursday.': ['Monday to Thursday → 2024-03-18/2024-03-21'],
  'Shots were fired late Monday into Tuesday.': ['late Monday into Tuesday → 2024-03-18/2024-03-19'],
  'It burned overnight from Friday to Saturday.': ['overnight from Friday to Saturday → 2024-03-22/2024-03-23'],
  'They died between March 30 and April 2, 2023.': ['March 30 and April 2, 2023 → 2023-03-30/2023-04-02'],
  'It was on the night of Friday to Saturday.': ['the night of Friday to Saturday → 2024-03-22/2024-03-23'],
  'The storm blew from Friday to Monday.': ['Friday to Monday → 2024-03-15/2024-03-18'],
  'It happened a fortnight ago.': ['a fortnight ago → 2024-03-04/2024-03-10'],
});

checkTimes('two days that are no stretch', {
  'They met on Monday and Tuesday.': ['Monday → 2024-03-18', 'Tuesday → 2024-03-19'],
  'It moved the vote on Monday to Thursday.': ['Monday → 2024-03-18', 'Thursday → 2024-03-21'],
  'From Monday and on, all was calm.': ['Monday → 2024-03-18'],
  'He left Monday, then came back to Hull on Tuesday.': ['Monday → 2024-03-18', 'Tuesday → 2024-03-19'],
  'The fire of Friday spread to the mill on Saturday.': ['Friday → 2024-03-22', 'Saturday → 2024-03-23'],
});
