import { compareText, defined, type Edition, type Incident, isCountRecord } from '../model/index.ts';
import { nameSource, openEdition } from './witnesses.ts';
import { formatWhen } from './wording/dates.ts';
import { formatFigure, formatRange, formatWhere } from './wording/figures.ts';
import { attributeNames, spellTerm } from './wording/labels.ts';

/** One difference between two editions. */
export interface Change {
  readonly kind: 'moved' | 'appeared' | 'withdrawn' | 'incident-appeared' | 'incident-gone';
  readonly incident: string;
  readonly title: string;
  readonly attribute?: string;
  readonly before?: string;
  readonly after?: string;
  /** Reports that joined or left the incident between the two editions, by outlet and day: "Norwick Courier, 2031-05-05". */
  readonly because: readonly string[];
}

/** Compare two editions: which figures moved, appeared or were withdrawn, and because of which reports. */
export function compareEditions(before: Edition, after: Edition): readonly Change[] {
  const pairs = pairIncidents(before, after);
  const names = nameReports(before, after);
  const paired = after.incidents.flatMap((incident) => {
    const old = pairs.get(incident.id);
    if (old === undefined) return [makeIncidentChange('incident-appeared', incident, names.after)];
    return compareIncidents(old, incident, names);
  });
  const kept = new Set([...pairs.values()].map(({ id }) => id));
  const gone = before.incidents.filter(({ id }) => !kept.has(id));
  return [...paired, ...gone.map((incident) => makeIncidentChange('incident-gone', incident, names.before))];
}

/** Print changes, one a line: "Fire in Norwick, Killed: 12 became 14. Because of Norwick Courier, 2031-05-06." */
export function publishChanges(changes: readonly Change[]): string {
  return changes
    .map(({ kind, title, attribute, before, after, because }) => {
      const reports = because.length === 0 ? '' : ` Because of ${because.join('; ')}.`;
      if (kind === 'incident-appeared') return `${title}: new.${reports}\n`;
      if (kind === 'incident-gone') return `${title}: gone.${reports}\n`;
      if (kind === 'appeared') return `${title}, ${attribute}: ${after} appeared.${reports}\n`;
      if (kind === 'withdrawn') return `${title}, ${attribute}: ${before} was withdrawn.${reports}\n`;
      return `${title}, ${attribute}: ${before} became ${after}.${reports}\n`;
    })
    .join('');
}

/**
 * Pair each incident of a later edition with the same incident of an earlier one; the key is the id in the later edition.
 *
 * Incidents are the same where they share an id, else where they share most claims with the same attribute and quoted words.
 */
export function pairIncidents(before: Edition, after: Edition): ReadonlyMap<string, Incident> {
  const byId = new Map(before.incidents.map((incident) => [incident.id, incident]));
  const words = ({ claims }: Edition) =>
    claims.map(({ incident, attribute, evidence }) => ({ incident, key: `${attribute}|${evidence[0]?.quote ?? ''}` }));
  const homes = new Map(words(before).map(({ incident, key }) => [key, incident]));
  const votes = new Map<string, Map<string, number>>();
  for (const { incident, key } of words(after)) {
    const old = homes.get(key);
    if (old === undefined) continue;
    const counts = votes.get(incident) ?? new Map<string, number>();
    votes.set(incident, counts.set(old, (counts.get(old) ?? 0) + 1));
  }
  const taken = new Set(after.incidents.map(({ id }) => id).filter((id) => byId.has(id)));
  const pairs = new Map<string, Incident>();
  for (const { id } of after.incidents) {
    const own = byId.get(id);
    const ranked = [...(votes.get(id) ?? [])].sort(([a, x], [b, y]) => y - x || compareText(a, b));
    const other = ranked.find(([old]) => !taken.has(old))?.[0];
    const old = own ?? byId.get(other ?? '');
    if (old === undefined) continue;
    taken.add(old.id);
    pairs.set(id, old);
  }
  return pairs;
}

type NameArticle = (id: string) => string;

/**
 * Names of the reports of two editions, and the address or path each came from: a page that has changed since is a new report
 * at the same address.
 */
interface Names {
  readonly before: NameArticle;
  readonly after: NameArticle;
  readonly placeOf: (id: string) => string;
}

function nameReports(before: Edition, after: Edition): Names {
  const articles = [...before.articles, ...after.articles];
  const places = new Map(articles.map(({ id, url, path }) => [id, url ?? path ?? id]));
  return { before: nameArticles(before), after: nameArticles(after), placeOf: (id) => places.get(id) ?? id };
}

/** Name each report by its outlet and day. */
function nameArticles(edition: Edition): NameArticle {
  const { witnessOf } = openEdition(edition);
  return (id) => {
    const witness = witnessOf.get(id);
    return [nameSource(witness) ?? id, witness?.day].filter((part) => part !== undefined).join(', ');
  };
}

function makeIncidentChange(kind: Change['kind'], incident: Incident, name: NameArticle): Change {
  return { kind, incident: incident.id, title: incident.title, because: incident.articles.map(name).sort(compareText) };
}

function compareIncidents(old: Incident, incident: Incident, names: Names): readonly Change[] {
  const came = incident.articles.filter((id) => !old.articles.includes(id));
  const left = old.articles.filter((id) => !incident.articles.includes(id));
  const shared = new Set(came.map(names.placeOf).filter((place) => left.some((id) => names.placeOf(id) === place)));
  const fresh = came.map((id) => `${names.after(id)}${shared.has(names.placeOf(id)) ? ' (changed since)' : ''}`);
  const gone = left.filter((id) => !shared.has(names.placeOf(id))).map((id) => `${names.before(id)} (no longer read)`);
  const because = [...fresh, ...gone].sort(compareText);
  const [before, after] = [listValues(old), listValues(incident)];
  const attributes = [...new Set([...before.keys(), ...after.keys()])];
  return attributes.flatMap((attribute): readonly Change[] => {
    const [was, is] = [before.get(attribute), after.get(attribute)];
    if (was === is) return [];
    const kind = was === undefined ? 'appeared' : is === undefined ? 'withdrawn' : 'moved';
    const values = defined({ before: was, after: is });
    return [{ kind, incident: incident.id, title: incident.title, attribute, ...values, because }];
  });
}

function listValues(incident: Incident): ReadonlyMap<string, string> {
  const values = new Map([
    ['Date', formatWhen(incident)],
    ['Place', formatWhere(incident)],
  ]);
  for (const [name, record] of Object.entries(incident.attributes)) {
    const label = attributeNames[name as keyof typeof attributeNames];
    if (record === undefined) continue;
    if (!isCountRecord(record)) values.set(label, spellTerm(record.value ?? 'none'));
    else values.set(label, [formatFigure(record), formatRange(record)].filter((part) => part !== '').join(', '));
  }
  return values;
}
