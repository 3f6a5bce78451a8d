import { predictByRegex } from '../claims/regex.ts';
import { predictBySpacy } from '../claims/spacy.ts';
import { lastWeekday } from './days.ts';
import { firstCountry, firstGovernorate, firstPlace, placeOfDateline } from './places.ts';
import { claimsOfPeer, type DatedReport, type ReportAnswer, readReport, wholeOf } from './read.ts';

/** A reader of reports; gives undefined where it cannot run. */
export interface ReportReader {
  readonly name: string;
  readonly read: (reports: readonly DatedReport[]) => Promise<readonly ReportAnswer[] | undefined>;
}

const ourselves: ReportReader = {
  name: 'Variorum',
  read: async (reports) => {
    const answers: ReportAnswer[] = [];
    for (const report of reports) answers.push(await readReport(report));
    return answers;
  },
};
const spacyRules: ReportReader = {
  name: 'spaCy small + rules',
  read: async (reports) =>
    predictBySpacy(reports.map(wholeOf))?.map((answers) => withLargest({ claims: claimsOfPeer(answers) })),
};
const regex: ReportReader = {
  name: 'regex',
  read: async (reports) =>
    reports.map((report) => withLargest({ claims: claimsOfPeer(predictByRegex(wholeOf(report))) })),
};

/** Readers that give claims. */
export const claimReaders: readonly ReportReader[] = [ourselves, spacyRules, regex];

/** Simple methods for a day, a place and a number, for comparison. */
export const simpleReaders: readonly ReportReader[] = [
  simple('dateline, day of publication', ({ text, published }) => ({
    ...(published && { day: published }),
    ...named(placeOfDateline(text)),
  })),
  simple('first place named, last weekday', ({ title, text, published }) => {
    const day = published ? lastWeekday(text, published) : undefined;
    const country = firstCountry(`${title ?? ''} ${text}`);
    return { ...(day && { day }), ...named(firstPlace(text)), ...(country && { country }) };
  }),
  simple('one victim, first governorate', ({ title, text }) => {
    const city = firstGovernorate(`${title ?? ''} ${text}`);
    return { victims: 1, ...(city && { city: [city] }) };
  }),
];

function simple(name: string, answer: (report: DatedReport) => Omit<ReportAnswer, 'claims'>): ReportReader {
  return { name, read: async (reports) => reports.map((report) => ({ claims: [], ...answer(report) })) };
}

function named(place: string | undefined): Pick<ReportAnswer, 'city' | 'region'> {
  return place === undefined ? {} : { city: [place], region: place };
}

/** Add the largest number as the toll: the simple way from claims to a toll. */
function withLargest({ claims }: ReportAnswer): ReportAnswer {
  const numbers = (names: readonly string[]) =>
    claims.flatMap(({ attribute, printed }) => (printed !== null && names.includes(attribute) ? [printed] : []));
  const killed = numbers(['killed']);
  const all = numbers([...new Set(claims.map(({ attribute }) => attribute))]);
  return {
    claims,
    ...(killed.length > 0 && { killed: Math.max(...killed) }),
    ...(all.length > 0 && { victims: Math.max(...all) }),
  };
}
