import words from '../../../data/ask-words.json' with { type: 'json' };
import { policies } from '../../pipeline/index.ts';
import { findMoments, type Moment } from './moments.ts';
import { phrasePattern, readWords, type Word } from './words.ts';

/** A phrase of a question, and the question without it. */
export interface Cut<T> {
  readonly found: T | undefined;
  readonly rest: string;
}

const speaking = phrasePattern(words.speaking);
const asking = phrasePattern(words.asking);
const ends = `(?=\\s+${phrasePattern(words.sourceEnds)}|[,;.?]|\\s*$)`;

function cutMatch<T>(text: string, pattern: RegExp, read: (match: RegExpExecArray) => T): Cut<T> {
  const match = pattern.exec(text);
  if (match === null) return { found: undefined, rest: text };
  return {
    found: read(match),
    rest: `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim(),
  };
}

const policyNames = policies.map(({ name }) => name).join('|');

/** Take out the policy: "under the ucdp policy". */
export function cutPolicy(text: string): Cut<string> {
  const pattern = new RegExp(
    `\\b(?:under|by|after|according to)\\s+(?:the\\s+)?(${policyNames})\\b(?:\\s+(?:policy|codebook|rules))?`,
    'i',
  );
  return cutMatch(text, pattern, (match) => (match[1] ?? '').toLowerCase());
}

/** Take out the end of the range that is asked for: "the lowest figure". */
export function cutEnd(text: string): Cut<'low' | 'high'> {
  const low = cutMatch(text, new RegExp(phrasePattern(words.ends.low), 'iu'), () => 'low' as const);
  return low.found === undefined
    ? cutMatch(text, new RegExp(phrasePattern(words.ends.high), 'iu'), () => 'high' as const)
    : low;
}

/**
 * Take out the day as of which is asked: "as of 7 May 2031"; of what is counted as of the moment, and of what was reported, "on 7 May 2031" too.
 *
 * "killed on 7 May 2031" tells when they were killed, and is no such day.
 */
export function cutAsOf(text: string, isMomentary: boolean): Cut<string> {
  for (const moment of findMoments(text)) {
    const before = text.slice(0, moment.start);
    const known = new RegExp(`${phrasePattern(words.knownThen)}\\s*$`, 'iu').exec(before);
    const on = /\bon\s+$/i.exec(before);
    const isOn = on !== null && isDay(moment) && (isMomentary || new RegExp(`${speaking}[^,]*$`, 'iu').test(before));
    const start = known?.index ?? (isOn ? on.index : undefined);
    if (start !== undefined)
      return { found: moment.to, rest: `${text.slice(0, start)} ${text.slice(moment.end)}`.trim() };
  }
  return { found: undefined, rest: text };
}

const isDay = ({ from, to }: Moment): boolean => from === to;

const notOwner = '(?!(?:of|on|by|in|the|is|was|are|were|for|to)\\b)\\p{L}[\\p{L}-]*';
const owner = new RegExp(
  `\\b(?:of|on|by|in|is|was|are|were)\\s+(?:the\\s+)?((?:${notOwner}\\s+){0,3}${notOwner})['’]s\\s+(?:own\\s+|official\\s+)?${phrasePattern(words.figureNouns)}`,
  'iu',
);

/**
 * Take out who is to have said it: "according to the police", "did the police say", "is the prosecutor's figure".
 *
 * "did the fire kill" names nobody who says something.
 */
export function cutSource(text: string): Cut<readonly Word[]> {
  const read = (match: RegExpExecArray): readonly Word[] => readSource(match[1] ?? '');
  const according = cutMatch(text, new RegExp(`\\baccording to\\s+(?:the\\s+)?(.+?)${ends}`, 'iu'), read);
  if (according.found !== undefined) return according;
  const owned = cutMatch(text, owner, read);
  if (owned.found !== undefined) return owned;
  const asked = new RegExp(
    `${asking}\\s+(?:the\\s+)?((?:(?!${asking}|${phrasePattern(words.sourceEnds)})[^,?])+?)\\s+${speaking}(?:\\s+that)?`,
    'iu',
  );
  return cutMatch(text, asked, read);
}

const agents = [
  new RegExp(`${asking}\\s+(?:the\\s+)?([^,?]+?)\\s+${phrasePattern(words.acting)}`, 'iu'),
  /\bby\s+(?:the\s+)?((?:\p{L}[\p{L}-]*\s*){1,5})/iu,
];

/** Read who is to have done what is counted: "did the rebels kill", "arrested by Varlow police". */
export function readAgent(text: string): readonly Word[] {
  return agents.flatMap((pattern) => readWords(pattern.exec(text)?.[1] ?? ''));
}

function readSource(phrase: string): readonly Word[] {
  return readWords(phrase).filter(({ text }) => text.toLowerCase() !== 'the');
}
