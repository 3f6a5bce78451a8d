import { checkTimes } from './cases.ts';

checkTimes('times of the day', {
  'At 6:30 p.m. it burned.': ['6:30 p.m. → – evening clock'],
  'At about 2 am it burned.': ['2 am → – night clock'],
  'At around 18:30 it burned.': ['18:30 → – evening clock'],
  'It burned at 0430 GMT.': ['0430 GMT → – night clock'],
  'It burned around midnight.': ['midnight → – night clock'],
  'It burned in the evening.': ['the evening → – evening clock'],
});

checkTimes('no time of the day', {
  'They won 3:10 and 21:18.': [],
  'I am sure 3 amateurs ran.': [],
  'Verse 12:30 was read.': [],
  'The night watch slept.': [],
});
