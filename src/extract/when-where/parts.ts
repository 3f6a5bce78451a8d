import cues from '../../../data/place-cues.json' with { type: 'json' };
import type { PlaceMention, PlaceValue, ProperName } from '../../model/index.ts';
import { type SentenceView, type TokenSpan, wordAt } from '../view.ts';

/** A place told in a sentence, and what the trained reader takes its name for. */
export interface ToldPlace {
  readonly mention: TokenSpan<PlaceMention>;
  readonly view: SentenceView;
  readonly value: PlaceValue;
  /** Type of the proper name that covers it, by the trained reader; `none` where it found none, `unread` where it did not look. */
  readonly read: ProperName['type'] | 'none' | 'unread';
}

/** Words that say a name is a part of a town: "the Arden neighborhood", "Arden district of Vesk". */
const quarterWords: ReadonlySet<string> = new Set(cues.quarters);
/** Words between a name and the place that holds it: "Arden in the northern city of Vesk". */
const toHolder: ReadonlySet<string> = new Set(cues.toHolder);
/** Words that say it is a town of its own: "the village of Arden". */
const settlements: ReadonlySet<string> = new Set(cues.settlements);
/** Countries whose towns the gazetteer has so fully that a name it lacks is rather a quarter. */
const complete: ReadonlySet<string> = new Set(cues.complete);
const sideName =
  /\b(?:North|South|East|West|Northeast|Northwest|Southeast|Southwest|Near|Far)(?:ern)? ?[Ss]ide$|^(?:Downtown|Uptown|Midtown|Old (?:City|Town))\b/u;

function isMapped({ country }: PlaceValue): boolean {
  return country !== undefined;
}

/** Roles in which a name stands for the town itself, not for a body or a thing called after it. */
const ownRoles: ReadonlySet<string> = new Set(['preposition', 'city-state', 'dateline', 'police', 'followed']);

function isTown({ value, mention }: ToldPlace): boolean {
  return value.level === 'city' && isMapped(value) && mention.near !== true && ownRoles.has(mention.rule);
}

/** Tell whether words beside a name make it a town, a village or a camp of its own. */
function isSettlement(view: SentenceView, first: number, last: number): boolean {
  const beside = [
    wordAt(view, last),
    wordAt(view, first - 1) === 'of' ? wordAt(view, first - 2) : wordAt(view, first - 1),
  ];
  return beside.some((word) => settlements.has(word));
}

/** Find the place that the words around say holds a name: "Arden, Vesk", "Arden in Vesk", "Vesk's Arden". */
function statedHolder({ mention, view }: ToldPlace, others: readonly ToldPlace[]): ToldPlace | undefined {
  const beside = others.filter(
    (other) => other.view === view && isMapped(other.value) && other.value.level !== 'venue',
  );
  let at = mention.last;
  if (quarterWords.has(wordAt(view, at)) || settlements.has(wordAt(view, at))) at += 1;
  if ([',', 'in', 'of'].includes(wordAt(view, at))) {
    for (const skip of [1, 2, 3, 4]) {
      const after = beside.find((other) => other.mention.first === at + skip && other.mention.near !== true);
      if (after !== undefined) return after;
      if (!toHolder.has(wordAt(view, at + skip))) break;
    }
  }
  return beside.find(
    (other) => other.mention.last + 1 === mention.first && /^['’]s?$/u.test(wordAt(view, other.mention.last)),
  );
}

/** Find the town an article names most often, the first among equals. */
function mainTown(told: readonly ToldPlace[]): ToldPlace | undefined {
  const counts = new Map<string, { readonly town: ToldPlace; count: number }>();
  for (const one of told) {
    if (!isTown(one)) continue;
    const key = one.value.id ?? one.value.name;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { town: one, count: 1 });
    else known.count += 1;
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.town;
}

function isUnknown({ value }: ToldPlace): boolean {
  return value.level === 'city' && value.country === undefined;
}

/** Give a name the units that hold it; a town makes it one of its sites, a wider unit a town within. */
function putWithin(inner: ToldPlace, outer: PlaceValue): ToldPlace {
  const { id: _, name: _name, relation: _relation, level, lat, lon, kind, ...units } = outer;
  const { name } = inner.value;
  const value: PlaceValue =
    level === 'city'
      ? { kind, name, level: 'venue', ...units, ...(lat !== undefined && lon !== undefined && { lat, lon }) }
      : { kind, name, level: 'city', ...units, city: name };
  return { ...inner, value };
}

/**
 * Put the names the gazetteer lacks into the town or unit that the article says they are in.
 *
 * "Arden in Vesk" and "Vesk's Arden" say it; so does a side ("the North Side"), of the town named most. Of a country whose
 * towns are all known, a name that is none of them is taken for a part of that town. A village stays one.
 */
export function settleParts(told: readonly ToldPlace[]): readonly ToldPlace[] {
  const town = mainTown(told);
  const holders = new Map<string, PlaceValue>();
  for (const one of told.filter(isUnknown)) {
    const { mention, view, value } = one;
    const stated = statedHolder(one, told)?.value;
    const isOwn = isSettlement(view, mention.first, mention.last);
    if (stated !== undefined && !holders.has(value.name) && !(isOwn && stated.level === 'city'))
      holders.set(value.name, stated);
    else if (town !== undefined && !holders.has(value.name) && !isOwn && mention.near !== true) {
      const isPart =
        sideName.test(value.name) ||
        complete.has(town.value.country ?? '') ||
        quarterWords.has(wordAt(view, mention.last));
      if (isPart) holders.set(value.name, town.value);
    }
  }
  return told.map((one) => {
    const outer = isUnknown(one) ? holders.get(one.value.name) : undefined;
    return outer === undefined || outer.level === 'venue' ? one : putWithin(one, outer);
  });
}
