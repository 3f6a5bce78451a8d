import words from '../../data/place-relations.json' with { type: 'json' };
import type { PlaceRelation, Range } from '../model/index.ts';

/** How an event lies to a place it is told by: "60 km off Zuara", "north-west of Hull", "on the road between Hull and York". */
export interface ToldRelation {
  readonly relation: PlaceRelation;
  /** The words that tell it, the name included. */
  readonly range: Range;
}

/** A name of a place where it stands. */
export interface NamedRange extends Range {
  readonly name: string;
}

type Kind = PlaceRelation['kind'];

const anyOf = (list: readonly string[]): string =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/ /g, '\\s+'))
    .join('|');

const direction = String.raw`(?:north|south)(?:[\s-]?(?:east|west))?|east|west`;
const adjective = String.raw`(?:${direction})ern\s+`;
const count = String.raw`\d{1,3}(?:,\d{3})*(?:\.\d+)?|${anyOf(Object.keys(words.numbers))}`;
const unit = anyOf(Object.keys(words.units));
/** "the city of", "the north-eastern coastal town of", "Libya's" stand between the words of a relation and its name. */
const holder = String.raw`(?:(?:the|its|their)\s+)?(?:(?:[\w-]+\s+){0,2}(?:${anyOf(words.kinds)})s?\s+(?:of\s+)?)?(?:the\s+)?(?:${adjective})?`;
const coast = String.raw`(?:the\s+)?(?:${adjective})?(?:coast|shore)s?\s+(?:of|near|at)\s+`;

const distance = new RegExp(
  String.raw`(?<![\d.,])(?<count>${count})[\s-]+(?<unit>${unit})\b(?:\s*\([^)]{1,30}\))?(?:\s+(?:away|out|inland))?\s*,?\s*(?:(?:to\s+the\s+)?(?<bearing>${direction})(?:\s+(?:of|from)|\s+off)?|(?<off>off)|from|outside(?:\s+of)?|away\s+from)\s+(?:${coast})?${holder}$`,
  'iu',
);
const bearing = new RegExp(String.raw`\b(?:to\s+the\s+)?(?<bearing>${direction})\s+of\s+${holder}$`, 'iu');
const off = new RegExp(String.raw`\boff\s+(?:${coast})?${holder}$`, 'iu');
const near = new RegExp(String.raw`\b(?:${anyOf(words.near)})\s+${holder}$`, 'iu');
const border =
  /\b(?:on|at|near|along|across|to|over)\s+(?:the|its|their|a)\s+(?:\w+\s+){0,2}(?:border|frontier)\s+(?:of|with|between)\s+(?:the\s+)?$/iu;
const borderAfter = /^(?:(?:[-–]|\s+and\s+)\p{Lu}[\p{L}'’]+){0,2}[’']?s?\s+(?:border|frontier)\b/u;
const between = new RegExp(String.raw`\b(?<way>${anyOf(words.spans)})\b(?:\s+\w+){0,3}?\s+between\s+${holder}$`, 'iu');
const towns = new RegExp(String.raw`\bbetween\s+${holder}$`, 'iu');
const apart = new RegExp(String.raw`\b(?:${anyOf(words.apart)})\b(?:\s+\w+){0,2}\s+between\s+${holder}$`, 'iu');
const along = new RegExp(
  String.raw`\b(?:on|along|off)\s+(?:the|a)\s+(?:\w+\s+){0,2}(?:${anyOf(words.ways)})\s+(?:(?<from>from)|to|towards?|into|out\s+of|leading\s+to|linking|connecting)\s+${holder}$`,
  'iu',
);
const alongWater = /\balong\s+the\s+(?:banks?\s+of\s+the\s+)?$/iu;
const roadAfter = new RegExp(String.raw`^\s*[-–]\s*\p{Lu}[\p{L}'’]+\s+(?:(?!-)\w+\s+)?(?:${anyOf(words.ways)})\b`, 'u');
const atSea = /\b(?:in|on|into)\s+(?:the\s+)?(?:\w+\s+)?$/iu;

const reach = 110;

function readCount(surface: string): number {
  const known = (words.numbers as Readonly<Record<string, number>>)[surface.toLowerCase().replace(/\s+/g, ' ')];
  return known ?? Number(surface.replaceAll(',', ''));
}

function readBearing(surface: string | undefined): Pick<PlaceRelation, 'bearing'> {
  const name = surface?.toLowerCase().replace(/[\s-]/g, '');
  const degrees = name === undefined ? undefined : (words.bearings as Readonly<Record<string, number>>)[name];
  return degrees === undefined ? {} : { bearing: degrees };
}

function readDistance({ count: number = '', unit: measure = '' }: Readonly<Record<string, string | undefined>>) {
  const units = words.units as Readonly<Record<string, number>>;
  const km = readCount(number) * (units[measure.toLowerCase().replace(/\s+/g, ' ')] ?? 1);
  return { km: Math.round(10 * km) / 10 };
}

/** The words before a name, as far as its sentence reaches. */
function wordsBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - reach), start);
  const cut = Math.max(before.lastIndexOf('\n'), before.search(/[.!?]["”’']?\s+(?=\p{Lu}[^.!?]*$)/u));
  return cut < 0 ? before : before.slice(cut + 1);
}

/** Find the name after "and", "to" that a relation between two is told with. */
function partnerOf(text: string, { end }: Range, names: readonly NamedRange[], joint: RegExp): NamedRange | undefined {
  const next = names.find((one) => one.start > end && one.start - end <= 40);
  return next !== undefined && joint.test(text.slice(end, next.start)) ? next : undefined;
}

const andJoint = /^,?\s+and\s+(?:the\s+)?(?:[\w-]+\s+){0,3}(?:of\s+)?$/u;
const toJoint = /^,?\s+to\s+(?:the\s+)?(?:[\w-]+\s+){0,3}(?:of\s+)?$/u;

interface Found {
  readonly kind: Kind;
  readonly from: number;
  readonly rest?: Omit<PlaceRelation, 'kind' | 'words' | 'anchors'>;
  readonly partner?: NamedRange | undefined;
  readonly until?: number;
}

/** Words of a relation that stand before one name alone, surest first. */
function readAlone(before: string, from: number, isWater: boolean): Found | undefined {
  const told = (kind: Kind, match: RegExpExecArray | null, rest: Found['rest'] = {}): Found | undefined =>
    match === null ? undefined : { kind, from: from + match.index, rest };
  const far = distance.exec(before);
  if (far !== null)
    return told(far.groups?.off === undefined ? 'distance' : 'off', far, {
      ...readDistance(far.groups ?? {}),
      ...readBearing(far.groups?.bearing),
    });
  const side = bearing.exec(before);
  if (side !== null) return told('bearing', side, readBearing(side.groups?.bearing));
  return (
    told('border', border.exec(before)) ??
    told('off', off.exec(before)) ??
    told('along', along.exec(before)) ??
    (isWater ? (told('along', alongWater.exec(before)) ?? told('at-sea', atSea.exec(before))) : undefined) ??
    told('near', near.exec(before))
  );
}

/** Words of a relation that hold two names or stand after one. */
function readPaired(text: string, name: NamedRange, before: string, names: readonly NamedRange[]): Found | undefined {
  const from = name.start - before.length;
  const after = text.slice(name.end, name.end + 60);
  const way = between.exec(before) ?? (apart.test(before) ? null : towns.exec(before));
  const second = way === null ? undefined : partnerOf(text, name, names, andJoint);
  if (way !== null && second !== undefined) {
    const isBorder = /border|frontier/iu.test(way.groups?.way ?? '');
    return { kind: isBorder ? 'border' : 'between', from: from + way.index, partner: second };
  }
  const road = along.exec(before);
  if (road?.groups?.from !== undefined)
    return { kind: 'along', from: from + road.index, partner: partnerOf(text, name, names, toJoint) };
  const hyphened = roadAfter.exec(after);
  if (hyphened !== null) return { kind: 'along', from: name.start, until: name.end + hyphened[0].length };
  const edge = /\b(?:on|at|near|along|across|over)\s+(?:the\s+|its\s+)?$/iu.exec(before);
  const line = edge === null ? null : borderAfter.exec(after);
  if (edge === null || line === null) return undefined;
  return { kind: 'border', from: from + edge.index, until: name.end + line[0].length };
}

/** Read how what happened lies to a place named, from the words around the name; undefined where it is simply there. */
export function readRelation(
  text: string,
  name: NamedRange,
  names: readonly NamedRange[],
  isWater = false,
): ToldRelation | undefined {
  const before = wordsBefore(text, name.start);
  const found = readPaired(text, name, before, names) ?? readAlone(before, name.start - before.length, isWater);
  if (found === undefined) return undefined;
  const { kind, from, rest = {}, partner, until } = found;
  const range = { start: from, end: until ?? partner?.end ?? name.end };
  const anchors = partner === undefined ? [name.name] : [name.name, partner.name];
  return { relation: { kind, words: text.slice(range.start, range.end), ...rest, anchors }, range };
}
