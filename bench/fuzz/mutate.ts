import { makeDice } from '../run/generate.ts';

/** One change of bytes. Positions are fractions of the length, so that any change can be applied to any input. */
export interface Mutation {
  readonly kind: (typeof changeKinds)[number];
  /** Where the change begins and how far it reaches, 0 to 1. */
  readonly at: number;
  readonly span: number;
  /** Selects a token, byte or count. */
  readonly pick: number;
}

export const changeKinds = [
  'flip',
  'set',
  'cut',
  'truncate',
  'repeat',
  'splice',
  'token',
  'nest',
  'number',
  'widen',
  'narrow',
  'move',
] as const;

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** Bytes that often break parsers: NULs, lone surrogates, direction marks, wrong charsets, closing tags without opening ones. */
const tokens: readonly Uint8Array[] = [
  latin('\0\0\0\0'),
  latin('\xed\xa0\x80'),
  latin('\xff\xfe'),
  latin('\xf4\x90\x80\x80'),
  latin('\xc3\x28'),
  latin('\x1f\x8b\x08\x00'),
  latin('PK\x03\x04'),
  bytesOf('\u202e\u2066\u200f'),
  bytesOf('\ufeff'),
  bytesOf('\u2028\u0085'),
  bytesOf('e\u0301'.repeat(30)),
  ...[
    '\\ud800',
    '\\u0000',
    '<meta charset="utf-16">',
    '<?xml version="1.0" encoding="shift_jis"?>',
    '<!ENTITY a "&a;&a;">',
    '<!DOCTYPE x [',
    '&#x110000;&#0;&#xd800;',
    '&a;',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<script>',
    '</body>',
    '<table><tr><td>',
    '<a href="',
    '"',
    "'",
    '}',
    ']',
    ',',
    '\\',
    '\r\n\r\n',
    '\n---\n',
    '\n> ',
    '**',
    '[x](',
    '`'.repeat(40),
    'At least ',
    ' killed ',
    ' people, including ',
    ' on 31 February ',
    ' between 9 and ',
    ', police said. "',
    'Content-Length: -1\r\n',
    'Transfer-Encoding: chunked\r\n',
    'Content-Encoding: br\r\n',
    'Content-Transfer-Encoding: base64\r\n',
    '--edge\r\n',
    '__proto__',
    'constructor',
    '%%EOF',
    '/Length 99999999',
    ' 0 obj ',
    ' endstream ',
  ].map(bytesOf),
];

const nests: readonly string[] = ['<div>', '<b><i>', '[', '{"a":', '> ', '- ', '(', '*_', '<ul><li>', '"', '[[', '<<'];

const numbers: readonly string[] = [
  '9'.repeat(400),
  '-1',
  '0',
  '4294967296',
  '1e999',
  '18446744073709551616',
  '0x7fffffff',
  '1,000,000,000,000',
  'NaN',
  '٣',
];

const counts = [2, 3, 10, 60, 250, 2000] as const;
const longest = 65_536;

/** Apply changes to an input in order; splices take bytes from `other`. The result is kept within 64 KB. */
export function mutate(input: Uint8Array, changes: readonly Mutation[], other: Uint8Array): Uint8Array {
  let bytes = Buffer.from(input);
  for (const change of changes) bytes = apply(bytes, change, other).subarray(0, longest) as Buffer<ArrayBuffer>;
  return new Uint8Array(bytes);
}

function apply(bytes: Buffer, { kind, at, span, pick }: Mutation, other: Uint8Array): Buffer {
  const start = Math.floor(at * bytes.length);
  const end = Math.min(bytes.length, start + Math.floor(span * span * bytes.length) + 1);
  const choose = <T>(list: readonly T[]): T => list[Math.floor(pick * list.length) % list.length] as T;
  const insert = (...parts: readonly Uint8Array[]): Buffer =>
    Buffer.concat([bytes.subarray(0, start), ...parts, bytes.subarray(start)]);
  switch (kind) {
    case 'flip':
      return replaceByte(bytes, start, (byte) => byte ^ (1 << Math.floor(pick * 8)));
    case 'set':
      return replaceByte(bytes, start, () => Math.floor(pick * 256));
    case 'cut':
      return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
    case 'truncate':
      return bytes.subarray(0, start);
    case 'repeat':
      return insert(repeat(bytes.subarray(start, end), choose(counts)));
    case 'splice':
      return insert(other.subarray(Math.floor(pick * other.length), Math.floor(pick * other.length) + (end - start)));
    case 'token':
      return insert(choose(tokens));
    case 'nest':
      return insert(repeat(bytesOf(choose(nests)), counts[Math.floor(span * counts.length)] ?? 2));
    case 'number':
      return replaceNumber(bytes, start, choose(numbers));
    case 'widen':
      return Buffer.from(bytes.toString('utf8'), pick < 0.5 ? 'utf16le' : 'latin1');
    case 'narrow':
      return Buffer.concat([bytes.subarray(0, start), latin(bytes.toString('utf8', start, end)), bytes.subarray(end)]);
    case 'move':
      return Buffer.concat([bytes.subarray(start, end), bytes.subarray(0, start), bytes.subarray(end)]);
  }
}

function replaceByte(bytes: Buffer, at: number, change: (byte: number) => number): Buffer {
  const copy = Buffer.from(bytes);
  if (at < copy.length) copy[at] = change(copy[at] ?? 0);
  return copy;
}

function repeat(part: Uint8Array, count: number): Uint8Array {
  const times = Math.min(count, Math.ceil(longest / Math.max(part.length, 1)));
  return Buffer.concat(Array.from({ length: times }, () => part));
}

/** Replace the next number in the bytes. */
function replaceNumber(bytes: Buffer, from: number, number: string): Buffer {
  const text = bytes.toString('latin1');
  const found = /\d+/.exec(text.slice(from));
  if (found === null) return bytes;
  const start = from + found.index;
  return Buffer.concat([bytes.subarray(0, start), latin(number), bytes.subarray(start + found[0].length)]);
}

/** Choose some changes at random: mostly a few, sometimes many. */
export function drawChanges(dice: (limit: number) => number): readonly Mutation[] {
  const part = (): number => dice(1_000_000) / 1_000_000;
  const count = 1 + (dice(8) === 0 ? dice(24) : dice(3));
  return Array.from({ length: count }, () => ({
    kind: changeKinds[dice(changeKinds.length)] ?? 'flip',
    at: part(),
    span: part(),
    pick: part(),
  }));
}

/** Make the random numbers of one input of a reader; each input can be made again without those before it. */
export function diceOf(seed: number, reader: string, number: number): (limit: number) => number {
  const name = [...reader].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7);
  const dice = makeDice(Math.imul(seed, 7919) ^ Math.imul(name, 104_729) ^ Math.imul(number + 1, 2_654_435_761));
  for (let turn = 0; turn < 3; turn += 1) dice(2);
  return dice;
}
