import { expect, it } from 'vitest';
import { checkTimes, showTimes } from './cases.ts';

checkTimes('weekdays count back from the anchor', {
  "Friday's assault shook Orvane.": ['Friday → 2024-03-22'],
  'On Friday night it burned.': ['Friday night → 2024-03-22 night'],
  'Early Saturday it burned.': ['Early Saturday → 2024-03-23 morning'],
  'On Tuesday evening it burned.': ['Tuesday evening → 2024-03-19 evening'],
  'It burned on Sunday.': ['Sunday → 2024-03-24'],
  'It burned last Sunday.': ['last Sunday → 2024-03-17'],
  'It burned last Friday.': ['last Friday → 2024-03-22'],
  'In the early hours of Friday it burned.': ['the early hours of Friday → 2024-03-22 morning'],
  'At 6 p.m. Monday evening they came.': ['6 p.m. → – evening clock', 'Monday evening → 2024-03-18 evening'],
  'Sat night was calm.': ['Sat night → 2024-03-23 night'],
});

checkTimes('weekdays ahead need a cue', {
  'A vigil will be held on Friday.': ['Friday → 2024-03-29'],
  'He is due in court Monday.': ['Monday → 2024-03-25'],
  'He fled ahead of Monday’s vote.': ['Monday → 2024-03-25'],
  'They warned ahead of Friday’s deadly assault.': ['Friday → 2024-03-22'],
  'They will stand trial for the Friday attack.': ['Friday → 2024-03-22'],
  'A vigil will be held Friday for shooting victims.': ['Friday → 2024-03-29'],
  'They meet next Tuesday.': ['next Tuesday → 2024-03-26'],
  'They will review the case, police said Friday.': ['Friday → 2024-03-22'],
  'He will answer for Friday’s attack.': ['Friday → 2024-03-22'],
  'It burned Friday. He will stand trial.': ['Friday → 2024-03-22'],
});

checkTimes('weekdays told from another day', {
  'On March 7 it burned; the following Monday it fell.': ['March 7 → 2024-03-07', 'the following Monday → 2024-03-11'],
});

checkTimes('weekdays that repeat or name something', {
  'They pray on Fridays.': ['Fridays → – frequency'],
  'They meet every Monday.': ['every Monday → – frequency'],
  'The Sunday Times and the Sun reported it.': [],
  'On Good Friday nobody came.': [],
  'He sat and wed in the sun.': [],
  'Sat there, Sun and Wed Mart saw it.': [],
});

it('keeps a weekday without an anchor, but no value', () => {
  expect(showTimes('It burned on Friday night.', '')).toEqual(['Friday night → – night']);
});
