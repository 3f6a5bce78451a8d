import dayTable from '../../../models/when-where-en/days.json' with { type: 'json' };
import placeTable from '../../../models/when-where-en/places.json' with { type: 'json' };
import siteTable from '../../../models/when-where-en/sites.json' with { type: 'json' };
import type { Annotations } from '../../model/index.ts';
import { type Scene, typeOf } from '../scenes/scene.ts';
import type { SentenceView } from '../view.ts';
import { decideAside } from './aside.ts';
import { type Decision, decide, type WhenWhere } from './decide.ts';
import { lendDay } from './lend.ts';
import { answer, doubled } from './model.ts';
import { listPlaces, type PlaceCandidate } from './place-signs.ts';
import { listOtherDays, listOtherPlaces } from './set-aside.ts';
import { standOf } from './stand.ts';
import { listTimes, type TimeCandidate } from './time-signs.ts';
import { listToldPlaces } from './told-places.ts';

export type { AsideWords, Decision } from './decide.ts';

/** What an article says of when and where one of its happenings was, before it is weighed. */
export interface Signs {
  readonly times: readonly TimeCandidate[];
  readonly places: readonly PlaceCandidate[];
  readonly sites: readonly PlaceCandidate[];
  /** Signs of the answer that nothing told is right. */
  readonly none: readonly string[];
}

/** List for each scene of an article every time and place told in it, with the signs that tie it to the scene or away from it. */
export function listSigns(
  views: readonly SentenceView[],
  scenes: readonly Scene[],
  { sentences, deep }: Annotations,
  anchor: string | undefined,
): readonly Signs[] {
  const told = listToldPlaces(views, sentences.items, deep?.properNames.items);
  return scenes.map((scene) => {
    const stand = standOf(scene, scenes);
    return {
      times: listTimes(views, scene, stand, anchor),
      places: listPlaces(told, scene, stand),
      sites: listPlaces(told, scene, stand, 'sites'),
      none: doubled(['nothing', `telling=${Math.min(3, stand.telling.length)}`], scene.main),
    };
  });
}

/** Nothing told of when and where. */
export const undecided: Decision = { times: [], places: [], sites: [] };

/** Decide for each scene of an article when and where it was, from every time and place the article tells. */
export function decideScenes(...told: Parameters<typeof listSigns>): readonly Decision[] {
  const [, scenes] = told;
  const decisions = listSigns(...told).map((signs, at) => {
    const scene = scenes[at];
    if (scene === undefined) return decide(settle(signs));
    const weighed = decide(settle(signs), typeOf(scene) === 'disaster');
    return withAsides(scene.main ? weighed : decideAside(weighed, scene), scene, told);
  });
  const main = scenes.findIndex((scene) => scene.main);
  return decisions.map((decision, at) => lendDay(decision, scenes[at], decisions[main]));
}

/** Say beside a decision what else is told of days and places, and why it was not taken. */
function withAsides(
  decision: Decision,
  scene: Scene,
  [views, scenes, { sentences, deep }, anchor]: Parameters<typeof listSigns>,
): Decision {
  if (!scene.main) return decision;
  const stand = standOf(scene, scenes);
  const told = listToldPlaces(views, sentences.items, deep?.properNames.items);
  return {
    ...decision,
    aside: { days: listOtherDays(views, stand, decision, anchor), places: listOtherPlaces(told, stand, decision) },
  };
}

/** Weigh the signs of a scene. */
function settle({ times, places, sites, none }: Signs): WhenWhere {
  return {
    times: answer(times, none, dayTable.weights),
    places: answer(places, none, placeTable.weights),
    sites: answer(sites, none, siteTable.weights),
  };
}
