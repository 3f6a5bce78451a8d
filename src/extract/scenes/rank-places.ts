import cues from '../../../data/incident-cues.json' with { type: 'json' };
import type { PlaceMention, PlaceValue } from '../../model/index.ts';
import { personLemma } from '../lexicon.ts';
import { type SentenceView, type TokenSpan, wordAt } from '../view.ts';
import type { SceneSentence } from './scene.ts';

/** How much a place tells of where it happened, by the role annotate found its name in. */
const roleWeight: Readonly<Record<string, number>> = {
  dateline: 4,
  'city-state': 3,
  street: 2,
  police: 2.5,
  preposition: 1.5,
  followed: 1.5,
  'capital-of': 1.5,
  possessive: 1.2,
  bare: 1,
  speaker: 0.5,
};

/** A place that only stands in somebody's name or description is no setting ("the Upland Assembly", "a Harrow-based firm"). */
const namesake: ReadonlySet<string> = new Set(['organisation-place', 'based', 'demonym']);

const blockWeight: Readonly<Record<string, number>> = { headline: 2, lead: 1.6, caption: 0.8 };

/** A place of a scene with the first mention of it and its weight. */
export interface RankedPlace {
  readonly value: PlaceValue;
  readonly weight: number;
  readonly mention: TokenSpan<PlaceMention>;
  readonly view: SentenceView;
}

const depth: Readonly<Record<PlaceValue['level'], number>> = {
  venue: 5,
  city: 4,
  district: 3,
  state: 2,
  country: 1,
  region: 0,
  water: 0,
};

function keyOf(value: PlaceValue): string {
  const city = value.city ?? (value.level === 'city' ? value.name : '');
  return value.level === 'venue' && value.city === undefined
    ? `venue:${value.name}`
    : [value.country ?? '', value.state ?? '', value.district ?? '', city].join('|');
}

const aftermathSites: ReadonlySet<string> = new Set(cues.aftermathSites);
const aftermathVerbs: ReadonlySet<string> = new Set(cues.aftermathVerbs);
const aftermathWeight = 0.1;
/** Tokens before a name within which a site or verb of the aftermath takes it along: "a hospital in Norrby", "flown to Norrby". */
const aftermathReach = 4;

/**
 * Tell whether a place is one of the aftermath, where the hurt are brought or suspects held: seldom where it happened.
 *
 * Yes: "taken to Norrby Hospital", "a hospital in Norrby", "arrested in Norrby". No: "a shooting outside Norrby Hospital".
 */
export function isAftermath(mention: TokenSpan<PlaceMention>, { sentence, triggers }: SceneSentence): boolean {
  const { tokens } = sentence.view;
  const start = Math.max(0, mention.first - aftermathReach);
  const stop = tokens.slice(start, mention.first).findLastIndex((token) => token.pos === 'PUNCT');
  const from = start + stop + 1;
  const before = tokens.slice(from, mention.first).map((token) => token.lower);
  const own = tokens.slice(mention.first, mention.last + 1).map((token) => token.lower);
  if (![...before, ...own].some((word) => aftermathSites.has(word)) && !before.some((word) => aftermathVerbs.has(word)))
    return false;
  return !triggers.some((trigger) => trigger.at < mention.first && trigger.at >= from);
}

/** Tell whether a place only says where somebody lives: "a Norrby man", "Ilo Renn, 34, of Norrby". */
function isHome({ first, last, rule }: TokenSpan<PlaceMention>, view: SentenceView): boolean {
  const next = view.tokens[last];
  if (rule !== 'police' && next !== undefined && personLemma(next) !== undefined) return true;
  const before = wordAt(view, first - 1);
  if (before === 'from') return true;
  return before === 'of' && (wordAt(view, first - 2) === ',' || /^\d+$/.test(wordAt(view, first - 2)));
}
const homeWeight = 0.7;

/** Tell whether a place of a headline stands in the outlet's own name after it: "Two hurt in Norrby - Velmoor News". */
function isOutlet({ first }: TokenSpan<PlaceMention>, view: SentenceView): boolean {
  return view.block === 'headline' && view.tokens.slice(1, first).some(({ form }) => /^[-–—|]$/.test(form));
}
const outletWeight = 0.1;

const quarters: ReadonlySet<string> = new Set(['neighborhood', 'neighbourhood', 'section', 'subdivision']);
const quarterWeight = 0.2;

/** Find the cities that only lend their name to a quarter of another one: "the Austin neighborhood", of Chicago. */
function findQuarters(sentences: readonly SceneSentence[]): ReadonlySet<string> {
  const named = sentences.flatMap(({ sentence: { view } }) =>
    view.places
      .filter(
        ({ last, value }) => value?.level === 'city' && value.city === value.name && quarters.has(wordAt(view, last)),
      )
      .map(({ name }) => name),
  );
  return new Set(named);
}

/** Sentences of a scene within which a place told is told of the scene itself. */
const nearTop = 4;

function weigh(mention: TokenSpan<PlaceMention>, item: SceneSentence, position: number): number {
  const { sentence, triggers } = item;
  const { view } = sentence;
  const told = triggers.length > 0 || sentence.findings.length > 0;
  const role = mention.value?.level === 'venue' ? 0.8 : (roleWeight[mention.rule] ?? 1);
  const top = blockWeight[view.block] ?? (position < nearTop ? 1.3 : 1);
  const aside = isAftermath(mention, item)
    ? aftermathWeight
    : isOutlet(mention, view)
      ? outletWeight
      : isHome(mention, view)
        ? homeWeight
        : 1;
  return role * top * mention.score * (told ? 1.3 : 1) * aside;
}

/**
 * Rank the places told of a scene, weightiest first: role of the name × block × certainty, summed over mentions.
 *
 * Cities come before wider units of like weight; a wider unit stands first only where no city is told.
 */
export function rankPlaces(sentences: readonly SceneSentence[]): readonly RankedPlace[] {
  const groups = new Map<string, RankedPlace & { readonly aside: boolean }>();
  const lent = findQuarters(sentences);
  sentences.forEach((item, position) => {
    const { view } = item.sentence;
    for (const mention of view.places) {
      const { value } = mention;
      // A site without a city is a name, not yet a place on the map; it is kept among the venues.
      if (value === undefined || (value.level === 'venue' && value.city === undefined) || namesake.has(mention.rule))
        continue;
      const weight = weigh(mention, item, position) * (lent.has(mention.name) ? quarterWeight : 1);
      const aside = isAftermath(mention, item);
      const known = groups.get(keyOf(value));
      if (known === undefined) groups.set(keyOf(value), { value, weight, mention, view, aside });
      else
        groups.set(keyOf(value), {
          ...known,
          weight: known.weight + weight,
          aside: known.aside && aside,
          ...(known.value.level === 'venue' && value.level !== 'venue' ? { value } : {}),
        });
    }
  });
  const ranked = [...groups.values()].sort(
    (a, b) => narrow(b) - narrow(a) || b.weight - a.weight || a.mention.start - b.mention.start,
  );
  // Where the hurt were brought says where it happened only as long as nothing else does.
  const own = ranked.filter(({ aside }) => !aside);
  return (own.length > 0 ? own : ranked).map(({ aside: _, ...place }) => place);
}

/** Cities and sites with a known city, then districts, then the rest. */
function narrow({ value }: RankedPlace): number {
  if (value.level === 'city' || value.city !== undefined) return 2;
  return depth[value.level] >= 3 ? 1 : 0;
}
