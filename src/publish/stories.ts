import {
  type Attribute,
  type CountRecord,
  compareText,
  countAttributes,
  type Edition,
  groupBy,
  type Incident,
  isCountRecord,
} from '../model/index.ts';
import { chooseLead } from './witnesses.ts';
import { formatWhen } from './wording/dates.ts';
import { attributeNames } from './wording/labels.ts';
import { formatBest } from './wording/standing.ts';

/** An entry in a list of stories: the incident its reports are about, and the reports that mention that incident. */
export interface ListedStory {
  readonly title: string;
  /** The reports that mention `lead`; where the story has no incident, its reports that mention none. */
  readonly articles: readonly string[];
  /** The incident that gives the story its title; absent where no incident was found in its reports. */
  readonly lead?: Incident;
}

/** List the stories of an edition: those of most reports first, then by date; stories without an incident last. */
export function listStories({ stories, incidents }: Edition): readonly ListedStory[] {
  const byStory = groupBy(incidents, ({ story }) => story);
  const known = new Set(stories.map(({ id }) => id));
  const telling = new Set(incidents.flatMap(({ articles }) => articles));
  const told = stories.flatMap(({ id, title, articles }): readonly ListedStory[] => {
    const own = byStory.get(id) ?? [];
    const lead = own.find((incident) => incident.title === title && incident.main) ?? chooseLead(own);
    if (lead !== undefined) return [{ title: lead.title, articles: lead.articles, lead }];
    // A report counted here may still mention an incident that belongs to another story or to none; only the others are listed.
    const silent = articles.filter((article) => !telling.has(article));
    return silent.length === 0 ? [] : [{ title, articles: silent }];
  });
  const apart = incidents
    .filter(({ main, story }) => main && !known.has(story ?? ''))
    .map((lead): ListedStory => ({ title: lead.title, articles: lead.articles, lead }));
  return [...told, ...apart].sort(compareStories);
}

function compareStories(a: ListedStory, b: ListedStory): number {
  return (
    Number(a.lead === undefined) - Number(b.lead === undefined) ||
    b.articles.length - a.articles.length ||
    compareText(keyOf(a), keyOf(b))
  );
}

function keyOf({ lead, title }: ListedStory): string {
  return `${lead?.date.earliest ?? lead?.date.value ?? '9999'}|${title}|${lead?.id ?? ''}`;
}

/** The one count that represents an incident in a list. */
export interface MainFigure {
  readonly attribute: Attribute;
  readonly record: CountRecord;
}

/**
 * Find the count that represents an incident in a list: the first in the order of the attribute table (killed, then injured, …)
 * that has a figure, else the first that is disputed.
 */
export function findMainFigure({ attributes }: Incident): MainFigure | undefined {
  const counts = countAttributes.flatMap((attribute): readonly MainFigure[] => {
    const record = attributes[attribute];
    return record === undefined || !isCountRecord(record) ? [] : [{ attribute, record }];
  });
  const known = counts.find(({ record }) => record.best !== null || record.low !== null);
  return known ?? counts.find(({ record }) => record.status === 'disputed');
}

/** Print a figure with what it counts: "at least 12 killed", "killed: disputed". */
export function formatMainFigure(figure: MainFigure): string {
  const [before, best, after] = partMainFigure(figure);
  return `${before}${best}${after}`;
}

/** Split a main figure for printing: words before the figure, the figure, words after. "12 killed" is "", "12", " killed". */
export function partMainFigure({ attribute, record }: MainFigure): readonly [string, string, string] {
  const [best, what] = [formatBest(record), attributeNames[attribute].toLowerCase()];
  return /\d/.test(best) ? ['', best, ` ${what}`] : [`${what}: `, best, ''];
}

const dateTail = /, (?:\d{1,2} )?(?:[A-Z]\p{L}+ )?\d{4}(?: to (?:\d{1,2} )?(?:[A-Z]\p{L}+ )?\d{4})?$/u;

/** Give an incident's title without its date, for use beside the date: "Fire in Norwick, 4 May 2031" becomes "Fire in Norwick". */
export function nameIncident(incident: Incident): string {
  return formatWhen(incident) === 'date not stated' ? incident.title : incident.title.replace(dateTail, '');
}
