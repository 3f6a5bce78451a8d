import { checkTimes } from './cases.ts';

checkTimes('days with their year', {
  'The blast of January 28, 2014 was the first.': ['January 28, 2014 → 2014-01-28'],
  'It fell on Friday, March 22, 2024, at the hall.': ['Friday, March 22, 2024 → 2024-03-22'],
  'On 22 March 2024 the hall closed.': ['22 March 2024 → 2024-03-22'],
  'On the 3rd of June, 2019 they met.': ['3rd of June, 2019 → 2019-06-03'],
  'Posted 22.03.2024 by the desk': ['22.03.2024 → 2024-03-22'],
  'Posted 3/25/2024 by the desk': ['3/25/2024 → 2024-03-25'],
  'Posted 2024-03-22T10:00 by the desk': ['2024-03-22 → 2024-03-22'],
  'ORVANE, 3 FEB 90 -- Two men': ['3 FEB 90 → 1990-02-03'],
  'Fighting of March 3-5, 2021 spread.': ['March 3-5, 2021 → 2021-03-03/2021-03-05'],
  'Fighting of 3 to 5 March 2021 spread.': ['3 to 5 March 2021 → 2021-03-03/2021-03-05'],
  'From March 28 to April 2, 2021 it lasted.': ['March 28 to April 2, 2021 → 2021-03-28/2021-04-02'],
  'The night of 3 November 2015 was calm.': ['The night of 3 November 2015 → 2015-11-03 night'],
  'It ended on May 8, 2006.The guns fell silent.': ['May 8, 2006 → 2006-05-08'],
});

checkTimes('figures in either order keep both days', {
  'Filed 4/3/2024 at the court': ['4/3/2024 → [2024-03-04,2024-04-03]'],
  'Filed 4/4/2024 at the court': ['4/4/2024 → 2024-04-04'],
});

checkTimes('figures that are no date', {
  'Call 555-12-2024 for help.': [],
  'The motion passed 31/31/2024.': [],
  'Version 10.2.3 was installed.': [],
  'They won 3-2 and lost 1/2.': [],
  'The address was 192.168.10.12 then.': [],
});
