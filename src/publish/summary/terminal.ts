import type { statusNames } from '../wording/labels.ts';

/** Styles for a line; without colour each returns the line unchanged. */
export interface Paint {
  readonly bold: (line: string) => string;
  readonly dim: (line: string) => string;
  readonly status: (status: keyof typeof statusNames, line: string) => string;
}

const statusCodes: Readonly<Record<keyof typeof statusNames, number>> = {
  agreed: 32,
  compatible: 32,
  updated: 34,
  disputed: 33,
  'single-source': 39,
  unknown: 39,
  withdrawn: 39,
};

/** Make the styles of a terminal: ANSI sequences, or none without colour. */
export function makePaint(color: boolean): Paint {
  const dress = (code: number) => (line: string) => (color && line !== '' ? `\u001b[${code}m${line}\u001b[0m` : line);
  return { bold: dress(1), dim: dress(2), status: (status, line) => dress(statusCodes[status])(line) };
}

/**
 * Remove what a hostile text could control a terminal with (control characters, bidi overrides), and turn white space into
 * single spaces.
 */
export function cleanLine(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
}

/** Count the columns a text takes: combining marks none, wide East Asian characters and emoji two, all others one. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{M}|\u200d|\ufe0f/u.test(character)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}

/** Break a line at spaces to fit `width` columns, each line after `indent` spaces; a longer word has a line of its own. */
export function wrapLine(line: string, width: number, indent: number): readonly string[] {
  const room = width - indent;
  const lines: string[] = [];
  let now = '';
  for (const word of line.split(' ')) {
    const next = now === '' ? word : `${now} ${word}`;
    if (now !== '' && widthOf(next) > room) {
      lines.push(now);
      now = word;
    } else now = next;
  }
  if (now !== '') lines.push(now);
  return lines.map((each) => ' '.repeat(indent) + each);
}

/** Make each column as wide as its widest cell, and the flexible one as wide as the rest of `width` allows. */
export function fitColumns(rows: readonly (readonly string[])[], flexible: number, width: number): readonly number[] {
  const [head = []] = rows;
  const natural = head.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  const others =
    natural.reduce((sum, each, column) => sum + (column === flexible ? 0 : each), 0) + 2 * (head.length - 1);
  return natural.map((each, column) => (column === flexible ? Math.max(12, Math.min(each, width - others)) : each));
}

/** Lay out rows in columns two spaces apart; a cell that does not fit is cut and ends in "…". */
export function layTable(rows: readonly (readonly string[])[], widths: readonly number[]): readonly string[] {
  return rows.map((row) =>
    widths
      .map((width, column) => pad(row[column] ?? '', width))
      .join('  ')
      .trimEnd(),
  );
}

function pad(text: string, width: number): string {
  if (widthOf(text) <= width) return text + ' '.repeat(width - widthOf(text));
  let cut = '';
  for (const character of text) {
    if (widthOf(cut + character) > width - 1) break;
    cut += character;
  }
  return `${cut}…${' '.repeat(Math.max(0, width - 1 - widthOf(cut)))}`;
}
