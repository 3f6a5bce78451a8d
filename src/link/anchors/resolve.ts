import {
  type ArticleReading,
  type Claim,
  type DateValue,
  type IncidentMention,
  makeId,
  type TimeExpression,
} from '../../model/index.ts';
import { resolveTold } from '../../text/calendar.ts';

type Resolved = ReadonlyMap<string, DateValue>;

function keyOf(time: TimeExpression): string {
  return `${time.start} ${time.end}`;
}

/** Resolve every told time again, in text order, so that "the same month" counts from the one before it. */
function resolveTimes(reading: ArticleReading, anchorDay: string): Resolved {
  const times = new Map(
    reading.mentions.flatMap((mention) => mention.when.map((time) => [keyOf(time), time] as const)),
  );
  const resolved = new Map<string, DateValue>();
  let before: DateValue | undefined;
  for (const time of [...times.values()].sort((x, y) => x.start - y.start || x.end - y.end)) {
    const kept = time.fixed === true ? time.value : undefined;
    const value = kept ?? resolveTold(time, anchorDay, before) ?? time.value;
    if (value === undefined) continue;
    resolved.set(keyOf(time), value);
    before = value;
  }
  return resolved;
}

function rewriteMention(mention: IncidentMention, resolved: Resolved): IncidentMention {
  return {
    ...mention,
    when: mention.when.map((time) => {
      const value = resolved.get(keyOf(time));
      return value === undefined ? time : { ...time, value };
    }),
  };
}

function sameDate(a: DateValue, b: DateValue): boolean {
  return a.earliest === b.earliest && a.latest === b.latest;
}

/** Find the time a date claim was read from: stated of its mention, inside its evidence, with its value where several are. */
function findTime(claim: Claim, mention: IncidentMention | undefined): TimeExpression | undefined {
  const inside = (mention?.when ?? []).filter((time) =>
    claim.evidence.some(({ start, end }) => start <= time.start && time.end <= end),
  );
  const { value } = claim;
  const exact = inside.find((time) => value.kind === 'date' && time.value !== undefined && sameDate(time.value, value));
  return exact ?? inside[0];
}

function rewriteClaim(claim: Claim, mention: IncidentMention | undefined, resolved: Resolved, day: string): Claim {
  const asOf =
    claim.asOf === undefined || claim.asOf.how === 'published' ? { value: day, how: 'story' as const } : claim.asOf;
  const time = claim.attribute === 'date' ? findTime(claim, mention) : undefined;
  const value = time === undefined || time.reference.kind === 'absolute' ? undefined : resolved.get(keyOf(time));
  if (value === undefined) return { ...claim, asOf };
  return { ...claim, asOf, value, resolution: { value, anchor: 'story' } };
}

/** State the date of a mention whose words could not be resolved before the story dated its article. */
function stateDate(
  reading: ArticleReading,
  mention: IncidentMention,
  resolved: Resolved,
  day: string,
): readonly Claim[] {
  const time = mention.when.find((each) => each.role === 'point');
  if (time === undefined || time.value !== undefined) return [];
  const value = resolved.get(keyOf(time));
  const known = reading.claims.some(
    (claim) => claim.attribute === 'date' && claim.incident === mention.id && findTime(claim, mention) === time,
  );
  if (value === undefined || known) return [];
  const article = reading.article.id;
  return [
    {
      id: makeId('claim', article, mention.id, 'date', time.start, time.end),
      article,
      incident: mention.id,
      attribute: 'date',
      value,
      scope: 'unstated',
      accumulation: 'final',
      asOf: { value: day, how: 'story' },
      modality: 'asserted',
      resolution: { value, anchor: 'story' },
      confidence: 0.7,
      evidence: [{ start: time.start, end: time.end, quote: reading.article.text.value.slice(time.start, time.end) }],
      producer: { name: 'link', version: '1', rule: 'anchors/story' },
    },
  ];
}

/**
 * Read an article's times again from the day its story gives it.
 *
 * Mentions get new values, date claims a `resolution` by the story, figures an `asOf` by the story. A mention that had no
 * resolvable date gets its date claim now. Ids stay.
 */
export function resolveAgain(reading: ArticleReading, anchorDay: string): ArticleReading {
  const resolved = resolveTimes(reading, anchorDay);
  const mentionOf = new Map(reading.mentions.map((mention) => [mention.id, mention]));
  const claims = reading.claims.map((claim) => rewriteClaim(claim, mentionOf.get(claim.incident), resolved, anchorDay));
  const added = reading.mentions.flatMap((mention) => stateDate(reading, mention, resolved, anchorDay));
  return {
    ...reading,
    mentions: reading.mentions.map((mention) => rewriteMention(mention, resolved)),
    claims: [...claims, ...added],
  };
}
