import type { Box } from './segments.ts';
import { addTotals, linkShare, noTotals, type Totals, weighNames } from './weight.ts';

/** What pruning may use. */
interface Pruning {
  readonly weighs: boolean;
  readonly prunes: boolean;
  /** Boxes that were not skipped. */
  readonly seen: ReadonlyMap<Box, Totals>;
}

/** What is left of a box: its text, and how much of it is of what kind. */
interface Left {
  readonly totals: Totals;
  readonly indexes: readonly number[];
  readonly paragraphs: number;
  readonly items: number;
  readonly images: number;
  readonly inputs: number;
  readonly embeds: number;
  readonly headingChars: number;
  readonly listChars: number;
  readonly holdsData: boolean;
}

const shareNames = /(?:\b|_)share(?:daddy)?(?:\b|_)/i;
const mostShareChars = 500;
const never = new Set(['footer', 'aside', 'nav']);
const doubtful = new Set(['form', 'fieldset', 'table', 'ul', 'ol', 'div', 'section']);

/** Put into `found` the segments of a chosen box, without the boxes in it that are made up like page boilerplate (links, forms, short lines). */
export function pruneBox(box: Box, measures: readonly Totals[], pruning: Pruning, found: Set<number>): void {
  for (const index of measureLeft(box, measures, pruning, true, false).indexes) found.add(index);
}

const nothing: Left = {
  ...{ totals: noTotals, indexes: [], paragraphs: 0, items: 0, images: 0, inputs: 0, embeds: 0 },
  ...{ headingChars: 0, listChars: 0, holdsData: false },
};

function measureLeft(
  box: Box,
  measures: readonly Totals[],
  pruning: Pruning,
  isChosen: boolean,
  inFigure: boolean,
): Left {
  const indexes: number[] = [];
  let left: Left = { ...nothing, images: box.images, inputs: box.inputs, embeds: box.embeds, indexes };
  for (const item of box.items) {
    if (typeof item === 'number') {
      indexes.push(item);
      left = { ...left, totals: addTotals(left.totals, measures[item] ?? noTotals) };
    } else if (pruning.seen.has(item)) {
      const inner = measureLeft(item, measures, pruning, false, inFigure || box.name === 'figure');
      for (const index of inner.indexes) indexes.push(index);
      left = join(left, inner);
    }
  }
  left = countKind(box, left);
  return !isChosen && isBoilerplate(box, left, pruning, inFigure) ? nothing : left;
}

function join(a: Left, b: Left): Left {
  return {
    totals: addTotals(a.totals, b.totals),
    indexes: a.indexes,
    paragraphs: a.paragraphs + b.paragraphs,
    items: a.items + b.items,
    images: a.images + b.images,
    inputs: a.inputs + b.inputs,
    embeds: a.embeds + b.embeds,
    headingChars: a.headingChars + b.headingChars,
    listChars: a.listChars + b.listChars,
    holdsData: a.holdsData || b.holdsData,
  };
}

/** Add what the box itself is to the counts of what it holds. */
function countKind(box: Box, left: Left): Left {
  const { name } = box;
  const { chars } = left.totals;
  if (/^h[1-6]$/.test(name)) return { ...left, headingChars: chars };
  if (name === 'ul' || name === 'ol') return { ...left, listChars: chars };
  if (name === 'li') return { ...left, items: left.items + 1 };
  if (name === 'th' || name === 'thead' || name === 'tfoot') return { ...left, holdsData: true };
  if (name === 'p') return { ...left, paragraphs: left.paragraphs + 1 };
  if (name === 'div' && chars > 0) return { ...left, paragraphs: left.paragraphs + countRuns(box) };
  return left;
}

function countRuns(box: Box): number {
  return box.items.filter((item) => typeof item === 'number').length;
}

function isBoilerplate(box: Box, left: Left, pruning: Pruning, inFigure: boolean): boolean {
  const { name } = box;
  const { chars, commas } = left.totals;
  if (never.has(name)) return true;
  if (chars < mostShareChars && shareNames.test(`${box.classes} ${box.id}`)) return true;
  if (!pruning.prunes || !doubtful.has(name) || left.holdsData || chars === 0) return false;
  const weight = pruning.weighs ? weighNames(box) : 0;
  if (weight < 0) return !holdsNamedParagraph(box);
  return commas < 10 && !isPlainParagraph(box, left) && isOddlyMade(box, left, weight, inFigure);
}

/** A paragraph that the page itself names as text stays, whatever the box around it is called. */
function holdsNamedParagraph(box: Box): boolean {
  return box.items.some((item) => typeof item !== 'number' && item.name === 'p' && weighNames(item) > 0);
}

/** Some pages write their paragraphs as divisions: one that holds text alone, and a sentence, is no box of boilerplate. */
function isPlainParagraph(box: Box, { totals, images, inputs, embeds }: Left): boolean {
  if (totals.sentences === 0 || images + inputs + embeds > 0 || linkShare(totals) > 0.5) return false;
  return box.items.every((item) => typeof item === 'number');
}

function isOddlyMade(box: Box, left: Left, weight: number, inFigure: boolean): boolean {
  const { totals, paragraphs, items, images, inputs, embeds, headingChars, listChars } = left;
  const { chars } = totals;
  const isList = box.name === 'ul' || box.name === 'ol' || listChars > chars * 0.9;
  const links = linkShare(totals);
  if (!inFigure && images > 1 && paragraphs / images < 0.5) return true;
  if (!isList && items - 100 > paragraphs) return true;
  if (inputs > Math.floor(paragraphs / 3)) return true;
  const isBrief = chars < 25 && (images === 0 || images > 2) && links > 0;
  if (!isList && !inFigure && isBrief && headingChars < chars * 0.9) return true;
  if (weight >= 25 ? links > 0.5 : !isList && links > 0.2) return true;
  return (embeds === 1 && chars < 75) || embeds > 1;
}
