import type { Range } from '../../src/model/index.ts';

/** What ends the core of a noun phrase: the head stands before it. */
const tail = /\s(?:of|in|from|at|on|with|who|whom|that|which|including|planned)\s|,|\(/;

/** Find the head word of a mention: the last word before a tail such as "of the town" or "who fled". */
export function headOf({ start, end }: Range, text: string): Range {
  const words = text.slice(start, end);
  const phrase = words.slice(0, tail.exec(words)?.index ?? words.length).trimEnd();
  const head = /[^\s]+$/.exec(phrase)?.[0] ?? words;
  const from = start + Math.max(0, phrase.length - head.length);
  return { start: from, end: from + head.length };
}
