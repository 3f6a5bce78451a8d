import type { Claim, Context, Range } from '../model/index.ts';
import { type ExtractInput, extract } from './extract.ts';
import { type Anchor, anchorOfGroup, findAnchors } from './fates/anchors.ts';
import { type FateJudgement, judgeAnchor } from './fates/head.ts';
import { judgeFates } from './fates/judge.ts';
import { sensesOf } from './fates/senses.ts';
import { findSpots } from './fates/spots.ts';
import type { Finding } from './finding.ts';
import { type ReadSentence, readSentences } from './findings.ts';
import type { Options } from './options.ts';
import { rangeOf, type SentenceView, viewSentences } from './view.ts';

/** One word that may stand for people, or may say what became of them, and what it led to. */
export interface MentionOutcome extends Range {
  readonly quote: string;
  readonly kind: Anchor['kind'] | 'predicate';
  /** Claims its words are part of. */
  readonly claims: readonly Claim[];
  /** Why it made no claim; empty where it made one. */
  readonly whyNot: string;
}

/** A sentence with all its mentions of people and predicates in order. */
export interface SentenceOutcome extends Range {
  readonly quote: string;
  readonly mentions: readonly MentionOutcome[];
}

type CountClaims = readonly Claim[];

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

function findingAt(findings: readonly Finding[], view: SentenceView, anchor: Anchor): Finding | undefined {
  return findings.find(({ groups, first, last }) =>
    groups.length > 0
      ? groups.some((group) => anchorOfGroup(view, group) === anchor.at)
      : anchor.at >= first - 1 && anchor.at <= last,
  );
}

/** Say why a finding became no claim. */
function whyUnclaimed({ fate, rule, modality, groups }: Finding): string {
  const read = `read as ${fate} by ${rule}`;
  if (modality === 'hypothetical') return `${read}, but as what may happen or did not`;
  if (groups.length > 0 && groups.every(({ count }) => count === undefined))
    return `${read}, but not counted, and it refers to nobody counted before`;
  return `${read}, but told of no incident, or said again`;
}

/** Say why an anchor nobody made a finding of was left. */
function whyUnread(anchor: Anchor, judgement: FateJudgement | undefined): string {
  if (judgement === undefined) return 'no rule reads it, and the trained reader did not read its sentence';
  const { best, probability } = judgement;
  const said = `the fate head says ${best}, ${percent(probability)}`;
  if (anchor.rule !== undefined) return `${anchor.rule} reads ${anchor.fate}, but ${said}`;
  return best === 'none'
    ? `no rule reads it; ${said}`
    : `no rule reads it; ${said}, which is not sure or countable enough`;
}

function overlapping(claims: CountClaims, { start, end }: Range): CountClaims {
  return claims.filter(({ evidence }) => evidence.some((span) => span.start < end && start < span.end));
}

function explainAnchor(
  view: SentenceView,
  anchor: Anchor,
  final: readonly Finding[],
  claims: CountClaims,
  quoteOf: (range: Range) => string,
): MentionOutcome {
  const range = rangeOf(view, anchor.at, anchor.at + 1);
  const finding = findingAt(final, view, anchor);
  const own = finding === undefined ? [] : overlapping(claims, range);
  const why = finding === undefined ? whyUnread(anchor, judgeAnchor(view, anchor)) : whyUnclaimed(finding);
  const { start, end } = range;
  return { start, end, quote: quoteOf(range), kind: anchor.kind, claims: own, whyNot: own.length > 0 ? '' : why };
}

/** List the words of a known sense that no anchor of the sentence hangs on. */
function explainPredicates(
  view: SentenceView,
  anchors: readonly Anchor[],
  claims: CountClaims,
  quoteOf: (range: Range) => string,
): readonly MentionOutcome[] {
  const arcs = view.parse?.arcs ?? [];
  const reached = new Set(anchors.flatMap((anchor) => findSpots(anchor, arcs)));
  return view.tokens.flatMap((token, at) => {
    const senses = sensesOf(token);
    if (senses.length === 0) return [];
    const range = rangeOf(view, at, at + 1);
    const own = overlapping(claims, range);
    const hangs = reached.has(at) ? 'its people are listed beside it' : 'no people hang on it';
    const whyNot = own.length > 0 ? '' : `${senses.join(', ')}: ${hangs}`;
    const { start, end } = range;
    return [{ start, end, quote: quoteOf(range), kind: 'predicate' as const, claims: own, whyNot }];
  });
}

/**
 * List every mention of people and every predicate of an article, with the claims each led to or the reason it led to none.
 *
 * "The navy rescued 90 passengers" -> "90" with its claim, "rescued" (predicate) with the same.
 */
export function explainMentions(input: ExtractInput, options: Options, context: Context): readonly SentenceOutcome[] {
  const views = viewSentences(input.article, input.annotations);
  const ruled = readSentences(views, (_view, _groups, findings) => findings);
  const final = readSentences(views, judgeFates);
  const claims = extract(input, options, context).value.claims.filter(({ value }) => value.kind === 'count');
  const quoteOf = ({ start, end }: Range): string => input.article.text.value.slice(start, end);
  return ruled.map((read, at) => explainSentence(read, final[at]?.findings ?? [], claims, quoteOf));
}

function explainSentence(
  { view, groups, findings }: ReadSentence,
  final: readonly Finding[],
  claims: CountClaims,
  quoteOf: (range: Range) => string,
): SentenceOutcome {
  const anchors = findAnchors(view, groups, findings);
  const mentions = [
    ...anchors.map((anchor) => explainAnchor(view, anchor, final, claims, quoteOf)),
    ...explainPredicates(view, anchors, claims, quoteOf),
  ].sort((a, b) => a.start - b.start);
  return { start: view.start, end: view.end, quote: quoteOf(view), mentions };
}
