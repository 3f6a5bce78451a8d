import { relocate } from '../../bench/claims/predict.ts';
import { type NewsCase, wholeOf } from '../../bench/news/articles.ts';
import { listEvents, type ToldEvent } from '../../bench/whenwhere/events.ts';
import { judgeDay, judgePlace, type Verdict } from '../../bench/whenwhere/judge.ts';
import type { PlaceNames } from '../../bench/whenwhere/names.ts';
import { placeNames } from '../../bench/whenwhere/predict.ts';
import { dayOf, partScenes } from '../../src/extract/extract.ts';
import { viewSentences } from '../../src/extract/index.ts';
import type { Scene } from '../../src/extract/scenes/scene.ts';
import { listSigns, type Signs } from '../../src/extract/when-where/index.ts';
import { type Annotations, type Article, overlaps, type Range } from '../../src/model/index.ts';
import { anchorOf } from '../../src/text/calendar.ts';
import type { Choice, Example } from './fit.ts';

/** What is asked of the happenings of an article: day, place and site. */
export interface Questions {
  readonly days: readonly Example[];
  readonly places: readonly Example[];
  readonly sites: readonly Example[];
}

/** What is right counts whole where it stands in the words that the reader of the gold marked, else in part; what is coarser hardly. */
const worth = { marked: 1, elsewhere: 0.6, coarser: 0.02 };

function worthOf(verdict: Verdict, isMarked: boolean): number {
  if (verdict === 'right') return isMarked ? worth.marked : worth.elsewhere;
  return verdict === 'coarser' ? worth.coarser : 0;
}

/** Find the scene that tells of a happening: the main one, or the other one that holds most of its figures. */
function findScene(event: ToldEvent, scenes: readonly Scene[], place: (range: Range) => Range | undefined): number {
  if (event.main) return 0;
  const ranges = event.claims.flatMap((claim) => place(claim) ?? []);
  const votes = scenes.map(
    ({ sentences }) =>
      sentences
        .flatMap(({ sentence }) => sentence.findings)
        .filter(({ view, from, to }) => {
          const range = { start: view.tokens[from]?.start ?? 0, end: view.tokens[to - 1]?.end ?? 0 };
          return ranges.some((other) => overlaps(other, range));
        }).length,
  );
  const most = Math.max(...votes);
  const best = votes.indexOf(most);
  return most > 0 && best > 0 ? best : -1;
}

/** Ask the gold of an article what is right of all that is told in it. */
export function askArticle(one: NewsCase, article: Article, annotations: Annotations, names: PlaceNames): Questions {
  const views = viewSentences(article, annotations);
  const scenes = partScenes(views, dayOf(article));
  const signs = listSigns(views, scenes, annotations, anchorOf(article));
  const whole = wholeOf(one.article);
  const place = ({ start, end }: Range) => relocate(whole.slice(start, end), start, whole, article.text.value);
  const days: Example[] = [];
  const places: Example[] = [];
  const sites: Example[] = [];
  for (const event of listEvents(one)) {
    const own = signs[findScene(event, scenes, place)];
    const told = one.gold.events[event.key];
    if (own === undefined || told === undefined) continue;
    const base = { article: `${one.gold.corpus}/${one.gold.id}`, none: own.none };
    const [dayWords, placeWords] = [told.dayWords && place(told.dayWords), told.placeWords && place(told.placeWords)];
    const isUndated = told.day === undefined && article.published !== undefined && told.dayOutside !== true;
    if (event.day !== undefined || isUndated) days.push({ ...base, choices: judgeDays(own, event, dayWords) });
    places.push({ ...base, choices: judgePlaces(own, event, placeWords, names) });
    if (event.place !== undefined) sites.push({ ...base, choices: judgeSites(own, event.place, placeWords, names) });
  }
  return { days, places, sites };
}

function judgeDays({ times }: Signs, { day }: ToldEvent, words: Range | undefined): readonly Choice[] {
  return times.map(({ key, signs, time }) => {
    const verdict = day === undefined || time.value === undefined ? 'blank' : judgeDay(day, { day: time.value, place: [] });
    return { key, signs, good: worthOf(verdict, words !== undefined && overlaps(words, time)) };
  });
}

function judgePlaces({ places }: Signs, event: ToldEvent, words: Range | undefined, names: PlaceNames): readonly Choice[] {
  return places.map(({ key, signs, mention, value }) => {
    const verdict = event.place === undefined ? 'wrong' : judgePlace(event, placeNames(value), names, 'town');
    return { key, signs, good: worthOf(verdict, words !== undefined && overlaps(words, mention)) };
  });
}

function judgeSites({ sites }: Signs, place: string, words: Range | undefined, names: PlaceNames): readonly Choice[] {
  const isSite = !names.isArea(place);
  return sites.map(({ key, signs, mention, value }) => {
    const isMarked = words !== undefined && overlaps(words, mention);
    return { key, signs, good: isSite && (isMarked || names.same(value.name, place, {})) ? 1 : 0 };
  });
}
