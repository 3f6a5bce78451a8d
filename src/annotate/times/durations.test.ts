import { checkTimes } from './cases.ts';

checkTimes('lengths and repetitions', {
  'He ruled for 20 years.': ['20 years → – duration'],
  'Within 48 hours they fled.': ['48 hours → – duration'],
  'A two-day siege ended.': ['two-day → – duration'],
  'For several weeks they hid.': ['several weeks → – duration'],
  'It took more than a year.': ['a year → – duration'],
  'They shelled it every day.': ['every day → – frequency'],
  'They shelled it daily.': ['daily → – frequency'],
});

checkTimes('ages and names are neither', {
  'A 7-year-old girl and a 20 year old man': [],
  'She was 21 years old, he 30 years of age.': [],
  'A man aged 41 years': [],
  'The Orvane Daily Ledger wrote so.': [],
  'It cost 300 a year.': [],
});
