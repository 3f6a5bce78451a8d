import type { Segment } from '../../model/index.ts';
import type { Walked } from './segments.ts';

const headingTag = /^h[2-6]$/;
const cellTags: ReadonlySet<string> = new Set(['td', 'th', 'dt', 'dd']);
/** Blocks above a heading among which one is of the body where the heading stands inside it. */
const reach = 3;
const mostLinked = 0.3;

type Block = Pick<Segment, 'start' | 'end' | 'tag' | 'linkDensity'>;

/**
 * Add what a body would be broken without: the heading straight above a part of it, and the other cells of a table that is mostly in it.
 *
 * A heading and a cell say little by themselves, so block by block they are often judged to be outside.
 */
export function completeBody(blocks: readonly Block[], chosen: ReadonlySet<number>): ReadonlySet<number> {
  const body = new Set(chosen);
  addCells(blocks, body);
  for (let i = blocks.length - 2; i > 0; i -= 1) {
    const { tag = '', linkDensity = 0 } = blocks[i] ?? {};
    const isHeading = headingTag.test(tag) && linkDensity <= mostLinked;
    if (isHeading && opensPart(blocks, body, i + 1) && isNear(body, i)) body.add(i);
  }
  return body;
}

const mostLabelChars = 60;
const endsSentence = /[.!?…。！？।]["'”’»)\]」』]*$/;
const listTags: ReadonlySet<string> = new Set([...cellTags, 'li']);

/**
 * Drop what stands above nothing: a heading whose next block is not of the body ("More news"), and a label as the body's last line ("Read more:").
 *
 * `isSure` says which blocks stay in any case.
 */
export function dropDangling(
  { value, segments }: Pick<Walked, 'value' | 'segments'>,
  body: ReadonlySet<number>,
  isSure: (i: number) => boolean,
): ReadonlySet<number> {
  const kept = new Set(body);
  const first = Math.min(...body);
  const last = Math.max(...body);
  for (let i = last; i > first; i -= 1) {
    const segment = segments[i];
    if (segment === undefined || !kept.has(i) || isSure(i) || kept.has(i + 1)) continue;
    const text = value.slice(segment.start, segment.end);
    const isLabel =
      i === last && text.length < mostLabelChars && !endsSentence.test(text) && !listTags.has(segment.tag);
    if (isLabel || /^h[1-6]$/.test(segment.tag)) kept.delete(i);
  }
  return kept;
}

const fewestRepeated = 60;
/** A page that repeats more does so on purpose: instructions, lists, refrains. */
const mostRepeats = 2;

/**
 * Drop what repeats the beginning of a block above it, whole or cut short, and is built into the page otherwise: the page's teaser of itself
 * below its report, a line drawn out of the text.
 */
export function dropRepeats(
  { value, segments }: Pick<Walked, 'value' | 'segments'>,
  body: ReadonlySet<number>,
): ReadonlySet<number> {
  const repeats: number[] = [];
  const seen = new Map<string, { readonly text: string; readonly built: string }>();
  for (const i of [...body].sort((a, b) => a - b)) {
    const segment = segments[i];
    const text = segment === undefined ? '' : squeeze(value.slice(segment.start, segment.end));
    if (segment === undefined || text.length < fewestRepeated) continue;
    const opening = text.slice(0, fewestRepeated);
    const built = `${segment.tag} ${segment.hints.join(' ')}`;
    const above = seen.get(opening);
    if (above === undefined) seen.set(opening, { text, built });
    else if (above.text.startsWith(text) && above.built !== built) repeats.push(i);
  }
  if (repeats.length > mostRepeats) return body;
  return new Set([...body].filter((i) => !repeats.includes(i)));
}

function squeeze(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

function opensPart(blocks: readonly Block[], body: ReadonlySet<number>, i: number): boolean {
  return body.has(i) && !/^h[1-6]$/.test(blocks[i]?.tag ?? '');
}

function isNear(body: ReadonlySet<number>, i: number): boolean {
  for (let at = i - 1; at >= i - reach; at -= 1) if (body.has(at)) return true;
  return false;
}

function addCells(blocks: readonly Block[], body: Set<number>): void {
  let [from, length, inside] = [0, 0, 0];
  for (let i = 0; i <= blocks.length; i += 1) {
    const block = blocks[i];
    if (block !== undefined && cellTags.has(block.tag)) {
      length += block.end - block.start;
      if (body.has(i)) inside += block.end - block.start;
      continue;
    }
    if (inside * 2 >= length) for (let at = from; at < i; at += 1) body.add(at);
    [from, length, inside] = [i + 1, 0, 0];
  }
}
