import type { Edition, Incident } from '../../model/index.ts';
import { openEdition } from '../witnesses.ts';
import {
  claimsOf,
  codesOf,
  countOfEvent,
  countryOf,
  type Event,
  figureOf,
  joinKnown,
  listEvents,
  pointOf,
  termOf,
} from './facts.ts';
import { nameColumns, orderCells, type Table } from './table.ts';

/** Source: UCDP Georeferenced Event Dataset Codebook, version 23.1; its 49 columns, in its order. */
const columns = nameColumns(
  'id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob',
  {
    year: 'integer',
    type_of_violence: 'integer',
    number_of_sources: 'integer',
    where_prec: 'integer',
    latitude: 'decimal',
    longitude: 'decimal',
    priogrid_gid: 'integer',
    event_clarity: 'integer',
    date_prec: 'integer',
    date_start: 'date',
    date_end: 'date',
    deaths_a: 'integer',
    deaths_b: 'integer',
    deaths_civilians: 'integer',
    deaths_unknown: 'integer',
    best: 'integer',
    high: 'integer',
    low: 'integer',
  },
);

/**
 * Tabulate an edition in the columns of UCDP GED; the edition must be reconciled under the `ucdp` policy.
 *
 * Ids, names and regions that only UCDP assigns are left blank; `relid` is Variorum's own. `best` is always the sum of the four
 * columns of deaths.
 */
export function tabulateUcdp(edition: Edition): Table {
  const rows = listEvents(openEdition(edition)).map((event) => orderCells(columns, writeRow(event)));
  return { columns, rows, title: 'Events in the columns of the UCDP Georeferenced Event Dataset 23.1' };
}

function writeRow(event: Event) {
  const { incident, id, first, last, witnesses } = event;
  const { lat, lon } = pointOf(event);
  const { place } = incident;
  return {
    relid: id,
    year: first === undefined ? null : Number(first.slice(0, 4)),
    ...writeSides(event),
    number_of_sources: witnesses.length,
    source_article: witnesses
      .map(({ outlet, day, article }) => joinKnown([outlet, day, article.headline], ', '))
      .join('; '),
    source_office: joinKnown(witnesses.map(({ outlet }) => outlet)),
    source_date: joinKnown(witnesses.map(({ day }) => day)),
    source_headline: joinKnown(witnesses.map(({ article }) => article.headline)),
    source_original: joinKnown(
      claimsOf(event, countOfEvent(event, 'killed')).map(({ attribution }) => attribution?.speaker),
    ),
    where_prec: precisionOf(event),
    where_coordinates: event.unit?.place ?? place.name,
    where_description: joinKnown([place.venue, event.unit?.place ?? place.name], ', '),
    adm_1: place.state,
    adm_2: place.district,
    latitude: lat,
    longitude: lon,
    geom_wkt: lat === undefined ? null : `POINT (${lon} ${lat})`,
    priogrid_gid: gridOf(lat, lon),
    country: countryOf(event),
    event_clarity: clarityOf(event),
    date_prec: codesOf(event).date?.ucdp,
    date_start: first,
    date_end: last,
    ...writeDeaths(event),
  };
}

const attacks: ReadonlySet<Incident['type']> = new Set([
  'shooting',
  'bombing',
  'armed-attack',
  'stabbing',
  'vehicle-attack',
  'siege',
  'killing',
]);

const isOneSided = ({ incident }: Event): boolean => attacks.has(incident.type);

/** Write the sides. Attacks are coded as one-sided violence; who fought whom in a clash does not follow from figures and stays blank. */
function writeSides(event: Event) {
  if (!isOneSided(event)) return { side_a: termOf(event, 'perpetrator')?.value };
  return { type_of_violence: 3, side_a: termOf(event, 'perpetrator')?.value, side_b: 'Civilians' };
}

/** Code the place; an event at several of them with a common toll is known to the wider unit alone. */
function precisionOf(event: Event): number | null {
  return event.unit?.rule === 'U10' ? 4 : (codesOf(event).place.ucdp ?? null);
}

/**
 * Code the clarity of the event: 1 individually identifiable, 2 an aggregate (several days, or one of several places with a
 * common toll).
 */
function clarityOf(event: Event): number {
  if (event.unit !== undefined && event.unit.of > 1) return 2;
  return event.incident.date.precision === 'days' && event.incident.type === 'clash' ? 2 : 1;
}

/** Find the PRIO-GRID cell of a point: cells of half a degree, numbered from 180° W, 90° S. */
function gridOf(lat: number | undefined, lon: number | undefined): number | null {
  if (lat === undefined || lon === undefined) return null;
  const [row, column] = [Math.floor((lat + 90) * 2), Math.floor((lon + 180) * 2)];
  return Math.min(row, 359) * 720 + Math.min(column, 719) + 1;
}

const uniformed = /^(?:soldiers|police|military|guards|officers|troops)$/;

function writeDeaths(event: Event) {
  const record = countOfEvent(event, 'killed');
  const best = figureOf(event, 'killed');
  if (record === undefined || best === null) return {};
  const shared = event.unit !== undefined && event.unit.of > 1;
  const attackers = isOneSided(event) || shared ? 0 : Math.min(best, figureOf(event, 'perpetratorsKilled') ?? 0);
  const parts = claimsOf(event, record).flatMap(({ victims = [], value }) =>
    value.kind === 'count' && victims.some((name) => uniformed.test(name)) ? [value.anchor ?? value.min] : [],
  );
  const fighters = shared ? 0 : Math.min(best - attackers, Math.max(0, ...parts));
  const rest = best - attackers - fighters;
  const civil = isOneSided(event);
  return {
    deaths_a: attackers,
    deaths_b: 0,
    deaths_civilians: civil ? rest : 0,
    deaths_unknown: civil ? fighters : rest + fighters,
    best,
    high: shared ? best : record.high,
    low: shared ? best : record.low,
  };
}
