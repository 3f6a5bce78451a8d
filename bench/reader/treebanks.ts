import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { GoldMention, GoldSentence } from './gold.ts';

interface Open {
  readonly name: string;
  readonly type: string;
  readonly start: number;
}

/** Read a gzipped CoNLL-U file; empty nodes and multiword ranges are left out. `gum` has mentions in `Entity=`. */
export function readTreebank(path: string, corpus: 'ewt' | 'gum'): readonly GoldSentence[] {
  const sentences: GoldSentence[] = [];
  let document = '';
  let rows: (readonly string[])[] = [];
  for (const line of gunzipSync(readFileSync(path)).toString('utf8').split('\n')) {
    if (line.startsWith('# newdoc id = ')) document = line.slice(14);
    else if (/^\d/.test(line)) {
      const row = line.split('\t');
      if (/^\d+$/.test(row[0] ?? '')) rows.push(row);
    } else if (line === '' && rows.length > 0) {
      sentences.push(makeSentence(rows, document, corpus));
      rows = [];
    }
  }
  return sentences;
}

function makeSentence(rows: readonly (readonly string[])[], document: string, corpus: 'ewt' | 'gum'): GoldSentence {
  const column = (at: number): readonly string[] => rows.map((row) => row[at] ?? '');
  const heads = column(6).map(Number);
  const genre = (corpus === 'gum' ? document.split('_')[1] : document.split('-')[0]) ?? '';
  const tree = { upos: column(3), lemmas: column(2), heads, relations: column(7) };
  const mentions = corpus === 'gum' ? { mentions: readMentions(column(9), heads) } : {};
  return { words: column(1), document, genre, tree, ...mentions };
}

/** Read the brackets in which GUM marks mentions; a mention never crosses the border of a sentence. */
function readMentions(notes: readonly string[], heads: readonly number[]): readonly GoldMention[] {
  const open: Open[] = [];
  const found: GoldMention[] = [];
  for (const [at, note] of notes.entries()) {
    for (const attribute of note.split('|')) {
      if (!attribute.startsWith('Entity=')) continue;
      for (const [piece] of attribute.slice(7).matchAll(/\(?[^()]+\)?/g)) readPiece(piece, at, heads, open, found);
    }
  }
  return found;
}

function readPiece(piece: string, at: number, heads: readonly number[], open: Open[], found: GoldMention[]): void {
  let name = piece.replaceAll(/[()]/g, '');
  if (piece.startsWith('(')) {
    const [first = '', type = ''] = name.split('-');
    open.push({ name: first, type, start: at });
    name = first;
  }
  if (!piece.endsWith(')')) return;
  const place = open.findLastIndex((one) => one.name === name);
  const [closed] = place < 0 ? [] : open.splice(place, 1);
  if (closed === undefined) return;
  const { start, type } = closed;
  const entity = closed.name.split('[')[0] ?? '';
  found.push({ start, end: at + 1, type, entity, head: headOf(start, at + 1, heads) });
}

/** Find the head of a span: the first word whose own head lies outside the span. */
export function headOf(start: number, end: number, heads: readonly number[]): number {
  for (let at = start; at < end; at++) {
    const head = (heads[at] ?? 0) - 1;
    if (head < start || head >= end) return at;
  }
  return end - 1;
}
