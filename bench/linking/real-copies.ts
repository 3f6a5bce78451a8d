import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Copy, Linked } from '../../src/model/index.ts';
import type { Pool } from './pool.ts';

const verdicts = ['same', 'derived', 'none', 'unclear'] as const;
const goldSchema = z.object({
  /**
   * Number of pairs in each stratum of the sample; strata are by the copy found and the share of text in common at the time of
   * sampling.
   */
  strata: z.record(z.string(), z.int().positive()),
  pairs: z.array(
    z.object({ a: z.string(), b: z.string(), verdict: z.enum(verdicts), reason: z.string(), stratum: z.string() }),
  ),
});
type JudgedPair = z.infer<typeof goldSchema>['pairs'][number];

/** Read the pairs of local news articles that were judged by hand; `test/gold/copies/README.md` says how. */
export function readJudgedPairs(): z.infer<typeof goldSchema> {
  const path = new URL('../../test/gold/copies/gva.json', import.meta.url);
  return goldSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

type Kind = 'same' | 'derived';

function kindOf({ kind }: Copy): Kind | undefined {
  if (kind === 'quotes') return undefined;
  return kind === 'derived' ? 'derived' : 'same';
}

/** Tell whether copies lead from one article to another, and of which kind; two copies of a third article are copies of each other. */
function findChain(copies: readonly Copy[], from: string, to: string): Kind | undefined {
  for (const kinds of [['same'], ['same', 'derived']] as const) {
    const reached = new Set([from]);
    for (const article of reached) {
      for (const copy of copies) {
        if (!(kinds as readonly (Kind | undefined)[]).includes(kindOf(copy))) continue;
        if (copy.from === article) reached.add(copy.to);
        if (copy.to === article) reached.add(copy.from);
      }
    }
    if (reached.has(to)) return kinds.length === 1 ? 'same' : 'derived';
  }
  return undefined;
}

interface Judged extends JudgedPair {
  readonly found: Kind | undefined;
  readonly weight: number;
}

function scoreKind(judged: readonly Judged[], kind: Kind, weigh: (pair: Judged) => number) {
  const sum = (pairs: readonly Judged[]): number => pairs.reduce((total, pair) => total + weigh(pair), 0);
  const found = judged.filter((pair) => pair.found === kind);
  const right = sum(found.filter(({ verdict }) => verdict === kind));
  const all = sum(judged.filter(({ verdict }) => verdict === kind));
  const [precision, recall] = [right / (sum(found) || 1), right / (all || 1)];
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** Score the copies found in a linked pool against the pairs judged by hand, as sampled and weighted to represent all pairs. */
export function scoreJudgedPairs(pool: Pool, { copies }: Linked) {
  const { strata, pairs } = readJudgedPairs();
  const articleOf = new Map<string, string>();
  pool.articles.forEach((id, at) => {
    const reading = pool.readings[at];
    if (reading !== undefined && !articleOf.has(id)) articleOf.set(id, reading.article.id);
  });
  const drawn = new Map<string, number>();
  for (const { stratum } of pairs) drawn.set(stratum, (drawn.get(stratum) ?? 0) + 1);
  const judged = pairs.flatMap((pair): Judged[] => {
    const [a, b] = [articleOf.get(pair.a), articleOf.get(pair.b)];
    if (pair.verdict === 'unclear' || a === undefined || b === undefined) return [];
    const weight = (strata[pair.stratum] ?? 0) / (drawn.get(pair.stratum) ?? 1);
    return [{ ...pair, found: findChain(copies, a, b), weight }];
  });
  const of = (kind: Kind) => ({
    drawn: scoreKind(judged, kind, () => 1),
    weighted: scoreKind(judged, kind, ({ weight }) => weight),
  });
  return { pairs: judged.length, same: of('same'), derived: of('derived') };
}

/** Print the scores of the judged pairs. */
export function printJudgedPairs(scores: ReturnType<typeof scoreJudgedPairs>): string {
  const line = (name: string, { precision, recall, f1 }: ReturnType<typeof scoreKind>): string =>
    `${name.padEnd(40)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}\n`;
  return [
    `copies of ${scores.pairs} pairs judged by reading\n`,
    line('verbatim and syndicated', scores.same.drawn),
    line('derived', scores.derived.drawn),
    line('  weighted: verbatim and syndicated', scores.same.weighted),
    line('  weighted: derived', scores.derived.weighted),
  ].join('');
}
