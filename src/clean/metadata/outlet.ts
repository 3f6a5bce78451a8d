import agencyData from '../../../data/boilerplate-agencies.json' with { type: 'json' };
import pageWords from '../../../data/page-words.json' with { type: 'json' };
import { defined, type Page } from '../../model/index.ts';
import { anyOf } from '../../text/patterns.ts';
import type { Marked } from '../mark.ts';
import { countWords, simplify } from '../piece.ts';
import { hostOf, originalAddress } from './address.ts';

const agencies: ReadonlyMap<string, string> = new Map(
  Object.entries(agencyData.agencies).map(([name, full]) => [name.toLowerCase(), full] as const),
);

/** Who published the page and whose report it says it carries. */
export interface Provenance {
  readonly outlet?: string;
  readonly wire?: string;
}

/** "(OUTLET- Agency) …" */
const outletAndAgency = /^\((\p{Lu}[\p{L}\d.&]{1,30})\s*[-–—]\s*(\p{Lu}[\p{L}\d .&'’]{1,40})\)/u;
/** "(Name) - …", "CITY (Name) — …", "CITY, March 24 (Name) -" */
const nameInDateline = /^([^\n()!?]{0,60}?)\s*\((?:The )?(\p{Lu}[\p{L}\d .&'’/-]{1,40})\)\s*[-–—:]/u;
const nameAfterDash = /^(\p{Lu}[\p{Lu} .'’-]{1,50}(?:,[^\n–—]{1,30})?)\s+[-–—]\s+\((\p{Lu}[\p{L}\d .&'’/-]{1,40})\)/u;
/** A city in capitals opens a dateline; before an agency's name a city in any letters does. */
const city = /^\p{Lu}[\p{Lu}.'’-]{2,}/u;
const fullAt =
  /\b(?:read|view|see) the (?:full|original|rest|entire)[^\n]{0,40}?\b(?:article|story|post|report)?\s*(?:at|on|in|from|@)\s+(\p{Lu}[^\n.…]{2,60})/iu;
const firstAt = /\b(?:originally|first) (?:appeared|published)\s+(?:on|in|at|by)\s+(\p{Lu}[^\n.,]{2,60})/iu;
const contributed = /\(?(?:Reporting|Writing) by\b/;
const owner =
  /(?:©|\(c\)|\bcopyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d{2}(?:\s*[-–]\s*\d{2,4})?)?\s*(?:by\s+)?(\p{Lu}[\p{L}\d .&'’/-]{1,50}?)\s*(?:[.|,(]|all rights|$)/iu;
const ownWords =
  /^(?:[Tt]he [Ll]atest (?:on|from)|[Mm]ore from|[Ss]ubscribe to)\s+(\p{Lu}[\p{L}\d.'’-]*(?:\s+(?:&|and|of|the|\p{Lu}[\p{L}\d.'’-]*)){0,5})/u;
const joints = new RegExp(`\\s*[,/|&]\\s*|\\s+${anyOf(pageWords.nameJoints)}\\s+`, 'i');
const emptyNames = new RegExp(`^${anyOf(pageWords.noOutlets)}\\b`, 'i');

/**
 * Say which outlet the page is of (a field, the address, else its own words) and which agency or outlet it credits.
 *
 * Sources of the patterns: the datelines and credit lines of agency copy as the AP and Reuters stylebooks describe them.
 */
export function findProvenance(page: Page, marked: Marked): Provenance {
  const prefix = readPrefix(marked);
  const host = hostOf(originalAddress(page.source.url ?? '')).replace(/^(?:www|m|amp|edition)\./, '');
  const stated = page.fields.find((field) => field.name === 'outlet')?.value ?? page.source.outlet;
  const outlet = stated ?? (host === '' ? prefix.outlet : host) ?? readOwner(marked);
  const credited =
    prefix.wire ?? (prefix.outlet === undefined || isNamed(outlet, prefix.outlet) ? undefined : prefix.outlet);
  const wire =
    page.fields.find((field) => field.name === 'wire')?.value ?? credited ?? readWriter(page) ?? readCredit(marked);
  return { ...defined({ outlet }), ...(wire === undefined || wire === outlet ? {} : { wire }) };
}

/** "KXYZ 6" is the outlet at kxyz.example; another station's name is a credit. */
function isNamed(outlet: string | undefined, name: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const word = plain(name.split(/\s/)[0] ?? '');
  return outlet !== undefined && (plain(outlet).includes(word) || word.includes(plain(outlet)));
}

/** An agency that alone, or beside the outlet, is stated as the writer. */
function readWriter({ fields }: Page): string | undefined {
  const outlets = new Set(fields.flatMap(({ name, value }) => (name === 'outlet' ? [simplify(value)] : [])));
  const writers = fields
    .flatMap(({ name, value }) => (name === 'author' ? value.replace(/^by\s+/i, '').split(joints) : []))
    .filter((writer) => !outlets.has(simplify(writer)))
    .map(nameAgency);
  return writers.every((writer) => writer !== undefined) ? writers[0] : undefined;
}

/** Full name of a news agency by any of its names. */
export function nameAgency(name: string): string | undefined {
  return agencies.get(name.trim().toLowerCase());
}

function readPrefix({ pieces, judgements }: Marked): Provenance {
  const index = judgements.findIndex((judgement) => judgement.kind === 'lead');
  const opening = pieces[index]?.text.slice(0, 160);
  if (opening === undefined) return {};
  const pair = outletAndAgency.exec(opening);
  if (pair?.[1] !== undefined && pair[2] !== undefined)
    return { outlet: pair[1], wire: nameAgency(pair[2]) ?? pair[2].trim() };
  const [, place = '', name] = nameInDateline.exec(opening) ?? nameAfterDash.exec(opening) ?? [];
  if (name === undefined) return {};
  const isDateline = place === '' || city.test(place) || (nameAgency(name) !== undefined && countWords(place) <= 6);
  if (!isDateline) return {};
  const [first = name, second] = name.split('/');
  const agency = nameAgency(second ?? first) ?? nameAgency(first);
  return agency === undefined
    ? { outlet: first.trim() }
    : { wire: agency, ...(second === undefined ? {} : { outlet: first.trim() }) };
}

/** "Read the full article at X", "first appeared on X", "By The Associated Press", "Copyright … Associated Press". */
function readCredit({ pieces, judgements }: Marked): string | undefined {
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i];
    if (piece === undefined || judgements[i]?.kind !== 'boilerplate' || contributed.test(piece.text)) continue;
    const text = piece.text.slice(0, 400);
    const elsewhere = (fullAt.exec(text) ?? firstAt.exec(text))?.[1];
    if (elsewhere !== undefined && /^\p{Lu}/u.test(elsewhere)) return elsewhere.replace(/[\s….]+$/, '').trim();
    const byAgency = /^by:?\s+(?:the\s+)?([\p{L} -]{2,30})/iu.exec(text)?.[1];
    const agency = byAgency === undefined ? undefined : nameAgency(byAgency);
    if (agency !== undefined) return agency;
    const holder = judgements[i]?.because === 'copyright' ? owner.exec(text)?.[1] : undefined;
    const rights = holder === undefined ? undefined : nameAgency(holder.replace(/^the /i, ''));
    if (rights !== undefined) return rights;
  }
  return undefined;
}

/** The name the page gives itself: "Copyright 2024 X", "The latest on X", "Subscribe to X". */
function readOwner({ pieces, judgements }: Marked): string | undefined {
  for (let i = pieces.length - 1; i >= 0; i -= 1) {
    const piece = pieces[i];
    if (piece === undefined || judgements[i]?.kind !== 'boilerplate') continue;
    const text = piece.text.slice(0, 200);
    const name =
      (judgements[i]?.because === 'copyright' ? owner.exec(text)?.[1] : undefined) ?? ownWords.exec(text)?.[1];
    const tidy = name?.replace(/\s+(?:today|now|and|the|of)$/i, '').trim();
    if (tidy !== undefined && /^\p{Lu}/u.test(tidy) && !emptyNames.test(tidy) && nameAgency(tidy) === undefined)
      return tidy;
  }
  return undefined;
}
