import { type NewsCase, wholeOf } from '../news/articles.ts';
import type { PlaceNames } from './names.ts';
import { type AnsweredEvent, judge } from './score.ts';

/** List the happenings of an article whose day or place is not right, with the words of the gold. */
export function listMisses(
  { article, gold }: NewsCase,
  answers: readonly AnsweredEvent[],
  names: PlaceNames,
): readonly string[] {
  const whole = wholeOf(article);
  const around = (range: { readonly start: number; readonly end: number } | undefined): string =>
    range === undefined ? '' : whole.slice(Math.max(0, range.start - 90), range.end + 60).replaceAll(/\s+/g, ' ');
  return answers.flatMap((one) => {
    const { event, answer } = one;
    const told = gold.events[event.key];
    const head = `${gold.corpus}/${gold.id} ${event.main ? 'main' : 'other'} ${event.kind} (${article.date ?? 'undated'})`;
    return (['day', 'place'] as const).flatMap((question) => {
      const verdict = judge(one, question, names);
      if (verdict === undefined || verdict === 'right') return [];
      const wanted = question === 'day' ? event.day : [event.place, ...event.within].join(' < ');
      const given = question === 'day' ? (answer.day?.edtf ?? '–') : answer.place.join(' < ');
      const words = around(question === 'day' ? told?.dayWords : told?.placeWords);
      return [`${verdict} ${question} ${head}\n    wanted ${wanted}, given ${given}: "${words}"`];
    });
  });
}
