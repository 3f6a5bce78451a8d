import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type GoldSentence, nameSpans } from './gold.ts';

/** Tell whether a wikigold or re3d document belongs to the quarter that training does not use. */
export function isHeldBack(document: string): boolean {
  return (createHash('sha1').update(document).digest()[0] ?? 1) % 4 === 0;
}

/** Read a file of UNER in IOB2 tags; it marks persons, organisations and places only. */
export function readUner(path: string): readonly GoldSentence[] {
  return readColumns(path, 'uner', ({ line }) => {
    if (line.startsWith('# newdoc')) return 'document';
    if (line.startsWith('#')) return 'skip';
    const [, word, tag] = line.split('\t');
    return word === undefined || tag === undefined ? 'end' : { word, tag };
  });
}

/** Read wikigold. Its IO tags cannot separate two neighbouring names of one type, so these count as one; documents are numbered. */
export function readWikigold(path: string): readonly GoldSentence[] {
  return readColumns(path, 'wikigold', ({ line, before }) => {
    if (line.startsWith('-DOCSTART-')) return 'document';
    const at = line.lastIndexOf(' ');
    if (at < 0) return 'end';
    const tag = line.slice(at + 1);
    const fresh = tag !== 'O' && before.slice(2) !== tag.slice(2);
    return { word: line.slice(0, at), tag: fresh ? `B${tag.slice(1)}` : tag };
  });
}

interface Line {
  readonly line: string;
  /** Tag of the preceding word of the sentence, or ''. */
  readonly before: string;
}

type Row = { readonly word: string; readonly tag: string } | 'skip' | 'end' | 'document';

function readColumns(path: string, corpus: string, readRow: (line: Line) => Row): readonly GoldSentence[] {
  const sentences: GoldSentence[] = [];
  let words: string[] = [];
  let tags: string[] = [];
  let document = 0;
  for (const line of [...readFileSync(path, 'utf8').split('\n'), '']) {
    const row = readRow({ line, before: tags.at(-1) ?? '' });
    if (row === 'skip') continue;
    if (row === 'document') document++;
    else if (row !== 'end') {
      words.push(row.word);
      tags.push(row.tag);
      continue;
    }
    if (words.length === 0) continue;
    sentences.push({ words, document: `${corpus}-${document}`, genre: '', names: nameSpans(tags) });
    words = [];
    tags = [];
  }
  return sentences;
}
