import type { LinkDocument } from '../documents/document.ts';

const marks = /["“”]/gu;

/** Tell for each word whether it stands between double quotation marks or in a quote block. */
export function findQuoted(document: LinkDocument): readonly boolean[] {
  const { article } = document.reading;
  const quoted: boolean[] = [];
  let open = false;
  let last = 0;
  let block = -1;
  for (const word of document.words) {
    if (word.block !== block) {
      open = false;
      last = article.blocks[word.block]?.start ?? last;
      block = word.block;
    }
    for (const [mark] of article.text.value.slice(last, word.start).matchAll(marks)) {
      open = mark === '“' || (mark === '"' && !open);
    }
    last = word.end;
    quoted.push(open || article.blocks[block]?.kind === 'quote');
  }
  return quoted;
}
