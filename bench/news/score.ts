import { addTallies, nothing, type Tally } from '../claims/tally.ts';
import { type NewsCase, wholeOf } from './articles.ts';
import { newsAttributes } from './gold.ts';
import { compareFigures, type NewsComparison } from './match.ts';
import type { NewsFigure } from './predict.ts';

/** A case with a reader's figures. */
export interface NewsAnswer extends NewsCase {
  readonly figures: readonly NewsFigure[];
}

export interface NewsScores {
  readonly claims: Tally;
  readonly byKind: Readonly<Record<string, Tally>>;
  readonly byAttribute: Readonly<Record<string, Tally>>;
  readonly facets: Readonly<Record<string, Tally>>;
  /** B-cubed over the claims found: whether the claims of an article that are about one incident are put together. */
  readonly incidents: { readonly precision: number; readonly recall: number; readonly f1: number };
}

const tallyOf = ({ hits, misses, spurious }: NewsComparison, attribute?: string): Tally => ({
  right: hits.filter(({ gold }) => attribute === undefined || gold.attribute === attribute).length,
  missed: misses.filter((claim) => attribute === undefined || claim.attribute === attribute).length,
  spurious: spurious.filter((figure) => attribute === undefined || figure.attribute === attribute).length,
});

/** Score a reader on articles: claims, kinds of event, attributes, facets of the claims found, and incidents. */
export function scoreNews(answers: readonly NewsAnswer[]): NewsScores {
  const compared = answers.map((answer) => ({
    answer,
    comparison: compareFigures(answer.gold.claims, answer.figures),
  }));
  const sum = (tallies: readonly Tally[]): Tally => tallies.reduce(addTallies, nothing);
  const kinds = [...new Set(answers.map(({ gold }) => gold.kind))].sort();
  return {
    claims: sum(compared.map(({ comparison }) => tallyOf(comparison))),
    byKind: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        sum(compared.filter(({ answer }) => answer.gold.kind === kind).map(({ comparison }) => tallyOf(comparison))),
      ]),
    ),
    byAttribute: Object.fromEntries(
      newsAttributes.map((name) => [name, sum(compared.map(({ comparison }) => tallyOf(comparison, name)))]),
    ),
    facets: {
      scope: sum(compared.map(({ comparison }) => tallyScope(comparison))),
      modality: sum(compared.map(({ comparison }) => tallyModality(comparison))),
      period: sum(compared.map(({ comparison }) => tallyPeriod(comparison))),
      speaker: sum(compared.map(({ comparison, answer }) => tallySpeaker(comparison, wholeOf(answer.article)))),
    },
    incidents: scoreIncidents(compared.map(({ comparison }) => comparison)),
  };
}

function pairUp(pairs: readonly (readonly [string | undefined, string | undefined])[]): Tally {
  return {
    right: pairs.filter(([wanted, given]) => wanted !== undefined && wanted === given).length,
    spurious: pairs.filter(([wanted, given]) => given !== undefined && wanted !== given).length,
    missed: pairs.filter(([wanted, given]) => wanted !== undefined && wanted !== given).length,
  };
}

function tallyScope({ hits }: NewsComparison): Tally {
  const marked = (scope: string | undefined) => (scope === 'subset' || scope === 'additional' ? scope : undefined);
  return pairUp(hits.map(({ gold, figure }) => [marked(gold.scope), marked(figure.scope)]));
}

function tallyModality({ hits }: NewsComparison): Tally {
  const marked = (modality: string | undefined) =>
    modality === undefined || modality === 'asserted' || modality === 'negated' ? undefined : modality;
  return pairUp(hits.map(({ gold, figure }) => [marked(gold.modality), marked(figure.modality)]));
}

function tallyPeriod({ hits }: NewsComparison): Tally {
  const marked = (accumulation: string | undefined) => (accumulation === 'period' ? accumulation : undefined);
  return pairUp(hits.map(({ gold, figure }) => [marked(gold.accumulation), marked(figure.accumulation)]));
}

const small = new Set(['the', 'of', 'and', 'a', 'an', 'said', 'told']);
const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !small.has(word));

/** Tally speakers. One is right where it shares a word (other than "the", "of") with the gold's, or where the gold's is a pronoun. */
function tallySpeaker({ hits }: NewsComparison, whole: string): Tally {
  const pronouns = new Set(['he', 'she', 'they', 'it', 'him', 'her', 'his']);
  const pairs = hits.map(({ gold, figure }): readonly [string | undefined, string | undefined] => {
    const wanted = gold.speaker === undefined ? undefined : whole.slice(gold.speaker.start, gold.speaker.end);
    const given = figure.speaker;
    if (wanted === undefined || given === undefined) return [wanted, given];
    const own = wordsOf(wanted);
    const agree = own.every((word) => pronouns.has(word)) || wordsOf(given).some((word) => own.includes(word));
    return [wanted, agree ? wanted : given];
  });
  return pairUp(pairs);
}

function scoreIncidents(comparisons: readonly NewsComparison[]): NewsScores['incidents'] {
  let [precision, recall, count] = [0, 0, 0];
  for (const { hits } of comparisons) {
    for (const one of hits) {
      const gold = hits.filter((other) => other.gold.event === one.gold.event);
      const ours = hits.filter((other) => other.figure.incident === one.figure.incident);
      const both = gold.filter((other) => ours.includes(other)).length;
      precision += both / ours.length;
      recall += both / gold.length;
      count += 1;
    }
  }
  const [p, r] = count === 0 ? [0, 0] : [precision / count, recall / count];
  return { precision: p, recall: r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}
