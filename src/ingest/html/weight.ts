import markup from '../../../data/markup.json' with { type: 'json' };
import type { Segment } from '../../model/index.ts';
import type { Box } from './segments.ts';

/** What a stretch of a page holds; characters are UTF-16 code units. */
export interface Totals {
  readonly chars: number;
  /** Characters inside links. */
  readonly linked: number;
  readonly commas: number;
  /** Segments that end a sentence. */
  readonly sentences: number;
  /** Segments that are a link and as long as a title. */
  readonly titles: number;
}

export const noTotals: Totals = { chars: 0, linked: 0, commas: 0, sentences: 0, titles: 0 };

const anyOf = (words: readonly string[]): RegExp => new RegExp(words.join('|'), 'i');
const unlikely = anyOf(markup.unlikely);
const redeeming = anyOf(markup.redeeming);
const positive = anyOf(markup.positive);
const negative = anyOf(markup.negative);
const unlikelyRoles = new Set(markup.unlikelyRoles);
const nameWeight = 25;
const leastTitleChars = 20;

/** Measure every segment once. */
export function measureSegments(value: string, segments: readonly Segment[]): readonly Totals[] {
  return segments.map(({ start, end, linkDensity }) => {
    const text = value.slice(start, end);
    let commas = 0;
    for (let at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) commas += 1;
    const sentences = /\.(?: |$)/.test(text) ? 1 : 0;
    const titles = linkDensity > 0.8 && end - start >= leastTitleChars ? 1 : 0;
    return { chars: end - start, linked: linkDensity * (end - start), commas, sentences, titles };
  });
}

/** Sum two stretches. */
export function addTotals(a: Totals, b: Totals): Totals {
  return {
    chars: a.chars + b.chars,
    linked: a.linked + b.linked,
    commas: a.commas + b.commas,
    sentences: a.sentences + b.sentences,
    titles: a.titles + b.titles,
  };
}

/** Share of the characters that stand in links, 0..1. */
export function linkShare({ chars, linked }: Totals): number {
  return chars === 0 ? 0 : linked / chars;
}

/** Tell whether a box is page boilerplate by its names or its role alone: `class="sidebar"`. */
export function isUnlikely({ classes, id, role }: Box): boolean {
  if (unlikelyRoles.has(role)) return true;
  if (classes === '' && id === '') return false;
  const names = `${classes} ${id}`;
  return unlikely.test(names) && !redeeming.test(names);
}

/** Weigh a box by its class and its id: names of articles lift it, names of boilerplate lower it. */
export function weighNames({ classes, id }: Box): number {
  return weighName(classes) + weighName(id);
}

function weighName(name: string): number {
  if (name === '') return 0;
  return (positive.test(name) ? nameWeight : 0) - (negative.test(name) ? nameWeight : 0);
}
