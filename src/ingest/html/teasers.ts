import type { Box } from './segments.ts';
import { addTotals, noTotals, type Totals } from './weight.ts';

const fewest = 4;
const mostChars = 300;
const leastShare = 0.8;

/**
 * Find the boxes that are rows of teasers: four or more brief boxes of one class, each with a linked title, and little else.
 *
 * Beside a brief of three sentences such a row is most of a page's prose. An entry of a live blog is brief too, but links no title.
 */
export function findTeaserRows(root: Box, measures: readonly Totals[]): ReadonlySet<Box> {
  const rows = new Set<Box>();
  measure(root, measures, rows);
  return rows;
}

function measure(box: Box, measures: readonly Totals[], rows: Set<Box>): Totals {
  let totals = noTotals;
  const teasers = new Map<string, { count: number; chars: number }>();
  for (const item of box.items) {
    const inner = typeof item === 'number' ? (measures[item] ?? noTotals) : measure(item, measures, rows);
    totals = addTotals(totals, inner);
    if (typeof item === 'number' || inner.titles === 0 || inner.chars > mostChars) continue;
    const kind = `${item.name} ${item.classes}`;
    const known = teasers.get(kind) ?? { count: 0, chars: 0 };
    teasers.set(kind, { count: known.count + 1, chars: known.chars + inner.chars });
  }
  const isRow = [...teasers.values()].some(({ count, chars }) => count >= fewest && chars >= totals.chars * leastShare);
  if (isRow) rows.add(box);
  return totals;
}
