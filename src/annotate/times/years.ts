import terms from '../../../data/time-words.json' with { type: 'json' };
import { decadeValue, yearPartValue, yearsValue } from '../../text/calendar.ts';
import { pattern, type Surroundings, type TimeRule } from './rule.ts';
import { countNoun, oneOf, partPrefix, readPart, yearPattern } from './words.ts';

/** Years and decades: "since 2018", "the 2017 bombing", "2011-13", "late 2014", "the early 2000s". */

const notMeasured = `(?!\\s*%|[\\s-]+(?:${countNoun}|hours|hrs)\\b)`;
const year = `(?<![\\d.,:/$£€#-])${yearPattern()}${notMeasured}`;
const cue = String.raw`(?<=\b(?:in|since|of|by|from|until|till|during|before|after|around|circa|through|throughout|late|early|pre|post|summer|spring|autumn|winter|year)[\s-]+(?:the\s+year\s+)?)`;
const determiner = String.raw`(?<=\b(?:the|a|an|his|her|its|their|our|that|this|deadly|infamous)\s+|['’]s?\s+)`;
const listed = String.raw`(?<=\b(?:19|20)\d\d(?:,|,?\s+(?:and|or|to))\s+)`;

const numbered = new RegExp(`\\b${oneOf(terms.numberedThings)}\\.?[\\s-]*$`, 'i');
const street = new RegExp(`^\\s+(?:[NSEW]\\.?\\s+)?(?:[A-Z0-9][A-Za-z0-9]*\\s+){1,3}${oneOf(terms.streets)}\\b`);

/** "a 1998 red Honda": the year is the model's. */
const carMake = new RegExp(`^(?:\\s+or\\s+\\d{4},?)?\\s+(?:[a-z]+-?[a-z]*\\s+){0,2}${oneOf(terms.carMakes)}\\b`);

function isNoYear({ before, after }: Surroundings): boolean {
  return numbered.test(before) || street.test(after) || carMake.test(after);
}

function readYear(found: Surroundings): ReturnType<TimeRule['read']> {
  if (isNoYear(found)) return undefined;
  return { reference: { kind: 'absolute', value: yearsValue(Number(found.groups.year)) } };
}

export const yearRules: readonly TimeRule[] = [
  { name: 'years/cued', triggers: ['year'], pattern: pattern(`${cue}${year}`), read: readYear },
  { name: 'years/listed', triggers: ['year'], pattern: pattern(`${listed}${year}`), read: readYear },
  { name: 'years/bracketed', triggers: ['year'], pattern: pattern(`(?<=\\()${year}(?=\\))`), read: readYear },
  {
    name: 'years/modifier',
    triggers: ['year'],
    pattern: pattern(`${determiner}${year}(?=[\\s-]+[A-Za-z])`),
    read: readYear,
  },
  {
    name: 'years/of-event',
    triggers: ['year'],
    pattern: pattern(
      `\\b${year}(?=\\s+(?:[A-Za-z.'’-]+\\s+){0,4}?${oneOf([...terms.violentEvents, ...terms.calmEvents])}\\b)`,
    ),
    read: readYear,
  },
  {
    name: 'years/part',
    triggers: ['year'],
    pattern: pattern(`${partPrefix}${year}`),
    read: (found) => {
      const part = readPart(found.groups.part);
      if (part === undefined || isNoYear(found)) return undefined;
      return { reference: { kind: 'absolute', value: yearPartValue(Number(found.groups.year), part) } };
    },
  },
  {
    name: 'years/stretch',
    triggers: ['year', 'numeric'],
    pattern: pattern(
      `(?<![\\d.,:/$£€#-])(?<from>(?:1[89]|20)\\d\\d)(?:\\s*[-–—]\\s*|(?<=\\b(?:between|from)\\s+\\d{4})\\s+(?:and|to|until|through)\\s+)(?<to>(?:1[89]|20)?\\d\\d)(?![\\d-]|[.,:/]\\d|[a-z])${notMeasured}`,
    ),
    read: (found) => {
      const from = Number(found.groups.from);
      const digits = found.groups.to ?? '';
      const to = digits.length === 2 ? Math.floor(from / 100) * 100 + Number(digits) : Number(digits);
      // "2010-12" is a month elsewhere; more than a working life is no stretch of years in a report.
      if (to <= from || to - from > 60 || isNoYear(found)) return undefined;
      return { reference: { kind: 'absolute', value: yearsValue(from, to) } };
    },
  },
];

/** Two figures after a stroke: the century that leaves the year in living memory. */
const centuryTurn = 40;

export const decadeRules: readonly TimeRule[] = [
  {
    name: 'decades/full',
    triggers: ['decade'],
    pattern: pattern(String.raw`(?:\b(?<part>early|mid|late)[\s-]+)?(?<![\d.,$£€#-])(?<year>(?:1[89]|20)\d0)['’]?s\b`),
    read: ({ groups }) => ({
      reference: { kind: 'absolute', value: decadeValue(Number(groups.year), readPart(groups.part)) },
    }),
  },
  {
    name: 'decades/short',
    triggers: ['decade'],
    pattern: pattern(String.raw`(?<=\bthe\s+)(?:(?<part>early|mid|late)[\s-]+)?['’](?<tens>[2-9]0)s\b`),
    read: ({ groups }) => ({
      reference: { kind: 'absolute', value: decadeValue(1900 + Number(groups.tens), readPart(groups.part)) },
    }),
  },
  {
    name: 'years/short',
    triggers: ['decade'],
    pattern: pattern(String.raw`(?<=\b(?:in|since|of)\s+)['’](?<year>\d\d)(?![\dA-Za-z'’]|[.,:]\d)`),
    read: ({ groups }) => {
      const year = Number(groups.year);
      return { reference: { kind: 'absolute', value: yearsValue(year < centuryTurn ? 2000 + year : 1900 + year) } };
    },
  },
];
