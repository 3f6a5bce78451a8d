import givenNameList from '../../../data/given-names.json' with { type: 'json' };
import pageWords from '../../../data/page-words.json' with { type: 'json' };
import type { PageField } from '../../model/index.ts';
import { anyOf } from '../../text/patterns.ts';
import type { Marked } from '../mark.ts';
import { type BlockJudgement, type PageBlock, simplify } from '../piece.ts';
import { isNamedByline } from '../rules/hints.ts';
import { datePattern, partGlued } from './date-words.ts';
import { nameAgency } from './outlet.ts';

const name = "\\p{Lu}[\\p{L}\\p{M}.'’-]*";
const particle = '(?:de|da|di|del|van|von|der|al|el|bin|ibn|la|le)';
const person = new RegExp(`^${name}(?:\\s+(?:${particle}\\s+)*${name}){1,4}$`, 'u');
/** Names in writings without capitals; a Chinese, Japanese or Korean name has two to four characters and no space within. */
const uncased =
  /^(?:[\p{sc=Han}\p{sc=Hangul}]{2,4}|[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]{3,6}|[\p{Lo}\p{M}]{2,20}(?:\s[\p{Lo}\p{M}]{1,20}){1,3})$/u;
/** "홍길동 기자": reporter, as it stands after a name. */
const uncasedRole = new RegExp(`\\s*${anyOf(pageWords.uncasedRoles)}$`);
const uncasedOutlet = new RegExp(anyOf(pageWords.uncasedOutlets));
const role = new RegExp(`\\b${anyOf(pageWords.roles)}\\b`, 'i');
const separators = new RegExp(
  `\\s*(?:[,;|&/、・\\n\\r]|\\s${anyOf(pageWords.nameJoints)}(?=\\s)|\\bfor\\b|\\bposted\\b|\\bpublished\\b|\\bupdated\\b|\\s[-–—]\\s|\\d.*$)\\s*`,
  'i',
);
const opener = new RegExp(`^\\s*${anyOf(pageWords.bylineOpeners)}[:\\s]+`, 'i');
const dates = new RegExp(`\\b${datePattern}`, 'gi');
const placeOpener = new RegExp(`^${anyOf(pageWords.placeOpeners)}\\s`, 'i');
/** Where a writer sat, for whom, under which name elsewhere, and who took the pictures: no names of writers. */
const besides =
  /\s+(?:in|at|for|from)(?:\s+(?:the\s+)?\p{Lu}[\p{L}.'’&-]*)+|\s@\w+|[,;|]?\s*(?:and\s+)?(?:photo(?:graph)?(?:s|y)?|pictures|images|videos?|illustrations?|graphics|edit(?:ed|ing)|produc(?:ed|tion))\s+by\s.*$/giu;
const lastFirst = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}'’-]+)$/u;
const credited = /\b[Rr]eporting by ([^;()\n]{3,120})/u;
const givenNames: ReadonlySet<string> = new Set(givenNameList.split(' '));
/** Where writers are read from what the page shows, best first. */
const shownFrom: ReadonlySet<string> = new Set(['link:author', 'markup:byline']);
const nearBody = 12;
const mostCreditWords = 40;
const maxAuthors = 12;
const maxBylineChars = 300;

/** Name the writers: the fields first, else links to their pages, else the bylines; agencies, roles, places and the outlet are no persons. */
export function findAuthors(
  fields: readonly PageField[],
  { pieces, judgements }: Marked,
  outlet?: string,
): readonly string[] {
  const stated = fields.filter((field) => field.name === 'author');
  const isNear = nearFinder(pieces);
  const sources: readonly (() => readonly string[])[] = [
    () => stated.filter(({ from }) => !shownFrom.has(from)).map(({ value }) => value),
    ...[...shownFrom].map((from) => () => stated.filter((field) => field.from === from).map(({ value }) => value)),
    () => pieces.filter((piece, i) => isNear(i) && isByline(piece, judgements[i])).map(({ text }) => text),
    () =>
      pieces.flatMap((piece, i) =>
        isNear(i) && piece.words <= mostCreditWords ? (credited.exec(piece.text)?.[1] ?? []) : [],
      ),
  ];
  const outlets = fields.filter((field) => field.name === 'outlet').map(({ value }) => value);
  const own = new Set([outlet ?? '', ...outlets].map(simplify));
  for (const list of sources) {
    const persons = list()
      .filter((value) => !own.has(simplify(value)))
      .flatMap(splitNames)
      .filter((one) => !own.has(simplify(one)) && !isDesk(one, own));
    const distinct = new Map(persons.map((one) => [one.toLowerCase(), one] as const));
    if (distinct.size > 0) return [...distinct.values()].slice(0, maxAuthors);
  }
  return [];
}

/** "CNN Business" at CNN. */
function isDesk(one: string, own: ReadonlySet<string>): boolean {
  const plain = simplify(one);
  return [...own].some((outlet) => outlet.length >= 2 && plain.startsWith(`${outlet} `));
}

/** Tell whether a piece stands in the body, above it or closely below; further down bylines are those of other reports. */
function nearFinder(pieces: readonly PageBlock[]): (i: number) => boolean {
  const first = pieces.findIndex(({ inBody }) => inBody === true);
  const last = pieces.findLastIndex(({ inBody }) => inBody === true);
  return (i) => first < 0 || (i >= first - nearBody && i <= last + nearBody);
}

function isByline(piece: PageBlock, verdict: BlockJudgement | undefined): boolean {
  return verdict?.because === 'byline' || (verdict?.because === 'markup' && isNamedByline(piece));
}

/** Split "By Jane Doe and John Roe, Daily Star | 3 May" into names of persons; the place after an outlet's name is none. */
export function splitNames(byline: string): readonly string[] {
  const parts = turnLast(partGlued(byline.slice(0, maxBylineChars)))
    .replace(besides, ' ')
    .replace(dates, ' | ')
    .replace(opener, (words, at: number, text: string) =>
      /^[\p{Lu}\p{Lo}@]/u.test(text.slice(at + words.length)) ? '' : words,
    )
    .split(separators)
    .map((part) =>
      part
        .replace(/^by\s+/i, '')
        .replace(/\s*\([\p{Ll}/.]{1,6}\)$/u, '')
        .replace(uncasedRole, '')
        .replace(/[.\s]+$/, '')
        .trim(),
    )
    .map((part) => (/^[\p{Lu}\s.'’-]+$/u.test(part) && part.length > 4 ? capitalise(part) : part));
  return parts.filter((part, i) => isPerson(part) && !isStation(parts, i));
}

/** "Reed, Ada" */
function turnLast(byline: string): string {
  const match = lastFirst.exec(byline.trim());
  return match !== null && givenNames.has((match[2] ?? '').toLowerCase()) ? `${match[2]} ${match[1]}` : byline;
}

function isPerson(part: string): boolean {
  const isName = person.test(part) || (uncased.test(part) && !uncasedOutlet.test(part));
  return isName && !role.test(part) && nameAgency(part) === undefined && !placeOpener.test(part);
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
