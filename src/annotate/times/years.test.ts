import { checkTimes } from './cases.ts';

checkTimes('years', {
  'Active since 2018, the group grew.': ['2018 → 2018 since'],
  'The 2017 Orvane metro bombing killed many.': ['2017 → 2017'],
  'It formed in late 2014.': ['late 2014 → 2014-09/2014-12'],
  'It formed at the beginning of 2014.': ['beginning of 2014 → 2014-01/2014-04'],
  'They came in 2015.The war went on.': ['2015 → 2015'],
  'Between 2010 and 2015 they fought.': ['2010 and 2015 → 2010/2015'],
  'The 2011-13 war ended.': ['2011-13 → 2011/2013'],
  'Raids in 2013, 2014 and 2016 failed.': ['2013 → 2013', '2014 → 2014', '2016 → 2016'],
  'The hall (2015) stands.': ['2015 → 2015'],
  "Orvane's 2016 siege ended.": ['2016 → 2016'],
  'Not seen since ’82, he said.': ['’82 → 1982 since'],
});

checkTimes('decades', {
  'In the early 2000s it grew.': ['early 2000s → 2000/2003'],
  'In the 1990s it grew.': ['1990s → 199X'],
  'In the late ’80s it grew.': ['late ’80s → 1987/1989'],
});

checkTimes('numbers that are no year', {
  'He drove down Route 2017 alone.': [],
  'It cost $1,999 or €2015 then.': [],
  'Some 2,015 people fled.': [],
  'Of 2015 people, ten stayed.': [],
  'He lived in 2015 Elm Grove Street then.': [],
  'On the 2000 block of Elm Street': [],
  'A 1998 red Honda was parked.': [],
  'Flight 2016 crashed.': [],
  'A man in his 20s and one in their 1000s': [],
  'Call 555-2015 now.': [],
  'They marched 1900 miles in 2000 metres.': [],
});
