import {
  attributeTable,
  type Claim,
  type CountRecord,
  countTable,
  defined,
  type Edition,
  isCountAttribute,
  isCountRecord,
} from '../../model/index.ts';
import { formatValue } from '../../pipeline/index.ts';
import { findGroup } from './groups.ts';
import { findPart, isCore } from './parts.ts';
import type { Question } from './question.ts';
import { dayOf, type Found, findRecorded, giveEnds, isOfTotal, newestFirst, numberOf } from './record-figures.ts';
import { type Abstained, type AnswerFigure, abstain, quoteClaims } from './shapes.ts';
import { findNamedSource, matchSource } from './sources.ts';
import type { Word } from './words.ts';

/** Find the record of what is counted. */
export function findRecord({ incidents }: Edition, { attribute }: Question): CountRecord | undefined {
  const record = attribute === undefined ? undefined : incidents[0]?.attributes[attribute];
  return record !== undefined && isCountRecord(record) ? record : undefined;
}

type Answered = Found | Abstained;

/** Look up a figure: that of the record, of a source, of one place, or of a group of those counted. */
export function findFigure(edition: Edition, question: Question): Answered {
  const { attribute, group, part, asOf } = question;
  const record = findRecord(edition, question);
  const label = attribute === undefined ? 'this' : attributeTable[attribute].label.toLowerCase();
  if (record === undefined)
    return abstain('not-stated', `No report${asOf === undefined ? '' : ` by ${asOf}`} states how many were ${label}.`);
  const source = question.source.length > 0 ? question.source : findNamedSource(edition, question);
  const asked = { ...question, source };
  const ofPart = findPart(edition, record, part);
  if (part.length > 0 && (ofPart.length > 0 || !isCore(edition, part))) {
    if (ofPart.length > 0) return stateNewest(edition, record, ofPart);
    return abstain('not-stated', `No report states how many were ${label} in ${nameWords(part)} alone.`);
  }
  if (group.length > 0) {
    const claims = findGroup(edition, record, question);
    if (claims.length === 0)
      return abstain('not-stated', `No report states how many ${nameWords(group)} were ${label}.`);
    return source.length === 0 ? stateNewest(edition, record, claims) : ofSource(edition, record, claims, asked);
  }
  if (source.length > 0) return ofSource(edition, record, claimsOf(edition, record), asked);
  return findRecorded(edition, record, question);
}

const nameWords = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');

/** The claims of a record that count what it counts; a caption is older than the report it stands in, where that counts too. */
function claimsOf({ claims }: Edition, { readings }: CountRecord): readonly Claim[] {
  const ids = readings.filter(isOfTotal).flatMap((reading) => reading.claims);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const all = ids.flatMap((id) => byId.get(id) ?? []);
  const told = new Set(all.filter(({ block }) => block !== 'caption').map(({ article }) => article));
  return all.filter(({ block, article }) => block !== 'caption' || !told.has(article));
}

function ofSource(edition: Edition, record: CountRecord, claims: readonly Claim[], question: Question): Answered {
  const fitOf = matchSource(question.source, edition);
  const said = claims.filter((claim) => fitOf(claim) === 'speaker');
  const printed = claims.filter((claim) => fitOf(claim) === 'outlet');
  const own = printed.filter(({ attribution }) => attribution === undefined);
  const meant = [said, own, printed].find((some) => some.length > 0);
  const who = question.source.map(({ text }) => text).join(' ');
  if (meant === undefined) {
    const others = [...new Set(claims.flatMap(({ attribution }) => attribution?.speaker ?? []))].slice(0, 5);
    const told = others.length === 0 ? '' : ` Figures are given by ${others.join('; ')}.`;
    return abstain('source-silent', `No report gives this figure from ${who}.${told}`);
  }
  if (isToldSingly(edition, record, meant, fitOf))
    return abstain('not-stated', `${who} tells of them one after the other and gives no figure of all.`);
  return stateNewest(edition, record, meant);
}

/** Tell whether a source counts attackers in steps: "two blew themselves up … a third was shot". */
function isToldSingly(
  { claims }: Edition,
  { readings }: CountRecord,
  meant: readonly Claim[],
  fitOf: ReturnType<typeof matchSource>,
): boolean {
  const [newest] = newestFirst(meant);
  if (newest === undefined || !isCountAttribute(newest.attribute)) return false;
  if (countTable[newest.attribute].ofAttackers !== true) return false;
  const ids = new Set(readings.flatMap((reading) => reading.claims));
  const beside = claims.filter(
    ({ id, article, scope }) => ids.has(id) && article === newest.article && scope === 'subset',
  );
  return beside.some((claim) => fitOf(claim) === fitOf(newest));
}

/** Take the newest of some claims, those that stand before those set aside; where they do not agree both ends stand for them. */
function stateNewest(edition: Edition, { readings }: CountRecord, claims: readonly Claim[]): Found {
  const newest = newestFirst(claims)[0];
  const ofDay = claims.filter((claim) => newest !== undefined && dayOf(claim) === dayOf(newest));
  const standing = new Set(readings.filter(({ used }) => used).flatMap((reading) => reading.claims));
  const used = ofDay.filter(({ id }) => standing.has(id));
  const own = used.length > 0 ? used : ofDay;
  if (new Set(own.flatMap(({ value }) => numberOf(value) ?? [])).size > 1) return giveEnds(edition, own);
  const printed = own.filter(({ value }) => numberOf(value) !== undefined);
  const told = printed.length > 0 ? printed : own;
  const [first] = told;
  const words = formatValue(first?.value ?? { kind: 'statement', text: '' });
  const figure: AnswerFigure = {
    ...{ role: 'stated', words, quotes: quoteClaims(edition, told) },
    ...defined({ number: numberOf(first?.value) }),
  };
  return { figures: [figure], says: words };
}
