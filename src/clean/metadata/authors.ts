import pageWords from '../../../data/page-words.json' with { type: 'json' };
import type { PageField } from '../../model/index.ts';
import { anyOf } from '../../text/patterns.ts';
import type { Marked } from '../mark.ts';
import { nameAgency } from './outlet.ts';

const name = "\\p{Lu}[\\p{L}.'’-]*";
const particle = '(?:de|da|di|del|van|von|der|al|el|bin|ibn|la|le)';
const person = new RegExp(`^${name}(?:\\s+(?:${particle}\\s+)*${name}){1,4}$`, 'u');
const role = new RegExp(`\\b${anyOf(pageWords.roles)}\\b`, 'i');
const maxAuthors = 12;
const maxBylineChars = 300;

/** Name the writers: the fields first, else the bylines; agencies and roles are no persons. */
export function findAuthors(fields: readonly PageField[], { pieces, judgements }: Marked): readonly string[] {
  const stated = fields.filter((field) => field.name === 'author').flatMap((field) => splitNames(field.value));
  const found =
    stated.length > 0
      ? stated
      : pieces.flatMap((piece, i) => (judgements[i]?.because === 'byline' ? splitNames(piece.text) : []));
  const distinct = new Map(found.map((one) => [one.toLowerCase(), one] as const));
  return [...distinct.values()].slice(0, maxAuthors);
}

/** Split "By Jane Doe and John Roe, Daily Star | 3 May" into names of persons. */
export function splitNames(byline: string): readonly string[] {
  return byline
    .slice(0, maxBylineChars)
    .replace(/^\s*(?:written by|story by|report by|posted by|by)[:\s]+/i, '')
    .split(/\s*(?:,|;|\||&|\/|\band\b|\bwith\b|\bfor\b|\bposted\b|\bpublished\b|\bupdated\b|\s[-–—]\s|\d.*$)\s*/i)
    .map((part) =>
      part
        .replace(/^by\s+/i, '')
        .replace(/[.\s]+$/, '')
        .trim(),
    )
    .map((part) => (/^[\p{Lu}\s.'’-]+$/u.test(part) && part.length > 4 ? capitalise(part) : part))
    .filter((part) => person.test(part) && !role.test(part) && nameAgency(part) === undefined);
}

function capitalise(shouted: string): string {
  return shouted.toLowerCase().replace(/(?:^|[\s'’.-])\p{L}/gu, (letter) => letter.toUpperCase());
}
