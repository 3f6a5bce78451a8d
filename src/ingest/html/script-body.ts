import { isRecord, type Segment } from '../../model/index.ts';
import { type Draft, decodeEscapes, tidyValue } from '../draft.ts';
import { cutParagraphs } from '../lines.ts';
import { articleType, readLinkedData } from './fields.ts';
import { findStateBody, type ScriptBody } from './state-body.ts';
import { type HtmlTree, textOf } from './tree.ts';

/** Shortest body worth taking from a script, in characters. */
const leastChars = 200;
/** Shortest shown block that may be a standfirst. */
const leastShown = 80;
const mostEntries = 500;
const joint = '\n\n';

/**
 * Find the body that only a page's scripts hold: `articleBody` and `liveBlogUpdate` of schema.org in its JSON-LD, else the state of a
 * framework. Pages that are put together in the reader's browser hold it there alone, others show but its beginning.
 */
export function findScriptBody(tree: HtmlTree, shownChars: number): ScriptBody | undefined {
  for (const node of readLinkedData(tree, articleType)) {
    const body = [showBody(node.articleBody), ...readEntries(node.liveBlogUpdate)]
      .filter((part) => part !== '')
      .join(joint);
    if (body.length >= leastChars) return { text: body, fields: [] };
  }
  if (tree.states.length === 0 || shownChars >= mostBeside) return undefined;
  const title = tree.stating.find(({ name }) => name === 'title');
  const found = findStateBody(tree.states, title === undefined ? '' : textOf(title));
  const text = showBody(found?.text);
  return found === undefined || text.length < leastChars ? undefined : { ...found, text };
}

/** A page that shows more than this, in characters, shows its report, and its state need not be searched. */
const mostBeside = 1_500;

/** Entries of a live blog in the order stated: hour and headline in one line, the text below. */
function readEntries(updates: unknown): readonly string[] {
  const list = Array.isArray(updates) ? updates.slice(0, mostEntries) : [updates];
  return list.flatMap((entry: unknown) => {
    if (!isRecord(entry)) return [];
    const body = showBody(entry.articleBody);
    const headline = typeof entry.headline === 'string' ? (tidyValue(entry.headline) ?? '') : '';
    const hour = /T(\d{2}:\d{2})/.exec(typeof entry.datePublished === 'string' ? entry.datePublished : '')?.[1];
    const opening = [hour, body.startsWith(headline) ? '' : headline].filter(
      (part) => part !== undefined && part !== '',
    );
    return [[opening.join(' – '), body].filter((part) => part !== '').join(joint)];
  });
}

function showBody(stated: unknown): string {
  if (typeof stated !== 'string') return '';
  return decodeEscapes(stated.replace(/<\/?(?:p|div|h[1-6]|li|ul|ol)\b[^<>]{0,300}>|<br[^<>]{0,50}>/gi, joint))
    .replace(/<\/?[a-z][^<>]{0,300}>/gi, '')
    .trim();
}

/** How sure a shown block must be of the body to stand above one that a script holds: offers to subscribe stand near paragraphs too. */
const leastSure = 0.9;

/** Put such a body below what the page shows, as its body; of what is shown, the standfirst alone stays that the body does not repeat. */
export function addScriptBody(draft: Draft, { text: body, fields: stated }: ScriptBody): Draft {
  const told = new Set(draft.fields.map(({ name }) => name));
  const fields = [...draft.fields, ...stated.filter(({ name }) => !told.has(name))];
  const shift = draft.value === '' ? 0 : draft.value.length + joint.length;
  const value = draft.value === '' ? body : `${draft.value}${joint}${body}`;
  const said = squeeze(body);
  const around = draft.segments.map((segment): Segment => {
    const { start, end, inBody, confidence = 0, ...bare } = segment;
    const isMore = inBody === true && confidence >= leastSure && end - start >= leastShown;
    if (isMore && !said.includes(squeeze(draft.value.slice(start, end)))) return segment;
    return { ...bare, start, end, inBody: false };
  });
  const added = cutParagraphs(value, shift).map((segment): Segment => ({ ...segment, inBody: true }));
  return { ...draft, fields, value, segments: [...around, ...added] };
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
