import {
  type CountAttribute,
  compareText,
  defined,
  type Edition,
  type Incident,
  isCountRecord,
} from '../../src/model/index.ts';
import { policies } from '../../src/reconcile/index.ts';
import { dayOf, type GvaRecord } from './record.ts';

/** Our answer for one incident beside its record; counts include suspects, as the record's do. */
export interface RecordComparison {
  readonly record: GvaRecord;
  readonly incident?: Incident;
  readonly killed: number;
  readonly injured: number;
  readonly date: string | null;
  readonly city: string | undefined;
  readonly right: {
    readonly killed: boolean;
    readonly injured: boolean;
    readonly both: boolean;
    readonly date: boolean;
    readonly city: boolean;
    readonly cityOrCounty: boolean;
  };
}

/** Compare the edition of a record's articles with the record. */
export function compareEdition(record: GvaRecord, edition: Edition): RecordComparison {
  const incident = chooseMain(edition);
  const killed = countAll(incident, 'killed', 'perpetratorsKilled');
  const injured = countAll(incident, 'injured', 'perpetratorsInjured');
  const date = incident?.date.precision === 'day' ? incident.date.value : null;
  const { city, place } = cityOf(incident);
  const right = {
    killed: killed === record.killed,
    injured: injured === record.injured,
    both: killed === record.killed && injured === record.injured,
    date: date === dayOf(record),
    city: city !== undefined && isSamePlace(city, record.city_or_county),
    cityOrCounty: [city, place?.district, place?.name].some((name) => isSamePlace(name, record.city_or_county)),
  };
  return { record, ...(incident && { incident }), killed, injured, date, city, right };
}

/** Choose the main incident with most articles; of equal ones, that with most claims. */
function chooseMain(edition: Edition): Incident | undefined {
  const claims = new Map<string, number>();
  for (const claim of edition.claims) claims.set(claim.incident, (claims.get(claim.incident) ?? 0) + 1);
  return edition.incidents
    .filter((incident) => incident.main)
    .sort(
      (a, b) =>
        b.articles.length - a.articles.length ||
        (claims.get(b.id) ?? 0) - (claims.get(a.id) ?? 0) ||
        compareText(a.id, b.id),
    )[0];
}

/** Add victims and attackers; under a policy that counts attackers among the victims, they are included already. */
function countAll(incident: Incident | undefined, victims: CountAttribute, attackers: CountAttribute): number {
  const name = Object.values(incident?.attributes ?? {})[0]?.policy;
  const policy = policies.find((one) => one.name === name);
  const added = incident !== undefined && policy?.countsAttackers(incident.type) === true;
  return bestOf(incident, victims) + (added ? 0 : bestOf(incident, attackers));
}

function bestOf(incident: Incident | undefined, attribute: CountAttribute): number {
  const record = incident?.attributes[attribute];
  return record !== undefined && isCountRecord(record) ? (record.best ?? 0) : 0;
}

function cityOf(incident: Incident | undefined): { city?: string; place?: Incident['place'] } {
  const place = incident?.place;
  if (place === undefined) return {};
  const city = place.city ?? (place.precision === 'city' ? (place.name ?? undefined) : undefined);
  return { place, ...defined({ city }) };
}

/** Tell whether two names are equal apart from case, accents, the form of "Saint" and a part in brackets. */
export function isSamePlace(ours: string | null | undefined, theirs: string): boolean {
  if (ours === null || ours === undefined) return false;
  const wanted = [theirs, theirs.replace(/\(.*\)/, ''), /\((.*)\)/.exec(theirs)?.[1] ?? theirs].map(normalise);
  return wanted.includes(normalise(ours));
}

function normalise(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\b(saint|ste)\b/g, 'st')
    .replaceAll(/\b(mount)\b/g, 'mt')
    .replaceAll(/\b(fort)\b/g, 'ft')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
