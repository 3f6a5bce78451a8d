import type { Segment } from '../../model/index.ts';
import { type Draft, decodeEscapes } from '../draft.ts';
import { cutParagraphs } from '../lines.ts';
import { articleType, readLinkedData } from './fields.ts';
import type { HtmlTree } from './tree.ts';

/** Shortest body worth taking from a script, in characters. */
const leastChars = 200;
const joint = '\n\n';

/**
 * Find the body that a page states in its JSON-LD (`articleBody` of schema.org): pages that are put together in the reader's
 * browser hold it there alone, others show but its beginning.
 */
export function findScriptBody(tree: HtmlTree): string | undefined {
  for (const node of readLinkedData(tree, articleType)) {
    const stated = node.articleBody;
    if (typeof stated !== 'string') continue;
    const body = decodeEscapes(stated.replace(/<\/?(?:p|div|h[1-6]|li|ul|ol)\b[^<>]{0,300}>|<br[^<>]{0,50}>/gi, '\n\n'))
      .replace(/<\/?[a-z][^<>]{0,300}>/gi, '')
      .trim();
    if (body.length < leastChars) continue;
    return body;
  }
  return undefined;
}

/** Put such a body below what the page shows, as its body. */
export function addScriptBody(draft: Draft, body: string): Draft {
  const shift = draft.value === '' ? 0 : draft.value.length + joint.length;
  const value = draft.value === '' ? body : `${draft.value}${joint}${body}`;
  const around = draft.segments.map((segment): Segment => ({ ...segment, inBody: false }));
  const added = cutParagraphs(value, shift).map((segment): Segment => ({ ...segment, inBody: true }));
  return { ...draft, value, segments: [...around, ...added] };
}
