import { expect, it } from 'vitest';
import { checkTimes, showTimes } from './cases.ts';

checkTimes('times counted from the one told before', {
  'It fell in May 2020. The same month it rose.': ['May 2020 → 2020-05', 'The same month → 2020-05'],
  'It fell on March 7, 2020. Two days later it rose.': ['March 7, 2020 → 2020-03-07', 'Two days later → 2020-03-09'],
  'It fell in May 2020 and in November of the same year.': [
    'May 2020 → 2020-05',
    'November of the same year → 2020-11',
  ],
  'It fell on March 7, 2020. The next day it rose.': ['March 7, 2020 → 2020-03-07', 'The next day → 2020-03-08'],
  'It fell on March 7, 2020. 48 hours later it rose.': ['March 7, 2020 → 2020-03-07', '48 hours later → 2020-03-09'],
  'It fell in 2020. The following year it rose.': ['2020 → 2020', 'The following year → 2021'],
  'It fell on March 7, 2020. That night it rose.': ['March 7, 2020 → 2020-03-07', 'That night → 2020-03-07 night'],
  'It fell on March 7, and three hours later it rose.': ['March 7 → 2024-03-07', 'three hours later → – clock'],
});

it('counts from what happened, not from who said so when', () => {
  expect(showTimes('It fell on March 7, 2020, police said on Monday. The next day it rose.').at(-1)).toBe(
    'The next day → 2020-03-08',
  );
});

it('has no value where nothing was told before', () => {
  expect(showTimes('Two days later it rose.')).toEqual(['Two days later → –']);
});

checkTimes('no context', {
  'At the same time they fled that way.': [],
  'Sooner or later it burns.': [],
});
