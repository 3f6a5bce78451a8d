import { appendOutput, describeFailure, readClock } from '../../io/index.ts';
import {
  type CountValue,
  type DateValue,
  type Decision,
  type DecisionAction,
  defined,
  type Edition,
  type PlaceValue,
  type ProofStandard,
  proofStandards,
} from '../../model/index.ts';
import { type DecisionDraft, writeDecision } from '../../reconcile/index.ts';
import { OutputError, RequestError } from '../errors.ts';
import { isMoment, toInstant } from './moments.ts';
import { checkPolicy } from './revise.ts';
import { readTarget } from './target.ts';

/** What a person decides about an edition. */
export interface DecisionRequest {
  readonly action: DecisionAction;
  /** `INCIDENT` or `INCIDENT.attribute`: an id, the beginning of one, or a number from 1. `accept` and `override` need an attribute. */
  readonly target: string;
  /** Who decides. */
  readonly by: string;
  readonly reason: string;
  /** Day or instant, ISO 8601, UTC where no zone is given; the clock's where absent. */
  readonly at?: string;
  /** `accept`, `reject`, `split`, `move`: ids of the claims meant. */
  readonly claims?: readonly string[];
  /** `override`, `add-claim`: a count, or the least and the most. */
  readonly value?: number | readonly [least: number, most: number];
  /** `re-date`: a day, or `FROM/TO`. */
  readonly date?: string;
  /** `set-policy`: its name. */
  readonly policy?: string;
  /** `set-proof`: the standard of proof that is met; of the incident, or of the attribute of the target. */
  readonly proof?: ProofStandard;
  /** `re-place`: its name, and what is known of it. */
  readonly place?: Partial<Omit<PlaceValue, 'kind'>> & { readonly name: string };
  /** `merge`: the incident to join to the target. `move`: the one the claims are of. */
  readonly other?: string;
  /** `add-claim`: where the words stand, UTF-16 code units of the article's text. */
  readonly words?: { readonly article: string; readonly start: number; readonly end: number };
  /** `copy-of`: ids of the report that repeats another, and of that one. */
  readonly reports?: { readonly copy: string; readonly of: string };
}

/**
 * Write a person's decision down, with the words it is about, so that it outlives the ids of this edition.
 *
 * Nothing is changed: `revise` applies decisions, and `read` with the same reports and decisions comes to the same. Throws RequestError
 * where the target, a claim, the policy or the other incident is not there, or what the action needs is missing.
 */
export function decide(edition: Edition, request: DecisionRequest): Decision {
  const { incident, attribute } = readTarget(edition, request.target);
  const at = request.at ?? readClock();
  if (!isMoment(at)) throw new RequestError(`at ${at}: give a day or instant, such as 2024-03-23T12:00Z`);
  return writeDecision(edition, {
    action: request.action,
    incident,
    by: request.by,
    at: toInstant(at),
    reason: request.reason,
    ...defined({ attribute }),
    ...readSubject(edition, request, attribute !== undefined),
  });
}

/** Add a decision to a file of decisions, one JSON object a line. Throws OutputError where the disk refuses. */
export async function appendDecision(path: string, decision: Decision): Promise<void> {
  try {
    await appendOutput(path, printDecision(decision));
  } catch (error) {
    throw new OutputError(`${path}: ${describeFailure(error)}`);
  }
}

/** Print a decision as a line of a file of decisions. */
export function printDecision(decision: Decision): string {
  return `${JSON.stringify(decision)}\n`;
}

type Subject = Pick<
  DecisionDraft,
  'claims' | 'value' | 'date' | 'place' | 'policy' | 'proof' | 'other' | 'words' | 'reports'
>;

/** Actions that are about one attribute. */
const needsAttribute: ReadonlySet<DecisionAction> = new Set(['accept', 'override', 'cannot-tell', 'add-claim']);

/** Read what the action is about, and what is decided of it. */
function readSubject(edition: Edition, request: DecisionRequest, hasAttribute: boolean): Subject {
  const { action } = request;
  const need = <T>(value: T | undefined, what: string): T => {
    if (value === undefined) throw new RequestError(`${action} needs ${what}`);
    return value;
  };
  const findOther = (): string => readTarget(edition, need(request.other, 'the other incident')).incident;
  if (needsAttribute.has(action) && !hasAttribute) need(undefined, 'INCIDENT.attribute');
  switch (action) {
    case 'accept':
    case 'reject':
    case 'split':
      return { claims: checkClaims(edition, need(request.claims, 'claims')) };
    case 'move':
      return { claims: checkClaims(edition, need(request.claims, 'claims')), other: findOther() };
    case 'override':
      return { value: makeCount(need(request.value, 'value')) };
    case 'add-claim':
      return {
        value: makeCount(need(request.value, 'value')),
        words: checkWords(edition, need(request.words, 'the words that state it')),
      };
    case 're-date':
      return { date: readDays(need(request.date, 'date')) };
    case 're-place':
      return { place: { level: 'city', ...need(request.place, 'place'), kind: 'place' } };
    case 'set-policy':
      checkPolicy(need(request.policy, 'policy'));
      return { policy: need(request.policy, 'policy') };
    case 'set-proof':
      return { proof: checkProof(need(request.proof, 'proof')) };
    case 'merge':
      return { other: findOther() };
    case 'copy-of':
      return { reports: checkReports(edition, need(request.reports, 'the two reports')) };
    case 'note':
    case 'cannot-tell':
      return {};
  }
}

function checkProof(name: string): ProofStandard {
  const known = proofStandards.find((one) => one === name);
  if (known === undefined) throw new RequestError(`proof ${name}: there is ${proofStandards.join(', ')}`);
  return known;
}

function checkWords({ articles }: Edition, words: NonNullable<DecisionRequest['words']>): typeof words {
  const text = articles.find(({ id }) => id === words.article)?.text ?? '';
  const isThere = words.start >= 0 && words.start < words.end && words.end <= text.length;
  if (!isThere || text.slice(words.start, words.end).trim() === '')
    throw new RequestError(`words ${words.start}-${words.end}: there are none in article "${words.article}"`);
  return words;
}

function checkReports({ articles }: Edition, reports: NonNullable<DecisionRequest['reports']>): typeof reports {
  const known = new Set(articles.map(({ id }) => id));
  for (const id of [reports.copy, reports.of])
    if (!known.has(id)) throw new RequestError(`there is no report "${id}" in this edition`);
  if (reports.copy === reports.of) throw new RequestError('a report is no copy of itself');
  return reports;
}

function checkClaims(edition: Edition, ids: readonly string[]): readonly string[] {
  const known = new Set(edition.claims.map(({ id }) => id));
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined) throw new RequestError(`claims: there is no claim "${missing}"`);
  return ids;
}

function makeCount(value: number | readonly [least: number, most: number]): CountValue {
  const [min, max] = typeof value === 'number' ? [value, value] : value;
  if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max) || min < 0)
    throw new RequestError('value: give a count such as 12, or the least and the most');
  if (max < min) throw new RequestError(`value ${min}-${max}: the first is to be the lower`);
  return typeof value === 'number'
    ? { kind: 'count', min, max, anchor: min }
    : { kind: 'count', min, max, qualifier: 'between' };
}

function readDays(words: string): DateValue {
  const found = /^(\d{4}-\d{2}-\d{2})(?:\/(\d{4}-\d{2}-\d{2}))?$/.exec(words);
  const [earliest, latest] = [found?.[1] ?? '', found?.[2] ?? found?.[1] ?? ''];
  if (!isMoment(earliest) || !isMoment(latest) || latest < earliest)
    throw new RequestError(`date ${words}: give a day such as 2024-03-22, or FROM/TO`);
  const precision = earliest === latest ? 'day' : 'days';
  return { kind: 'date', edtf: earliest === latest ? earliest : words, earliest, latest, precision };
}
