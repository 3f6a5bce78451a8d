import type { Draft } from './draft.ts';
import { readFrontMatter } from './front-matter.ts';
import { cutParagraphs } from './lines.ts';

/** Read plain text: front matter where there is some, then paragraphs; the text itself stays as it is. */
export function readText(text: string): Draft {
  const { fields, bodyStart } = readFrontMatter(text);
  return { mediaType: 'text/plain', value: text, segments: cutParagraphs(text, bodyStart), fields };
}
