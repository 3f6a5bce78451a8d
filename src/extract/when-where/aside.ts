import type { PlaceMention, PlaceValue } from '../../model/index.ts';
import { rankTimes } from '../scenes/event-time.ts';
import type { Scene, SceneSentence } from '../scenes/scene.ts';
import type { SentenceView, TokenSpan } from '../view.ts';
import type { Decision } from './decide.ts';
import { depth, findQuarters, isAftermath, isHome, isOutlet, placeKey } from './place-roles.ts';

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
interface RankedPlace {
  readonly value: PlaceValue;
  readonly weight: number;
  readonly mention: TokenSpan<PlaceMention>;
  readonly view: SentenceView;
}

const aftermathWeight = 0.1;
const homeWeight = 0.7;
const outletWeight = 0.1;
const quarterWeight = 0.2;

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
function rankPlaces(sentences: readonly SceneSentence[]): readonly RankedPlace[] {
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
      const known = groups.get(placeKey(value));
      if (known === undefined) groups.set(placeKey(value), { value, weight, mention, view, aside });
      else
        groups.set(placeKey(value), {
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

/** Name the sites told of a scene, those of its aftermath left out. */
function listSites({ sentences }: Scene): Decision['sites'] {
  return sentences.flatMap((item) => {
    const { view } = item.sentence;
    return view.places
      .filter((place) => (place.value?.level === 'venue' || place.value === undefined) && !isAftermath(place, item))
      .map((mention) => ({
        probability: mention.score,
        best: {
          key: '',
          signs: [],
          read: 'unread' as const,
          view,
          mention,
          value: { kind: 'place' as const, name: mention.name, level: 'venue' as const },
        },
      }));
  });
}

/** Rank what the own sentences of a happening beside the news say of when and where it was; the best is kept however weak it is. */
function readAlone(scene: Scene): Decision {
  const times = rankTimes(scene.sentences, true).map(({ time, view, score }) => ({
    probability: Math.max(0, Math.min(0.9, 0.4 + score * 0.06)),
    best: { key: '', signs: [], time, view, far: false },
  }));
  const places = rankPlaces(scene.sentences).map(({ value, mention, view }) => ({
    value,
    probability: Math.max(0.1, Math.min(0.95, mention.score)),
    best: { key: '', signs: [], read: 'unread' as const, value, mention, view },
  }));
  return { times, places, sites: listSites(scene) };
}

/** Least probability at which a place told elsewhere in the article places a site that is told alone. */
const leastElsewhere = 0.5;

/**
 * Decide when and where a happening beside the news was, from what was weighed for it and from its own sentences.
 *
 * Linking tells such happenings apart by what little is said of them: a day or a place told elsewhere in the article gives way to one told
 * with it.
 */
export function decideAside(weighed: Decision, scene: Scene): Decision {
  const alone = readAlone(scene);
  return { ...weighed, times: chooseTimes(weighed, alone, scene), places: choosePlaces(weighed, alone) };
}

function chooseTimes({ times }: Decision, alone: Decision, { sentences }: Scene): Decision['times'] {
  const [top] = times;
  if (top === undefined) return alone.times;
  const isOwn = sentences.some(({ sentence }) => sentence.view.index === top.best.view.index);
  return isOwn || alone.times.length === 0 ? times : alone.times;
}

function choosePlaces({ places }: Decision, alone: Decision): Decision['places'] {
  const [top] = places;
  if (top === undefined) return alone.places;
  const isOwn = alone.places.some(({ value }) => placeKey(value) === placeKey(top.value));
  const isSure = alone.sites.length === 0 || top.probability >= leastElsewhere;
  return isOwn || (alone.places.length === 0 && isSure) ? places : alone.places;
}
