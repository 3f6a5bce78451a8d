import { type CountAttribute, countAttributes, type Edition, isCountAttribute, sortBy } from '../../model/index.ts';
import { RequestError } from '../../pipeline/index.ts';
import { listCodings, putCoding } from '../../store/index.ts';
import { type Agreement, measureAgreement, type Rating } from './agreement.ts';
import { decideRecord, type Kept } from './decide.ts';
import { cutIncident, openFamily, openRecord } from './record.ts';
import type { Room } from './room.ts';

/** What a coder says of one attribute: a count, the least and the most, or that nobody can tell. */
export type CodedValue = number | readonly [least: number, most: number] | 'unknown';

/** Reports to code from, with nothing in them that says what others made of them. */
export interface BlindSheet {
  readonly incident: string;
  readonly title: string;
  /** Reports alone: no claims, no figures, no decisions. */
  readonly edition: Edition;
  /** What is asked of everybody who codes this incident. */
  readonly asked: readonly CountAttribute[];
}

/** The round in which a record is coded a second time. */
const round = 'blind';

/** Open an incident to be coded by somebody who has not seen what others made of it. Throws RequestError where there is none. */
export async function openBlind(room: Room, incident: string): Promise<BlindSheet> {
  const { edition } = await openFamily(room, incident);
  const { decisions: _decisions, ...cut } = cutIncident(edition, incident);
  const [record] = cut.incidents;
  if (record === undefined) throw new RequestError(`there is no incident "${incident}"`);
  const asked = countAttributes.filter((name) => record.attributes[name] !== undefined);
  const bare = { ...record, attributes: {}, reasons: [], because: [] };
  return {
    incident,
    title: record.title,
    asked: asked.length === 0 ? ['killed'] : asked,
    edition: { ...cut, incidents: [bare], claims: [], voices: [] },
  };
}

/** Keep what a person codes blind. Throws RequestError for a value that is none. */
export async function codeBlind(
  room: Room,
  who: string,
  incident: string,
  values: Readonly<Record<string, CodedValue>>,
): Promise<void> {
  await openFamily(room, incident);
  const rows = Object.entries(values).map(([attribute, value]) => {
    if (!isCountAttribute(attribute as CountAttribute)) throw new RequestError(`${attribute} counts nobody`);
    if (Array.isArray(value) && value[0] > value[1]) throw new RequestError('the first is to be the lower');
    return { round, incident, who, attribute, content: JSON.stringify(value), at: room.archive.now() };
  });
  const seq = await room.archive.database.write(async (tx) => {
    let last = room.seq;
    for (const row of rows) last = await putCoding(tx, row);
    return last;
  });
  room.seq = Math.max(room.seq, seq);
  room.hub.publish({ kind: 'coded', seq, who, incidents: [incident] });
}

/** Codings of one attribute that are not the same. */
export interface Disagreement {
  readonly incident: string;
  readonly title: string;
  readonly attribute: CountAttribute;
  readonly codings: readonly { readonly who: string; readonly value: CodedValue }[];
  /** Who settled it, being none of the coders. */
  readonly adjudicated?: { readonly by: string; readonly at: string };
}

/** How far coders agree, and where they do not. */
export interface AgreementReport {
  readonly whole: Agreement;
  readonly byAttribute: readonly { readonly attribute: CountAttribute; readonly agreement: Agreement }[];
  readonly disagreements: readonly Disagreement[];
}

interface Coding {
  readonly incident: string;
  readonly attribute: CountAttribute;
  readonly who: string;
  readonly value: CodedValue;
}

/** Measure agreement over all that was coded: blind codings, and figures that people settled on the record. */
export async function reportAgreement(room: Room): Promise<AgreementReport> {
  const codings = await gatherCodings(room);
  const ratings = codings.map(toRating);
  const names = countAttributes.filter((name) => codings.some(({ attribute }) => attribute === name));
  return {
    whole: measureAgreement(ratings),
    byAttribute: names.map((attribute) => ({
      attribute,
      agreement: measureAgreement(ratings.filter(({ unit }) => unit.endsWith(` ${attribute}`))),
    })),
    disagreements: listDisagreements(room, codings),
  };
}

function toRating({ incident, attribute, who, value }: Coding): Rating {
  const number = typeof value === 'object' ? (value[0] + value[1]) / 2 : value;
  return { unit: `${incident} ${attribute}`, who, value: number };
}

/** Gather blind codings, and of the incidents coded blind the figures that people settled before anybody adjudicated. */
async function gatherCodings(room: Room): Promise<readonly Coding[]> {
  const rows = await room.archive.database.read(listCodings);
  const blind = rows.flatMap(({ incident, attribute, who, content }): readonly Coding[] =>
    room.board.has(incident)
      ? [{ incident, attribute: attribute as CountAttribute, who, value: JSON.parse(content) as CodedValue }]
      : [],
  );
  const asked = new Set(blind.map(({ incident, attribute }) => `${incident} ${attribute}`));
  const settled: Coding[] = [];
  for (const incident of new Set(blind.map((one) => one.incident)))
    settled.push(...(await listSettled(room, incident)).filter((one) => asked.has(`${incident} ${one.attribute}`)));
  const own = settled.filter(
    (one) =>
      !blind.some(
        ({ incident, attribute, who }) => incident === one.incident && attribute === one.attribute && who === one.who,
      ),
  );
  return [...blind, ...own];
}

/** List the figures of an incident that coders settled on its record, with the value that each gave it. */
async function listSettled(room: Room, incident: string): Promise<readonly Coding[]> {
  const { edition } = await openRecord(room, incident);
  const [record] = edition.incidents;
  return (edition.decisions ?? []).flatMap((decision): readonly Coding[] => {
    const { action, attribute, by, value, reason } = decision;
    if (attribute === undefined || !isCountAttribute(attribute) || reason.startsWith(adjudicating)) return [];
    const coding = { incident, attribute, who: by };
    if (action === 'cannot-tell') return [{ ...coding, value: 'unknown' }];
    if (action === 'override' && value !== undefined)
      return [{ ...coding, value: value.anchor ?? [value.min, value.max ?? value.min] }];
    if (action !== 'accept') return [];
    const readings = record?.attributes[attribute]?.readings ?? [];
    const quoted = new Set((decision.claims ?? []).map(({ exact }) => exact));
    const reading = readings.find(({ claims }) =>
      edition.claims.some(({ id, evidence }) => claims.includes(id) && quoted.has(evidence[0]?.quote ?? '')),
    );
    return reading?.value.kind === 'count' ? [{ ...coding, value: reading.value.anchor ?? reading.value.min }] : [];
  });
}

/** How the reason of an adjudication begins, so that it is not taken for a coding. */
const adjudicating = 'Adjudicated: ';

function listDisagreements(room: Room, codings: readonly Coding[]): readonly Disagreement[] {
  const units = new Map<string, Coding[]>();
  for (const coding of codings) {
    const key = `${coding.incident} ${coding.attribute}`;
    const own = units.get(key);
    if (own === undefined) units.set(key, [coding]);
    else own.push(coding);
  }
  const found = [...units.values()].flatMap((own): readonly Disagreement[] => {
    const [first] = own;
    if (first === undefined || new Set(own.map(({ value }) => JSON.stringify(value))).size < 2) return [];
    const { incident, attribute } = first;
    const settled = room.decisions.findLast(
      ({ decision, undone }) =>
        undone === undefined &&
        decision.attribute === attribute &&
        decision.reason.startsWith(adjudicating) &&
        room.about.get(decision.id) === incident,
    )?.decision;
    const codings_ = own.map(({ who, value }) => ({ who, value }));
    const title = room.board.get(incident)?.title ?? '';
    const adjudicated = settled === undefined ? {} : { adjudicated: { by: settled.by, at: settled.at } };
    return [{ incident, title, attribute, codings: codings_, ...adjudicated }];
  });
  // What is open comes first.
  return sortBy(found, ({ adjudicated, title, incident, attribute }) => [
    adjudicated === undefined ? 0 : 1,
    title,
    incident,
    countAttributes.indexOf(attribute),
  ]);
}

/**
 * Settle what two coders coded otherwise. Throws RequestError where whoever adjudicates is one of them, and what `decideRecord` throws.
 */
export async function adjudicate(
  room: Room,
  who: string,
  asked: {
    readonly incident: string;
    readonly attribute: string;
    readonly value: CodedValue;
    readonly reason: string;
    readonly seen: string;
  },
): Promise<Kept> {
  const { incident, attribute, value, reason, seen } = asked;
  const codings = (await gatherCodings(room)).filter((one) => one.incident === incident && one.attribute === attribute);
  if (codings.some((one) => one.who === who))
    throw new RequestError('you coded this yourself; somebody who did not is to adjudicate it');
  if (reason.trim() === '') throw new RequestError('say why');
  const target = `${incident}.${attribute}`;
  const why = `${adjudicating}${reason.trim()}`;
  return value === 'unknown'
    ? decideRecord(room, who, incident, { action: 'cannot-tell', target, reason: why }, seen)
    : decideRecord(room, who, incident, { action: 'override', target, value, reason: why }, seen);
}
