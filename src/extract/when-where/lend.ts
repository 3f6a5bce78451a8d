import { isPastPerfect, namesEarlier } from '../scenes/event-time.ts';
import type { Scene } from '../scenes/scene.ts';
import type { Decision } from './decide.ts';

/**
 * Lend the day of a report's own happening to one told beside it that names none: four attacks of one Monday, told one by one.
 *
 * No: what the words set before it ("earlier", "had been killed"), and what stands aside by its words and times.
 */
export function lendDay(own: Decision, scene: Scene | undefined, news: Decision | undefined): Decision {
  if (scene?.beside !== true || own.times.length > 0 || news === undefined) return own;
  const isEarlier = scene.sentences.some(
    ({ sentence: { view, findings } }) => findings.length > 0 && (isPastPerfect(view) || namesEarlier(view)),
  );
  return isEarlier ? own : { ...own, times: news.times };
}
