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

/** A story as a list of stories tells it: the incident its reports are about, and the reports that tell of it. */
export interface ListedStory {
  readonly title: string;
  /** Of a story in which no incident was found, its reports that tell of none. */
  readonly articles: readonly string[];
  /** Absent where no incident was found in its reports. */
  readonly lead?: Incident;
}

/**
 * List the stories of an edition, each with the incident it is titled by: those of most reports first, then by date; those in
 * which no incident was found last.
 */
export function listStories({ stories, incidents }: Edition): readonly ListedStory[] {
  const byStory = groupBy(incidents, ({ story }) => story);
  const known = new Set(stories.map(({ id }) => id));
  const telling = new Set(incidents.flatMap(({ articles }) => articles));
  const told = stories.flatMap(({ id, title, articles }): readonly ListedStory[] => {
    const own = byStory.get(id) ?? [];
    const lead = own.find((incident) => incident.title === title && incident.main) ?? chooseLead(own);
    if (lead !== undefined) return [{ title: lead.title, articles: lead.articles, lead }];
    // Its reports may tell of an incident that belongs to no one story.
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

/** A count of an incident, of those it has the one that tells most of it. */
export interface MainFigure {
  readonly attribute: Attribute;
  readonly record: CountRecord;
}

/** Find the figure that stands for an incident in a list: the killed, else the hurt, else the first count that has a figure, else one that is disputed. */
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

/** Part a figure from what it counts: the words before it, the figure, the words after. */
export function partMainFigure({ attribute, record }: MainFigure): readonly [string, string, string] {
  const [best, what] = [formatBest(record), attributeNames[attribute].toLowerCase()];
  return /\d/.test(best) ? ['', best, ` ${what}`] : [`${what}: `, best, ''];
}

const dateTail = /, (?:\d{1,2} )?(?:[A-Z]\p{L}+ )?\d{4}(?: to (?:\d{1,2} )?(?:[A-Z]\p{L}+ )?\d{4})?$/u;

/** Name an incident without its date, for where the date stands beside: "Fire in Norwick, 4 May 2031" is "Fire in Norwick". */
export function nameIncident(incident: Incident): string {
  return formatWhen(incident) === 'date not stated' ? incident.title : incident.title.replace(dateTail, '');
}
