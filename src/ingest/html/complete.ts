import type { Segment } from '../../model/index.ts';

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
