import { checkTimes } from './cases.ts';

checkTimes('months', {
  'A clinic was hit in May 2020.': ['May 2020 → 2020-05'],
  'It began in late March 2019.': ['late March 2019 → 2019-03-15/2019-03-31'],
  'It began in mid-March.': ['mid-March → 2024-03-10/2024-03-20'],
  'It began in early March.': ['early March → 2024-03-01/2024-03-10'],
  'The truce of last March held.': ['last March → 2023-03'],
  'In November last year they met.': ['November last year → 2023-11'],
  'Raids since January killed many.': ['January → 2024-01 since'],
  'In May, two men fled.': ['May → 2023-05'],
  'From January to March 2015 they fought.': ['January to March 2015 → 2015-01/2015-03'],
  'From November to March 2015 they fought.': ['November to March 2015 → 2014-11/2015-03'],
  'The August shooting shook Orvane.': ['August → 2023-08'],
  'The vote will be held in June.': ['June → 2024-06'],
});

checkTimes('months that are names or verbs', {
  'It may rain, and they march on.': [],
  'May said the vote was lost.': [],
  'They were led by April Harrow and June Vell.': [],
  'The March for Peace drew crowds.': [],
  'IT MAY BE TRUE': [],
  'A story of August Brandt.': [],
});
