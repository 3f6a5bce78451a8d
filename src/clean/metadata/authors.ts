import givenNameList from '../../../data/given-names.json' with { type: 'json' };
import pageWords from '../../../data/page-words.json' with { type: 'json' };
import type { PageField } from '../../model/index.ts';
import { anyOf } from '../../text/patterns.ts';
import type { Marked } from '../mark.ts';
import { type BlockJudgement, type PageBlock, simplify } from '../piece.ts';
import { isNamedByline } from '../rules/hints.ts';
import { datePattern, partGlued } from './date-words.ts';
import { nameAgency } from './outlet.ts';

const name = "\\p{Lu}[\\p{L}.'’-]*";
const particle = '(?:de|da|di|del|van|von|der|al|el|bin|ibn|la|le)';
const person = new RegExp(`^${name}(?:\\s+(?:${particle}\\s+)*${name}){1,4}$`, 'u');
const role = new RegExp(`\\b${anyOf(pageWords.roles)}\\b`, 'i');
const separators =
  /\s*(?:[,;|&/\n\r]|\band\b|\bwith\b|\bfor\b|\bposted\b|\bpublished\b|\bupdated\b|\s[-–—]\s|\d.*$)\s*/i;
const dates = new RegExp(`\\b${datePattern}`, 'gi');
const placeOpener = new RegExp(`^${anyOf(pageWords.placeOpeners)}\\s`, 'i');
const givenNames: ReadonlySet<string> = new Set(givenNameList.split(' '));
const maxAuthors = 12;
const maxBylineChars = 300;

/** Name the writers: the fields first, else the bylines; agencies, roles, places and the outlet are no persons. */
export function findAuthors(
  fields: readonly PageField[],
  { pieces, judgements }: Marked,
  outlet?: string,
): readonly string[] {
  const stated = fields.filter((field) => field.name === 'author').flatMap((field) => splitNames(field.value));
  const found =
    stated.length > 0
      ? stated
      : pieces.flatMap((piece, i) => (isByline(piece, judgements[i]) ? splitNames(piece.text) : []));
  const own = simplify(outlet ?? '');
  const persons = found.filter((one) => simplify(one) !== own);
  const distinct = new Map(persons.map((one) => [one.toLowerCase(), one] as const));
  return [...distinct.values()].slice(0, maxAuthors);
}

function isByline(piece: PageBlock, verdict: BlockJudgement | undefined): boolean {
  return verdict?.because === 'byline' || (verdict?.because === 'markup' && isNamedByline(piece));
}

/** Split "By Jane Doe and John Roe, Daily Star | 3 May" into names of persons; the place after an outlet's name is none. */
export function splitNames(byline: string): readonly string[] {
  const parts = partGlued(byline.slice(0, maxBylineChars))
    .replace(dates, ' | ')
    .replace(/^\s*(?:written by|story by|report by|posted by|by)[:\s]+/i, '')
    .split(separators)
    .map((part) =>
      part
        .replace(/^by\s+/i, '')
        .replace(/[.\s]+$/, '')
        .trim(),
    )
    .map((part) => (/^[\p{Lu}\s.'’-]+$/u.test(part) && part.length > 4 ? capitalise(part) : part));
  return parts.filter((part, i) => isPerson(part) && !isStation(parts, i));
}

function isPerson(part: string): boolean {
  return person.test(part) && !role.test(part) && nameAgency(part) === undefined && !placeOpener.test(part);
}

/** "Ada Reed, Harbour News, New York": where the writer sits stands after the outlet, and begins with nobody's given name. */
function isStation(parts: readonly string[], at: number): boolean {
  const before = parts[at - 1] ?? '';
  const isOutlet = role.test(before) || nameAgency(before) !== undefined;
  return isOutlet && !givenNames.has((parts[at]?.split(/\s/)[0] ?? '').toLowerCase());
}

function capitalise(shouted: string): string {
  return shouted.toLowerCase().replace(/(?:^|[\s'’.-])\p{L}/gu, (letter) => letter.toUpperCase());
}
