import { iso31661 } from 'iso-3166';
import type { Edition, Incident } from '../../model/index.ts';
import { openEdition } from '../witnesses.ts';
import { formatDay } from '../wording/dates.ts';
import { sayProof } from '../wording/incident.ts';
import {
  claimsOf,
  codesOf,
  countOfEvent,
  countryOf,
  type Event,
  figureOf,
  isSuicide,
  joinKnown,
  listEvents,
  pointOf,
  termOf,
  townOf,
} from './facts.ts';
import { nameColumns, orderCells, type Table } from './table.ts';

/** Source: ACLED Codebook; its 31 columns, in its order. */
const columns = nameColumns(
  'event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes fatalities tags timestamp',
  {
    year: 'integer',
    time_precision: 'integer',
    iso: 'integer',
    latitude: 'decimal',
    longitude: 'decimal',
    geo_precision: 'integer',
    fatalities: 'integer',
  },
);

/**
 * Tabulate an edition in the columns of ACLED; the edition must be reconciled under the `acled` policy.
 *
 * Ids, regions and actor codes that only ACLED assigns are left blank; Variorum's own id is in `tags`.
 */
export function tabulateAcled(edition: Edition): Table {
  const rows = listEvents(openEdition(edition)).map((event) => orderCells(columns, writeRow(event)));
  return { columns, rows, title: 'Events in the columns of the Armed Conflict Location and Event Data' };
}

const kinds: Readonly<Partial<Record<Incident['type'], readonly [string, string]>>> = {
  clash: ['Battles', 'Armed clash'],
  airstrike: ['Explosions/Remote violence', 'Air/drone strike'],
  bombing: ['Explosions/Remote violence', 'Remote explosive/landmine/IED'],
  kidnapping: ['Violence against civilians', 'Abduction/forced disappearance'],
  shooting: ['Violence against civilians', 'Attack'],
  'armed-attack': ['Violence against civilians', 'Attack'],
  stabbing: ['Violence against civilians', 'Attack'],
  'vehicle-attack': ['Violence against civilians', 'Attack'],
  siege: ['Violence against civilians', 'Attack'],
  killing: ['Violence against civilians', 'Attack'],
};

function writeRow(event: Event) {
  const { incident, id, first, witnesses } = event;
  const { place } = incident;
  const { lat, lon } = pointOf(event);
  const [kind, subKind] = kindOf(event);
  const civilians = kind === 'Violence against civilians' || targetsCivilians(event);
  const country = countryOf(event);
  return {
    event_date: first === undefined ? null : formatDay(first),
    year: first === undefined ? null : Number(first.slice(0, 4)),
    time_precision: codesOf(event).date?.acled,
    disorder_type: kind === undefined ? null : 'Political violence',
    event_type: kind,
    sub_event_type: subKind,
    actor1:
      termOf(event, 'perpetrator')?.value ?? (country === undefined ? null : `Unidentified Armed Group (${country})`),
    actor2: civilians && country !== undefined ? `Civilians (${country})` : null,
    civilian_targeting: civilians ? 'Civilian targeting' : null,
    iso: Number(iso31661.find(({ alpha2 }) => alpha2 === place.country)?.numeric ?? Number.NaN) || null,
    country,
    admin1: place.state,
    admin2: place.district,
    location: townOf(event) ?? place.name,
    latitude: lat,
    longitude: lon,
    geo_precision: codesOf(event).place.acled,
    source: joinKnown(witnesses.map(({ outlet }) => outlet)),
    notes: writeNotes(event),
    fatalities: figureOf(event, 'killed') ?? 0,
    tags: `variorum=${id}`,
  };
}

function kindOf(event: Event): readonly [string?, string?] {
  const { incident } = event;
  if (incident.type !== 'bombing') return kinds[incident.type] ?? [];
  const suicide = isSuicide(event);
  if (suicide === false) return kinds.bombing ?? [];
  return suicide === true ? ['Explosions/Remote violence', 'Suicide bomb'] : ['Explosions/Remote violence'];
}

function targetsCivilians(event: Event): boolean {
  const victims = claimsOf(event, countOfEvent(event, 'killed')).flatMap((claim) => claim.victims ?? []);
  return victims.some((name) => /^(?:civilians|children|women)$/.test(name));
}

function writeNotes(event: Event): string {
  const record = countOfEvent(event, 'killed');
  const others = record?.notes ?? [];
  return joinKnown(
    [
      `${event.incident.title}.`,
      record?.why,
      others.length === 0 ? '' : `Other figures: ${others.join('; ')}.`,
      event.unit?.note,
      ...(event.incident.proof ?? []).map(sayProof),
    ],
    ' ',
  );
}
