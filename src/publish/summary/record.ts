import {
  type AttributeReading,
  attributes,
  type Claim,
  type CountRecord,
  countAttributes,
  type Incident,
  isCountRecord,
  type TermRecord,
} from '../../model/index.ts';
import type { OpenEdition } from '../witnesses.ts';
import { formatWhen } from '../wording/dates.ts';
import { formatValue, formatWhere } from '../wording/figures.ts';
import { attributeNames, differenceNames, statusNames, statusOf, upperFirst } from '../wording/labels.ts';
import { sayReason } from '../wording/reasons.ts';
import { formatTerm, orderReadings, sayWhy } from '../wording/standing.ts';
import { quoteClaim } from '../wording/words.ts';
import { tellFigure } from './table.ts';
import { cleanLine, type Paint, wrapLine } from './terminal.ts';

const shownClaims = 3;
const shownVoices = 8;

/** Print an incident in full: each record with its readings and their words, the reasons, and the claims and denials. */
export function tellIncident(open: OpenEdition, incident: Incident, width: number, paint: Paint): readonly string[] {
  const records = attributes
    .flatMap((name) => {
      const record = incident.attributes[name];
      return record === undefined || (name === 'reason' && incident.reasons.length > 0) ? [] : [{ name, record }];
    })
    .sort((a, b) => rankRow(a) - rankRow(b));
  return [
    ...wrapLine(cleanLine(incident.title), width, 0).map(paint.bold),
    ...wrapLine(cleanLine(`${formatWhen(incident)} · ${formatWhere(incident)}`), width, 0).map(paint.dim),
    ...records.flatMap(({ name, record }) => tellRecord(open, attributeNames[name], record, width, paint)),
    ...tellReasons(open, incident, width, paint),
    ...tellVoices(open, incident, width),
  ];
}

function rankRow({ name, record }: { readonly name: string; readonly record: CountRecord | TermRecord }): number {
  return (
    (record.status === 'disputed' ? 0 : 100) +
    (countAttributes as readonly string[]).indexOf(name) +
    (isCountRecord(record) ? 0 : 50)
  );
}

function tellRecord(
  open: OpenEdition,
  name: string,
  record: CountRecord | TermRecord,
  width: number,
  paint: Paint,
): readonly string[] {
  const status = statusOf(record);
  const why = sayWhy(record);
  const accepted = isCountRecord(record) ? tellFigure(record) : cleanLine(formatTerm(record) ?? 'none');
  // Several statements that do not exclude each other have no common status; each is printed below.
  const head = why === '' ? `${name}:` : `${statusNames[status].mark} ${name}: ${accepted}`;
  // Readings that are terms ("attack", "gunmen") would only repeat the accepted value; those that name an actor show who is
  // said to have done it.
  const told = why === '' || isCountRecord(record) || record.readings.some(({ value }) => value.kind === 'actor');
  return [
    '',
    ...wrapLine(head, width, 0).map((line) => (why === '' ? line : paint.status(status, line))),
    ...wrapLine(cleanLine(why), width, 2),
    ...(told ? orderReadings(record) : []).flatMap((reading) => tellReading(open, reading, width, paint)),
  ];
}

function tellReading(open: OpenEdition, reading: AttributeReading, width: number, paint: Paint): readonly string[] {
  const claims = reading.claims.flatMap((id) => open.claims.get(id) ?? []);
  const difference =
    reading.difference === undefined || reading.value.kind === 'statement'
      ? ''
      : ` (${differenceNames[reading.difference]})`;
  const more = claims.length > shownClaims ? [`and ${claims.length - shownClaims} more`] : [];
  return [
    ...wrapLine(cleanLine(`${formatValue(reading.value)}${difference}`), width, 4),
    ...[...claims.slice(0, shownClaims).map((claim) => tellClaim(open, claim)), ...more]
      .flatMap((line) => wrapLine(line, width, 8))
      .map(paint.dim),
  ];
}

function tellClaim(open: OpenEdition, claim: Claim): string {
  const witness = open.witnessOf.get(claim.article);
  const siglum = witness === undefined ? '?' : witness.copies.length > 0 ? `(${witness.siglum})` : witness.siglum;
  const speaker =
    claim.attribution === undefined || claim.attribution.kind === 'outlet' ? '' : `, ${claim.attribution.speaker}`;
  return cleanLine(`${siglum} “${quoteClaim(claim)}”${speaker}`);
}

/** Print the reasons reports give, each with the speakers and whether they assert, claim or deny it. */
function tellReasons(open: OpenEdition, { reasons }: Incident, width: number, paint: Paint): readonly string[] {
  if (reasons.length === 0) return [];
  const lines = reasons.flatMap((reason) => [
    ...wrapLine(cleanLine(upperFirst(reason.summary)), width, 4),
    ...wrapLine(cleanLine(sayReason(open, reason)), width, 8).map(paint.dim),
  ]);
  return ['', 'Why it happened, who says so', ...lines];
}

const stanceRank = { claims: 0, confirms: 1, denies: 2, accuses: 3, warns: 4 } as const;

/** Print who claims, confirms, denies, accuses and warns, in the words of the reports. */
function tellVoices(open: OpenEdition, incident: Incident, width: number): readonly string[] {
  const spoken = (open.voicesOf.get(incident.id) ?? []).flatMap((voice) =>
    voice.stance === 'says' ? [] : [{ voice, rank: stanceRank[voice.stance] }],
  );
  if (spoken.length === 0) return [];
  const lines = [...spoken]
    .sort((a, b) => a.rank - b.rank)
    .slice(0, shownVoices)
    .flatMap(({ voice: { speaker, cue, article, quote } }) => {
      const siglum = open.witnessOf.get(article)?.siglum ?? '?';
      return wrapLine(cleanLine(`${siglum} ${speaker} (${cue}): “${quote}”`), width, 4);
    });
  const more = spoken.length > shownVoices ? [`    and ${spoken.length - shownVoices} more`] : [];
  return ['', 'Who claims, confirms, denies, accuses, warns', ...lines, ...more];
}
