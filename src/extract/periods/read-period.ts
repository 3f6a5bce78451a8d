import words from '../../../data/period-words.json' with { type: 'json' };
import type { ConflictKind, CountedPeriod, DateValue, PlaceValue, TimeExpression } from '../../model/index.ts';
import type { SentenceView, TokenSpan } from '../view.ts';

const kinds: readonly ConflictKind[] = ['war', 'epidemic', 'season', 'campaign'];
const nounsOf: ReadonlyMap<string, ConflictKind> = new Map(
  kinds.toReversed().flatMap((kind) => words[kind].map((noun) => [noun, kind] as const)),
);
const wars: ReadonlySet<string> = new Set(words.wars);
const starts: ReadonlySet<string> = new Set(words.starts);
const adjectives: ReadonlySet<string> = new Set(['civil', 'border', 'drug', 'gang', 'ground', 'air']);

/** Tokens between a word of beginning and the time it dates: "erupted in March 2011", "began on 7 October". */
const startReach = 3;

function isStart(view: SentenceView, { first }: TokenSpan<TimeExpression>): boolean {
  return view.tokens.slice(Math.max(0, first - startReach), first).some(({ lemma }) => starts.has(lemma));
}

/** Days a duration or window reaches back to, where the words give its length: "in the past two weeks". */
function startOfWindow({ reference, value }: TimeExpression): DateValue | undefined {
  if (reference.kind !== 'window' || value === undefined || reference.name !== 'past-days') return undefined;
  return { ...value, edtf: value.earliest, latest: value.earliest, precision: 'day' };
}

/** Read since when a sentence counts: "since 7 October", "which erupted in March 2011", "in the past two weeks". */
export function readSince(view: SentenceView): Pick<CountedPeriod, 'since' | 'rolling'> {
  const stated = view.times.find(({ role, value }) => role === 'since' && value !== undefined);
  if (stated?.value !== undefined) return { since: stated.value };
  const begun = view.times.find((time) => time.role === 'point' && time.value !== undefined && isStart(view, time));
  if (begun?.value !== undefined) return { since: begun.value };
  const [start] = view.times.flatMap((time) => startOfWindow(time) ?? []);
  return start === undefined ? {} : { since: start, rolling: true };
}

/** Read what lasts in a sentence: a war before the raids that belong to it, with what tells it from others ("civil war"). */
function readNoun(view: SentenceView): { readonly kind: ConflictKind; readonly noun: string } | undefined {
  const found = view.tokens.flatMap(({ lemma, pos }, at) => {
    const kind = pos === 'NOUN' || pos === 'PROPN' ? nounsOf.get(lemma.toLowerCase()) : undefined;
    if (kind === undefined) return [];
    const before = view.tokens[at - 1]?.lower ?? '';
    const noun = lemma.toLowerCase();
    const isTold = adjectives.has(before) || nounsOf.get(before) === kind;
    return [{ kind, noun: isTold ? `${before} ${noun}` : noun }];
  });
  const ofWar = found.find(({ noun }) => wars.has(noun.split(' ').at(-1) ?? ''));
  const ranked = kinds.flatMap((kind) => found.filter((one) => one.kind === kind));
  const [first] = ranked;
  // "The cholera outbreak" is an outbreak of that name.
  return ofWar ?? ranked.find(({ kind, noun }) => kind === first?.kind && noun.includes(' ')) ?? first;
}

const depth: Readonly<Record<PlaceValue['level'], number>> = {
  venue: 0,
  city: 1,
  district: 2,
  state: 3,
  region: 4,
  country: 5,
  water: 6,
};

/** A name that stands in somebody's title or body says nothing of where people died. */
const asides: ReadonlySet<string> = new Set(['dateline', 'speaker', 'organisation-place', 'based']);

function readPlaces(view: SentenceView): readonly PlaceValue[] {
  const places = view.places.flatMap(({ value, rule }) => (value === undefined || asides.has(rule) ? [] : [value]));
  const unique = new Map(places.map((place) => [JSON.stringify(place), place]));
  return [...unique.values()].sort((a, b) => depth[a.level] - depth[b.level]);
}

/**
 * Read what a figure of a longer time counts over, as its sentence says it.
 *
 * Yes: "since the war erupted in March 2011", "in the outbreak", "in Velmora since Monday". A sentence that says none of it gives the
 * places alone.
 */
export function readPeriod(view: SentenceView): CountedPeriod {
  return { ...readSince(view), ...readNoun(view), places: readPlaces(view) };
}
