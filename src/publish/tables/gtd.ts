import attackTypes from '../../../data/attack-types.json' with { type: 'json' };
import words from '../../../data/gtd-words.json' with { type: 'json' };
import { type Edition, isCountRecord } from '../../model/index.ts';
import { openEdition } from '../witnesses.ts';
import { spellTerm } from '../wording/labels.ts';
import {
  claimsOf,
  countOfEvent,
  countryOf,
  type Event,
  figureOf,
  isNear,
  isSuicide,
  joinKnown,
  listEvents,
  pointOf,
  sentencesOf,
  spanDays,
  termOf,
  townOf,
} from './facts.ts';
import { nameColumns, orderCells, type Table } from './table.ts';

const numbers =
  'iyear imonth iday extended specificity vicinity crit1 crit2 crit3 doubtterr alternative multiple success suicide attacktype1 targtype1 guncertain1 individual nperps nperpcap claimed claimmode compclaim weaptype1 nkill nkillus nkillter nwound nwoundus nwoundte property propextent ishostkid nhostkid';

/** Source: Global Terrorism Database Codebook (2017): the most used columns, in its order; `nwoundte` is spelt so there. */
const columns = nameColumns(
  'eventid iyear imonth iday approxdate extended resolution country country_txt region region_txt provstate city latitude longitude specificity vicinity location summary crit1 crit2 crit3 doubtterr alternative multiple success suicide attacktype1 attacktype1_txt targtype1 targtype1_txt corp1 target1 natlty1 gname gsubname guncertain1 individual nperps nperpcap claimed claimmode claimmode_txt compclaim weaptype1 weaptype1_txt weapdetail nkill nkillus nkillter nwound nwoundus nwoundte property propextent ishostkid nhostkid addnotes scite1 scite2 scite3 related',
  {
    ...Object.fromEntries(numbers.split(' ').map((name) => [name, 'integer'] as const)),
    latitude: 'decimal',
    longitude: 'decimal',
  },
);

/**
 * Tabulate an edition in the columns of the GTD; the edition must be reconciled under the `gtd` policy.
 *
 * Columns that need a coder's judgement (criteria, doubt, success) and codes that only the GTD assigns are left blank.
 * `eventid` is Variorum's own and stays the same when a date is corrected.
 */
export function tabulateGtd(edition: Edition): Table {
  const rows = listEvents(openEdition(edition)).map((event) => orderCells(columns, writeRow(event)));
  return { columns, rows, title: 'Incidents in columns of the Global Terrorism Database' };
}

function writeRow(event: Event) {
  const { incident, id, unit } = event;
  const { place } = incident;
  const { lat, lon } = pointOf(event);
  const siblings = unit === undefined ? [] : (incident.units ?? []).filter(({ number }) => number !== unit.number);
  return {
    eventid: id,
    ...writeDate(event),
    country_txt: countryOf(event),
    provstate: place.state,
    city: townOf(event) ?? (place.country === undefined ? null : 'Unknown'),
    latitude: lat,
    longitude: lon,
    specificity: specificityOf(event),
    vicinity: isNear(event) ? 1 : 0,
    location: place.venue,
    summary: incident.title,
    multiple: siblings.length > 0 ? 1 : 0,
    suicide: spellSuicide(isSuicide(event)),
    ...writeKind(event),
    ...writeTarget(event),
    ...writeGroup(event),
    nperps: figureOf(event, 'perpetrators'),
    nperpcap: figureOf(event, 'arrested'),
    ...writeTolls(event),
    ...writeHostages(event),
    addnotes: writeNotes(event),
    ...writeSources(event),
    related: siblings.map(({ number }) => `${incident.id}-${number}`).join(', '),
  };
}

/** Write the date; a month or day that is not known is 0, with the range of days in `approxdate`. */
function writeDate(event: Event) {
  const { first, last } = event;
  if (first === undefined || last === undefined) return {};
  const oneDay = first === last;
  const oneMonth = first.slice(0, 7) === last.slice(0, 7);
  return {
    iyear: Number(first.slice(0, 4)),
    imonth: oneMonth ? Number(first.slice(5, 7)) : 0,
    iday: oneDay ? Number(first.slice(8, 10)) : 0,
    approxdate: oneDay ? '' : `${first} to ${last}`,
    extended: event.incident.type === 'siege' && (spanDays(event) ?? 1) > 1 ? 1 : 0,
  };
}

/** Code the coordinates: 1 those of the town · 3 centre of a second-order unit · 4 of a first-order unit · 5 unknown. */
function specificityOf(event: Event): number {
  const codes = { venue: 1, city: 1, district: 3, state: 4, region: 5, country: 5, water: 5, unknown: 5 } as const;
  return codes[event.incident.place.precision];
}

/** Code whether it was a suicide attack; blank where words do not say at which of several sites the attacker died. */
function spellSuicide(told: boolean | undefined): number | null {
  return told === undefined ? null : Number(told);
}

/**
 * Code the type of attack: the first type, in the codebook's order of precedence, that is named by the words on the kind of
 * incident; else the type that the kind of incident is; else 9, unknown.
 */
function writeAttackType(event: Event) {
  const { type } = event.incident;
  const told = claimsOf(event, termOf(event, 'type')).flatMap(({ evidence }) => evidence.map(({ quote }) => quote));
  const words = ` ${told.join(' ').toLowerCase()} `;
  const found =
    attackTypes.types.find((one) => one.words.some((word) => words.includes(` ${word} `))) ??
    attackTypes.types.find(({ incidents }) => (incidents as readonly string[]).includes(type));
  return { attacktype1: found?.code ?? 9, attacktype1_txt: found?.name ?? 'Unknown' };
}

type Code = readonly [number, string];
const codeWeapons = Object.entries(words.weapons).map(([name, code]) => [name, code as unknown as Code] as const);

function writeKind(event: Event) {
  const weapon = termOf(event, 'weapon')?.value ?? '';
  const [code, text] = codeWeapons.find(([name]) => weapon.includes(name))?.[1] ?? [13, 'Unknown'];
  return {
    ...writeAttackType(event),
    weaptype1: code,
    weaptype1_txt: text,
    weapdetail: spellTerm(weapon),
  };
}

function writeTarget(event: Event) {
  const target = termOf(event, 'target')?.value;
  return { target1: target === null || target === undefined ? null : spellTerm(target) };
}

/** Write the group that did it, whether it claimed the attack, and whether it is only suspected. */
function writeGroup(event: Event) {
  const claims = claimsOf(event, termOf(event, 'responsibility')).filter(
    ({ modality }) => modality === 'claimed' || modality === 'asserted',
  );
  const named = claimsOf(event, termOf(event, 'perpetrator'));
  const group = termOf(event, 'responsibility')?.value ?? termOf(event, 'perpetrator')?.value;
  const claimed = claims.length > 0;
  const suspected = named.length > 0 && named.every(({ modality }) => modality !== 'asserted');
  const groups = new Set(claims.flatMap(({ value }) => (value.kind === 'actor' ? [value.actor ?? value.name] : [])));
  const told = `${sentencesOf(event, claims)} ${claims.map(({ attribution }) => attribution?.cue ?? '').join(' ')}`;
  const mode = Object.entries(words.claimModes).find(([, { cues }]) =>
    new RegExp(`\\b(?:${cues.join('|')})`, 'i').test(told),
  );
  return {
    gname: group ?? 'Unknown',
    guncertain1: group === undefined || group === null ? null : claimed || !suspected ? 0 : 1,
    claimed: claimed ? 1 : 0,
    ...(claimed ? { claimmode: Number(mode?.[0] ?? 10), claimmode_txt: mode?.[1].name ?? 'Unknown' } : {}),
    compclaim: claimed ? Number(groups.size > 1) : null,
  };
}

/**
 * Write the dead and wounded. `nkill` and `nwound` count victims and attackers; the counts of Americans are filled only where
 * the words of a part name them ("two Americans").
 */
function writeTolls(event: Event) {
  return {
    nkill: figureOf(event, 'killed'),
    nkillus: countAmericans(event, 'killed'),
    nkillter: figureOf(event, 'perpetratorsKilled'),
    nwound: figureOf(event, 'injured'),
    nwoundus: countAmericans(event, 'injured'),
    nwoundte: figureOf(event, 'perpetratorsInjured'),
  };
}

const american = /\b(?:US|U\.S\.|American)s?\b/;

function countAmericans(event: Event, attribute: 'killed' | 'injured'): number | null {
  if (event.unit !== undefined && event.unit.of > 1) return null;
  const parts = claimsOf(event, countOfEvent(event, attribute)).flatMap(({ evidence, value, scope }) =>
    value.kind === 'count' && scope !== 'total' && evidence.some(({ quote }) => american.test(quote))
      ? [value.anchor ?? value.min]
      : [],
  );
  return parts.length === 0 ? null : Math.max(...parts);
}

function writeHostages(event: Event) {
  const record = event.incident.attributes.hostages;
  const held = record !== undefined && isCountRecord(record);
  return { ishostkid: held ? 1 : 0, nhostkid: held ? record.best : null };
}

function writeNotes(event: Event): string {
  const others = countOfEvent(event, 'killed')?.notes ?? [];
  return joinKnown(
    [others.length === 0 ? '' : `Other figures for the dead: ${others.join('; ')}.`, event.unit?.note],
    ' ',
  );
}

function writeSources({ witnesses }: Event) {
  const cited = witnesses.map(({ outlet, day, article }) => joinKnown([article.headline, outlet, day], ', '));
  return { scite1: cited[0], scite2: cited[1], scite3: cited[2] };
}
