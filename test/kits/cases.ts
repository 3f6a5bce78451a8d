import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Edition, type EditionArticle, type Incident, isCountRecord } from '../../src/model/index.ts';

/** A small input and what a right edition of it says; fields that are absent are not checked. */
interface Case {
  readonly name: string;
  readonly path: string;
  readonly expected: Expected;
}

interface Expected {
  readonly articles?: number;
  readonly headline?: string;
  readonly outlet?: string;
  readonly url?: string;
  /** A day or an instant; null where the report states none. */
  readonly published?: string | null;
  readonly authors?: readonly string[];
  readonly headlines?: readonly string[];
  readonly outlets?: readonly string[];
  readonly incidents?: readonly ExpectedIncident[];
}

/** An expected incident; null is a figure, day or place that no report states. */
interface ExpectedIncident {
  readonly killed?: number | null;
  readonly injured?: number | null;
  readonly date?: string | null;
  readonly place?: string | null;
  readonly independentSources?: number;
}

const ending = '.expected.json';

/** List the cases of a folder whose number is wanted, in order. */
export function listCases(folder: string, isWanted: (number: number) => boolean): readonly Case[] {
  const files = readdirSync(folder).sort();
  return files
    .filter((file) => file.endsWith(ending) && isWanted(Number.parseInt(file, 10)))
    .map((file) => {
      const name = file.slice(0, -ending.length);
      const { expected } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { readonly expected: Expected };
      const input = files.find((other) => other !== file && other.startsWith(`${name}.`)) ?? name;
      return { name, path: join(folder, input), expected };
    });
}

/** List where an edition differs from what is expected; empty where it is right. */
export function findWrong(edition: Edition, expected: Expected): readonly string[] {
  const [first] = edition.articles;
  return [
    ...differ('articles', edition.articles.length, expected.articles),
    ...differ('headline', first?.headline, expected.headline),
    ...differ('outlet', first?.outlet, expected.outlet),
    ...differ('url', first?.url, expected.url),
    ...differ('published', cutToMatch(first, expected.published), expected.published),
    ...differ('authors', first?.authors, expected.authors),
    ...differ('headlines', sortTold(edition, 'headline'), expected.headlines && [...expected.headlines].sort()),
    ...differ('outlets', sortTold(edition, 'outlet'), expected.outlets && [...expected.outlets].sort()),
    ...(expected.incidents === undefined ? [] : findWrongIncidents(edition, expected.incidents)),
  ];
}

function sortTold({ articles }: Edition, name: 'headline' | 'outlet'): readonly (string | undefined)[] {
  return articles.map((article) => article[name]).sort();
}

/** Cut the instant of an article to the length expected, so that a day is compared with a day and an instant with an instant. */
function cutToMatch(article: EditionArticle | undefined, expected: string | null | undefined): string | null {
  return article?.published?.value.slice(0, expected?.length) ?? null;
}

function differ(name: string, found: unknown, wanted: unknown): readonly string[] {
  if (wanted === undefined || JSON.stringify(found) === JSON.stringify(wanted)) return [];
  return [`${name}: ${JSON.stringify(found) ?? 'none'} for ${JSON.stringify(wanted)}`];
}

function findWrongIncidents({ incidents }: Edition, wanted: readonly ExpectedIncident[]): readonly string[] {
  const left = [...incidents];
  const wrong = wanted.flatMap((one) => {
    const ranked = left
      .map((incident) => ({ incident, differences: compareIncident(incident, one) }))
      .sort((a, b) => a.differences.length - b.differences.length);
    const [nearest] = ranked;
    if (nearest === undefined) return [`no incident for ${JSON.stringify(one)}`];
    left.splice(left.indexOf(nearest.incident), 1);
    return nearest.differences;
  });
  return [...wrong, ...left.map(({ title }) => `an incident too many: ${title}`)];
}

function compareIncident(incident: Incident, wanted: ExpectedIncident): readonly string[] {
  const { date, place } = incident;
  return [
    ...differ('killed', countOf(incident, 'killed'), wanted.killed),
    ...differ('injured', countOf(incident, 'injured'), wanted.injured),
    ...differ('date', date.value, wanted.date),
    ...differ('place', place.city ?? place.name, wanted.place),
    ...differ('independent sources', countSources(incident), wanted.independentSources),
    ...(wanted.date != null && date.status === 'disputed' ? ['date: disputed'] : []),
  ];
}

function countOf({ attributes }: Incident, name: 'killed' | 'injured'): number | null {
  const record = attributes[name];
  return record !== undefined && isCountRecord(record) ? record.best : null;
}

function countSources({ attributes }: Incident): number {
  return Math.max(0, ...(attributes.killed?.readings.map(({ independentSources }) => independentSources) ?? []));
}
