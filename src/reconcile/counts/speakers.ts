import words from '../../../data/office-words.json' with { type: 'json' };
import { groupBy } from '../../model/index.ts';
import { foldName } from '../../text/fold.ts';
import { anyOf } from '../../text/patterns.ts';
import type { Figure } from './figures.ts';

/** Kinds of speaker that are one body under several names ("police", "Marl police"); bystanders, relatives and experts are people. */
const bodies: ReadonlySet<string> = new Set(['police', 'official', 'military', 'medical', 'organisation']);

/** Words for who speaks for a body ("spokesman", "chief"); they are no part of its name. */
const offices: ReadonlySet<string> = new Set(words.offices);

/**
 * Give one name to a speaker reported under two: "police" and "Marl police", "the health ministry" and "Velm health ministry".
 *
 * Two names are one speaker where both are bodies of one kind and the words of the shorter all stand in the longer. A short
 * name that fits several longer ones which do not fit each other ("police" beside "Marl police" and "Tarn police") stays itself.
 */
export function joinSpeakers(told: readonly Figure[]): readonly Figure[] {
  const figures = nameBodies(told);
  const spoken = figures.filter(({ speaker, claim }) => speaker !== undefined && isBody(claim.attribution?.kind));
  const byKind = groupBy(spoken, ({ claim }) => claim.attribution?.kind ?? '');
  const renamed = new Map<string, string>();
  for (const [kind, members] of byKind) {
    const names = [...new Set(members.map(({ speaker }) => speaker ?? ''))].sort();
    if (names.length > 1) for (const [from, to] of joinNames(names)) renamed.set(`${kind}|${from}`, to);
  }
  if (renamed.size === 0) return figures;
  return figures.map((figure) => {
    const name = renamed.get(`${figure.claim.attribution?.kind ?? ''}|${figure.speaker ?? ''}`);
    return name === undefined || name === figure.speaker ? figure : { ...figure, speaker: name };
  });
}

const isBody = (kind: string | undefined): boolean => kind !== undefined && bodies.has(kind);

/** Map each name to the longest it is surely a short form of. */
function joinNames(names: readonly string[]): ReadonlyMap<string, string> {
  const words = new Map(names.map((name) => [name, wordsOf(name)]));
  const fits = (short: string, long: string): boolean => {
    const [inner, outer] = [words.get(short) ?? new Set<string>(), words.get(long) ?? new Set<string>()];
    return inner.size > 0 && inner.size <= outer.size && [...inner].every((word) => outer.has(word));
  };
  return new Map(
    names.flatMap((name): [string, string][] => {
      const longer = names.filter((other) => other !== name && fits(name, other));
      const longest = longer.filter((one) => longer.every((other) => fits(other, one)));
      const target = longest[0];
      // Of two names with the same words the first by code unit is kept.
      if (target === undefined || (fits(target, name) && target > name)) return [];
      return [[name, target]];
    }),
  );
}

/** The name at the end of "ministry spokesman Ada Quill", and the words before the office. */
const holder = new RegExp(
  `^(.*?)\\s*\\b(?:spokes\\w+|${anyOf(words.holders)})\\s+(\\p{Lu}[\\p{L}.’'-]+(?:\\s+\\p{Lu}[\\p{L}.’'-]+)+)$`,
  'u',
);

/**
 * Name the body for those who speak for it: "ministry spokesman Ada Quill" is the ministry, and so is "spokesman Ada Quill"
 * where she is called that elsewhere. One who is named with no body stays a person.
 */
function nameBodies(figures: readonly Figure[]): readonly Figure[] {
  const held = new Map<string, string>();
  for (const { claim } of figures) {
    const [, body = '', person = ''] = holder.exec(claim.attribution?.speaker ?? '') ?? [];
    const known = held.get(person);
    if (person !== '' && body !== '' && (known === undefined || body < known)) held.set(person, body);
  }
  if (held.size === 0) return figures;
  return figures.map((figure) => {
    if (figure.speaker === undefined) return figure;
    const said = figure.claim.attribution?.speaker ?? '';
    const body = held.get(holder.exec(said)?.[2] ?? said);
    return body === undefined ? figure : { ...figure, speaker: foldName(body) };
  });
}

function wordsOf(name: string): ReadonlySet<string> {
  const all = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const plain = all.map((word) => word.replace(/(?<=\p{L}{3})s$/u, ''));
  const own = plain.filter((_, at) => !offices.has(all[at] ?? ''));
  return new Set(own.length > 0 ? own : plain);
}
