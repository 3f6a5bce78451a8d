import { pruneBox } from './prune.ts';
import type { Box, Walked } from './segments.ts';
import { findTeaserRows } from './teasers.ts';
import { addTotals, isUnlikely, linkShare, measureSegments, noTotals, type Totals, weighNames } from './weight.ts';

/** What one attempt may use against a box: its names, its names as weight, its make-up. */
interface Strictness {
  readonly skips: boolean;
  readonly weighs: boolean;
  readonly prunes: boolean;
}

/** From strict to lenient: the first attempt that finds enough text wins. */
const attempts: readonly Strictness[] = [
  { skips: true, weighs: true, prunes: true },
  { skips: false, weighs: true, prunes: true },
  { skips: false, weighs: false, prunes: true },
  { skips: false, weighs: false, prunes: false },
];
const enoughChars = 500;
/** A more lenient attempt must find this many times the text: a brief of three sentences is an article too. */
const gain = 2.5;
const leastUnitChars = 25;
const levels = 5;
const rivals = 5;
/** Boxes around two parts of one body, at most, up to the box that holds both. */
const kinLevels = 5;
/** Scores that every box of a kind starts with: prose stands in divisions, not in lists and headings. */
const startScores: Readonly<Record<string, number>> = {
  ...{ div: 5, pre: 3, td: 3, blockquote: 3, address: -3, ol: -3, ul: -3, dl: -3, dd: -3, dt: -3, li: -3, form: -3 },
  ...{ h1: -5, h2: -5, h3: -5, h4: -5, h5: -5, h6: -5, th: -5 },
};
const units = new Set(['p', 'td', 'pre', 'h2', 'h3', 'h4', 'h5', 'h6', 'div', 'section']);

/**
 * Find the body of a page: the indexes of its segments, none where nothing reads as prose.
 *
 * Paragraphs lend their score to the boxes around them, less the further out, as Arc90's Readability (2009) has it; the best box and
 * the siblings that read like it are the body, without the parts that are made up like page boilerplate.
 */
export function findBody({ value, segments, root }: Walked): ReadonlySet<number> {
  const measures = measureSegments(value, segments);
  const rows = findTeaserRows(root, measures);
  let best: ReadonlySet<number> = new Set();
  let most = 0;
  for (const strictness of attempts) {
    const found = new Attempt(measures, rows, strictness).run(root);
    const totals = [...found].reduce((sum, index) => addTotals(sum, measures[index] ?? noTotals), noTotals);
    if (totals.chars >= enoughChars) return most > 0 && totals.chars * clarity(totals) < most * gain ? best : found;
    if (totals.chars * clarity(totals) > most * (most === 0 ? 1 : gain)) {
      best = found;
      most = totals.chars * clarity(totals);
    }
  }
  return best;
}

/** Text that is links counts for little. */
function clarity(totals: Totals): number {
  return (1 - Math.min(1, linkShare(totals))) ** 2;
}

class Attempt {
  private readonly totals = new Map<Box, Totals>();
  private readonly scores = new Map<Box, number>();
  private readonly measures: readonly Totals[];
  private readonly rows: ReadonlySet<Box>;
  private readonly strictness: Strictness;

  constructor(measures: readonly Totals[], rows: ReadonlySet<Box>, strictness: Strictness) {
    this.measures = measures;
    this.rows = rows;
    this.strictness = strictness;
  }

  run(root: Box): ReadonlySet<number> {
    this.add(root, false);
    for (const [box, score] of this.scores) this.scores.set(box, score * (1 - linkShare(this.totalsOf(box))));
    if (this.scores.size === 0) return new Set();
    const best = this.choose(root);
    const found = new Set<number>();
    for (const box of best === root ? [root] : this.gather(best)) {
      if (typeof box === 'number') found.add(box);
      else pruneBox(box, this.measures, { ...this.strictness, seen: this.totals }, found);
    }
    return found;
  }

  /** Total up a box and all in it that is not skipped, and let its paragraphs score. */
  private add(box: Box, inTable: boolean): void {
    let totals = noTotals;
    for (const item of box.items) {
      if (typeof item === 'number') totals = addTotals(totals, this.measures[item] ?? noTotals);
      else if (!this.rows.has(item) && (!this.strictness.skips || inTable || !isUnlikely(item))) {
        this.add(item, inTable || item.name === 'table' || item.name === 'code');
        totals = addTotals(totals, this.totalsOf(item));
      }
    }
    this.totals.set(box, totals);
    if (units.has(box.name) || box.parent === undefined) this.scoreUnits(box);
  }

  private scoreUnits(box: Box): void {
    const own = box.items.filter((item) => typeof item === 'number');
    const isLone = own.length === box.items.length && own.length === 1;
    for (const item of own) {
      const { chars, commas } = this.measures[item] ?? noTotals;
      if (chars < leastUnitChars) continue;
      this.lend(isLone ? outerOf(box) : box, 2 + commas + Math.min(Math.floor(chars / 100), 3));
    }
  }

  private lend(first: Box | undefined, score: number): void {
    let box = first;
    for (let level = 0; level < levels && box?.parent !== undefined; level += 1) {
      const share = level === 0 ? 1 : level === 1 ? 2 : level * 3;
      const known = this.scores.get(box) ?? (startScores[box.name] ?? 0) + this.weigh(box);
      this.scores.set(box, known + score / share);
      box = box.parent;
    }
  }

  private choose(root: Box): Box {
    const ranked = [...this.scores].sort((a, b) => b[1] - a[1]).slice(0, rivals);
    const top = ranked[0];
    if (top === undefined) return root;
    const close = ranked.slice(1).filter(([, score]) => score >= top[1] * 0.75);
    return this.widen(this.share(top[0], close, root));
  }

  /** The box around the best one that also holds three close rivals. */
  private share(best: Box, close: readonly (readonly [Box, number])[], root: Box): Box {
    if (close.length < 3) return best;
    for (let box = best.parent; box !== undefined && box !== root; box = box.parent) {
      if (close.filter(([rival]) => holds(box, rival)).length >= 3) return box;
    }
    return best;
  }

  /** Go outwards while a box further out scores more, then while nothing stands beside it. */
  private widen(best: Box): Box {
    let chosen = best;
    let last = this.scores.get(best) ?? 0;
    const least = last / 3;
    for (let box = best.parent; box?.parent !== undefined; box = box.parent) {
      const score = this.scores.get(box);
      if (score === undefined) continue;
      if (score < least) break;
      if (score > last) {
        chosen = box;
        break;
      }
      last = score;
    }
    while (chosen.parent?.parent !== undefined && this.keptBoxes(chosen.parent) === 1) chosen = chosen.parent;
    return chosen;
  }

  private keptBoxes(box: Box): number {
    return box.items.filter((item) => typeof item !== 'number' && this.totals.has(item)).length;
  }

  /** The best box and what beside it reads like it. */
  private gather(chosen: Box): readonly (Box | number)[] {
    const around = chosen.parent;
    const best = isEntry(chosen) ? (around?.items.find((item) => this.isScoredEntry(item)) as Box) : chosen;
    if (around === undefined) return [best];
    const top = this.scores.get(best) ?? 0;
    const least = Math.max(10, top * 0.2);
    const beside = around.items.filter((item) => {
      if (item === best) return true;
      if (typeof item === 'number') return readsAsProse(this.measures[item] ?? noTotals);
      if (!this.totals.has(item) || (isEntry(item) && isEntry(best))) return false;
      const isAlike = item.classes === best.classes && best.classes !== '';
      if (isAlike && item.name === best.name && readsAsPart(this.totalsOf(item))) return true;
      const bonus = isAlike ? top * 0.2 : 0;
      const score = this.scores.get(item);
      if (score !== undefined && score + bonus >= least) return true;
      return isParagraph(item) && readsAsProse(this.totalsOf(item));
    });
    return [...beside, ...this.findKin(best, least)];
  }

  /** Further parts of the body: boxes that are built into the page as the best one is, and read like it. */
  private findKin(best: Box, least: number): readonly Box[] {
    if (best.classes === '' || isEntry(best)) return [];
    const kin: Box[] = [];
    for (const [box, score] of this.scores) {
      const isPart = box !== best && box.parent !== best.parent && score >= least && isBuiltAlike(box, best);
      if (isPart && linkShare(this.totalsOf(box)) < 0.25 && !holds(box, best) && !holds(best, box)) kin.push(box);
    }
    return kin;
  }

  private isScoredEntry(item: Box | number): boolean {
    return typeof item !== 'number' && isEntry(item) && this.scores.has(item);
  }

  private totalsOf(box: Box): Totals {
    return this.totals.get(box) ?? noTotals;
  }

  private weigh(box: Box): number {
    return this.strictness.weighs ? weighNames(box) : 0;
  }
}

/** Alike in name and class, and so are the boxes around them, up to one that holds both. */
function isBuiltAlike(a: Box, b: Box): boolean {
  let one: Box | undefined = a;
  let other: Box | undefined = b;
  for (let level = 0; level < kinLevels; level += 1) {
    if (one === other) return level > 1;
    if (one?.name !== other?.name || one?.classes !== other?.classes) return false;
    one = one?.parent;
    other = other?.parent;
  }
  return false;
}

/** In the hAtom and h-entry microformats every entry is an article of its own. */
export function isEntry(box: Box): boolean {
  return /(?:^|\s)h-?entry(?:\s|$)/.test(box.classes);
}

/** A division around a lone paragraph is no more than the paragraph. */
function outerOf(box: Box): Box | undefined {
  const outer = box.parent;
  return box.name === 'p' && outer?.name === 'div' && outer.items.length === 1 ? outer.parent : outer;
}

function isParagraph(box: Box): boolean {
  return box.name === 'p' || (box.name === 'div' && box.items.every((item) => typeof item === 'number'));
}

function readsAsProse(totals: Totals): boolean {
  const links = linkShare(totals);
  return totals.chars > 80 ? links < 0.25 : links === 0 && totals.sentences > 0;
}

/** Several sentences with few links between them. */
function readsAsPart(totals: Totals): boolean {
  return totals.sentences >= 3 && linkShare(totals) < 0.2;
}

function holds(outer: Box, inner: Box): boolean {
  for (let box: Box | undefined = inner.parent; box !== undefined; box = box.parent) if (box === outer) return true;
  return false;
}
