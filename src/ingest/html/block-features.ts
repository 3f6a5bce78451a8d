import markup from '../../../data/markup.json' with { type: 'json' };
import { type BlockPlace, enclosing, placeBlocks } from './block-places.ts';
import { type BlockWords, countBlock, noWords } from './block-words.ts';
import type { Walked } from './segments.ts';

/** What a page says of itself that helps to know its body. */
export interface PageHints {
  readonly title: string;
  readonly description: string;
  /** The body as the page's linked data gives it, with its markup if it has any; empty where it gives none. */
  readonly articleBody: string;
}

const familyNames = Object.keys(markup.families);
const tags = ['p', 'li', 'blockquote', 'figcaption', 'h1', 'h2', 'h3', 'td', 'div'];
/** Neighbours that are described beside a block. */
const offsets = [-2, -1, 1, 2];
const far = 30;
/** A page of more segments, and a stated body beyond so many characters, is not compared. */
const mostCompared = 5000;
const comparedChars = 100_000;

/** Names of the features, in the order in which a describer gives them. */
export const featureNames: readonly string[] = [
  ...[
    'length',
    'links',
    'ends',
    'commas',
    'inner',
    'capital',
    'digits',
    'signs',
    'clock',
    'repeats',
    'titled',
    'described',
    'stated',
  ],
  ...tags.map((name) => `tag ${name}`),
  ...enclosing.map((name) => `in ${name}`),
  ...familyNames.map((name) => `near ${name}`),
  ...familyNames.map((name) => `far ${name}`),
  ...[
    'depth',
    'box length',
    'box links',
    'box prose',
    'box found',
    'box blocks',
    'outer length',
    'outer links',
    'outer prose',
    'outer found',
  ],
  ...['kin blocks', 'kin share', 'kin links', 'kin prose', 'kin found'],
  ...['found', 'from first', 'to last', 'place', 'found near', 'after heading', 'page found', 'page prose'],
  ...offsets.flatMap((at) => ['length', 'links', 'ends', 'found', 'together', 'tag'].map((name) => `${at} ${name}`)),
];

/**
 * Make what describes a segment of a page by numbers: its words, its markup, the boxes around it, what the body finder said, its
 * neighbours. A segment of another whole article on the page has none.
 */
export function makeDescriber(
  walked: Walked,
  found: ReadonlySet<number>,
  hints: PageHints,
): (i: number) => readonly number[] | undefined {
  const words = countAll(walked, hints);
  const places = placeBlocks(walked, found, words);
  const first = walked.segments.findIndex((_, i) => found.has(i));
  const last = walked.segments.findLastIndex((_, i) => found.has(i));
  const heading = walked.segments.findIndex(({ tag }) => tag === 'h1');
  const page = sumPage(words, found);
  return (i) => {
    const own = words[i] ?? noWords;
    const place = places[i];
    const tagged = walked.segments[i]?.tag;
    if (place === undefined || place.inOtherEntry) return undefined;
    return [
      ...describeWords(own),
      ...tags.map((tag) => Number(tagged === tag)),
      ...describePlace(place),
      ...[Number(found.has(i)), clip(i - first), clip(last - i), i / walked.segments.length],
      ...[shareFound(found, i), heading < 0 ? -1 : clip(i - heading), page.found, page.prose],
      ...offsets.flatMap((offset) => describeNeighbour(i + offset, place, { walked, words, places, found })),
    ];
  };
}

interface Page {
  readonly walked: Walked;
  readonly words: readonly BlockWords[];
  readonly places: readonly BlockPlace[];
  readonly found: ReadonlySet<number>;
}

function countAll({ value, segments }: Walked, hints: PageHints): readonly BlockWords[] {
  const seen = new Map<string, number>();
  const isLong = segments.length > mostCompared;
  const stated = isLong
    ? ''
    : hints.articleBody
        .slice(0, comparedChars)
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ');
  for (const { start, end } of segments) {
    const text = value.slice(start, end);
    seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  return segments.map(({ start, end, linkDensity }) => {
    const text = value.slice(start, end);
    return countBlock(text, linkDensity, { ...hints, articleBody: stated, repeats: (seen.get(text) ?? 1) - 1 });
  });
}

function describeWords(own: BlockWords): readonly number[] {
  const { length, links, ends, commas, inner, capital, digits, signs, clock, repeats, titled, described, stated } = own;
  return [
    Math.log1p(length),
    links,
    ends,
    commas,
    inner,
    capital,
    digits,
    signs,
    clock,
    repeats,
    titled,
    described,
    stated,
  ];
}

function describePlace({ names, near, beyond, depth, box, outer, kin, pageLength }: BlockPlace): readonly number[] {
  return [
    ...enclosing.map((name) => Number(names.has(name))),
    ...familyNames.map((_, bit) => (near >> bit) & 1),
    ...familyNames.map((_, bit) => (beyond >> bit) & 1),
    ...[
      depth,
      Math.log1p(box.length),
      share(box.linked, box),
      share(box.prose, box),
      share(box.found, box),
      box.blocks,
    ],
    ...[Math.log1p(outer.length), share(outer.linked, outer), share(outer.prose, outer), share(outer.found, outer)],
    ...[
      kin.blocks,
      pageLength === 0 ? 0 : kin.length / pageLength,
      share(kin.linked, kin),
      share(kin.prose, kin),
      share(kin.found, kin),
    ],
  ];
}

function describeNeighbour(at: number, own: BlockPlace, { walked, words, places, found }: Page): readonly number[] {
  const { length, links, ends } = words[at] ?? noWords;
  const isBeside = places[at]?.box === own.box;
  const tag = walked.segments[at]?.tag;
  const kind = tag === undefined ? -1 : tag === 'p' ? 2 : /^h[1-6]$/.test(tag) ? 1 : 0;
  return [Math.log1p(length), links, ends, Number(found.has(at)), Number(isBeside), kind];
}

function sumPage(
  words: readonly BlockWords[],
  found: ReadonlySet<number>,
): { readonly found: number; readonly prose: number } {
  let inside = 0;
  let prose = 0;
  words.forEach(({ length, isProse }, i) => {
    if (found.has(i)) inside += length;
    if (isProse) prose += length;
  });
  return { found: Math.log1p(inside), prose: Math.log1p(prose) };
}

function share(part: number, { length }: { readonly length: number }): number {
  return length === 0 ? 0 : part / length;
}

function shareFound(found: ReadonlySet<number>, i: number): number {
  let count = 0;
  for (let at = i - 4; at <= i + 4; at += 1) if (at !== i && found.has(at)) count += 1;
  return count / 8;
}

function clip(distance: number): number {
  return Math.max(-far, Math.min(far, distance));
}
