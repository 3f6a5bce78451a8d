import table from '../../../models/reader-en/fate-head.json' with { type: 'json' };
import type { SentenceView } from '../view.ts';
import type { Anchor } from './anchors.ts';
import { findSpots, nameSigns } from './spots.ts';

const labels = [
  'none',
  'killed',
  'injured',
  'missing',
  'hostages',
  'rescued',
  'displaced',
  'arrested',
  'perpetratorsKilled',
  'casualties',
  'perpetratorsInjured',
  'perpetrators',
] as const;
/** What the head may say became of people; `none` where nothing is told. */
export type FateLabel = (typeof labels)[number];

/** What the head says of one anchor, as probabilities. */
export interface FateJudgement {
  readonly best: FateLabel;
  readonly probability: number;
  /** The probability of each, `none` included. */
  readonly fates: Readonly<Record<string, number>>;
  readonly scope: Readonly<Record<string, number>>;
  readonly mood: Readonly<Record<string, number>>;
  readonly span: Readonly<Record<string, number>>;
  /** Whether it tells of the happening that the article is about. */
  readonly about: Readonly<Record<string, number>>;
}

const { hidden } = table;
const columns = table.spots.length * hidden;
const rules: Readonly<Record<string, readonly number[]>> = table.rules;
const shifts: Readonly<Record<string, readonly number[]>> = table.shifts;
const signs: Readonly<Record<string, readonly number[]>> = table.signs;
const out: readonly (readonly number[])[] = table.out;

function softmax(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

function addTo(sum: Float64Array, values: readonly number[] | undefined): void {
  if (values === undefined) return;
  for (let at = 0; at < hidden; at++) sum[at] = (sum[at] ?? 0) + (values[at] ?? 0);
}

/** Sum what the sentence, the words at the spots, the rules' word and the signs add, and let what is negative be nothing. */
function hiddenOf(view: SentenceView, anchor: Anchor, values: Float32Array, known: string): Float64Array {
  const arcs = view.parse?.arcs ?? [];
  const spots = findSpots(anchor, arcs);
  const sum = Float64Array.from(table.bias);
  const addSpot = (row: number, spot: number): void => {
    const from = row * columns + spot * hidden;
    for (let at = 0; at < hidden; at++) sum[at] = (sum[at] ?? 0) + (values[from + at] ?? 0);
  };
  spots.forEach((token, spot) => {
    if (token >= 0) addSpot(token + 1, spot);
  });
  addSpot(0, table.spots.length - 1);
  addTo(sum, rules[known]);
  for (const sign of nameSigns(view, anchor, spots, arcs)) addTo(sum, signs[sign]);
  return sum.map((value) => Math.max(0, value));
}

function share(names: readonly string[], scores: readonly number[]): Readonly<Record<string, number>> {
  const shares = softmax(scores);
  return Object.fromEntries(names.map((name, at) => [name, shares[at] ?? 0]));
}

/**
 * Judge what became of the people an anchor stands for, from what the network says of its spots and what the rules say of it.
 *
 * One hidden layer over the sum of its spots (`findSpots`), rules and signs; the weights are learned with nothing else of the network
 * changed (`training/fates_en`). Undefined where the network did not read the sentence.
 */
export function judgeAnchor(view: SentenceView, anchor: Anchor): FateJudgement | undefined {
  const values = view.parse?.spots;
  if (values === undefined || values.length < (view.tokens.length + 1) * columns) return undefined;
  const known = `${anchor.fate ?? 'nothing'} ${anchor.kind}`;
  const sum = hiddenOf(view, anchor, values, known);
  const scores = out.map((row, at) => {
    let score = table.outBias[at] ?? 0;
    for (let unit = 0; unit < hidden; unit++) score += (row[unit] ?? 0) * (sum[unit] ?? 0);
    return score;
  });
  const shift = shifts[known] ?? [];
  const fates = softmax(labels.map((_, at) => (scores[at] ?? 0) + (shift[at] ?? 0)));
  const best = fates.indexOf(Math.max(...fates));
  let next = labels.length;
  const take = (names: readonly string[]): Readonly<Record<string, number>> => {
    next += names.length;
    return share(names, scores.slice(next - names.length, next));
  };
  return {
    best: labels[best] ?? 'none',
    probability: fates[best] ?? 0,
    fates: Object.fromEntries(labels.map((name, at) => [name, fates[at] ?? 0])),
    scope: take(table.scopes),
    mood: take(table.moods),
    span: take(table.spans),
    about: take(table.abouts),
  };
}
