import type { AsideReason } from '../../model/index.ts';
import { datesTelling } from '../scenes/event-time.ts';
import type { SentenceView } from '../view.ts';
import type { AsideWords, Decision } from './decide.ts';
import type { ToldPlace } from './parts.ts';
import { isAftermath, isHome, isOutlet } from './place-roles.ts';
import type { SceneStand } from './stand.ts';
import { dated, datesOtherwise, isAfterPrint, timeKey } from './time-signs.ts';
import { isWithin } from './within.ts';

/** Words listed of one question; a long report tells many days. */
const most = 6;

/** Rules of names that only lend their name to a body, a person or a people. */
const lent: ReadonlySet<string> = new Set(['organisation-place', 'based', 'partial']);

/** Keep the first words of each value, as many as are read. */
function keepFirst(words: readonly AsideWords[]): readonly AsideWords[] {
  return words.filter(({ value }, at) => words.findIndex((other) => other.value === value) === at).slice(0, most);
}

/** List the days told that the happening was not given, with what each dates instead. */
export function listOtherDays(
  views: readonly SentenceView[],
  stand: SceneStand,
  { times: [chosen] }: Pick<Decision, 'times'>,
  anchor: string | undefined,
): readonly AsideWords[] {
  const own = chosen?.best.time;
  const words = views.flatMap((view) =>
    view.times.flatMap((time): readonly AsideWords[] => {
      const { value } = time;
      if (!dated.has(time.role) || value === undefined || (own !== undefined && timeKey(time) === timeKey(own)))
        return [];
      const holds =
        own?.value !== undefined && value.earliest <= own.value.earliest && own.value.latest <= value.latest;
      const why: AsideReason =
        datesOtherwise(view, time) ??
        (isAfterPrint(time, anchor)
          ? 'after-print'
          : holds
            ? 'wider'
            : datesTelling(view, time)
              ? 'telling'
              : stand.others.has(view.index)
                ? 'other-happening'
                : 'weaker');
      return [{ range: { start: time.start, end: time.end }, why, value: value.edtf }];
    }),
  );
  return keepFirst(words);
}

function reasonOf(
  { mention, view, value }: ToldPlace,
  stand: SceneStand,
  chosen: ToldPlace['value'] | undefined,
): AsideReason {
  const item = stand.own.get(view.index);
  if (mention.rule === 'dateline') return 'dateline';
  if (mention.rule === 'speaker') return 'speaker';
  if (lent.has(mention.rule)) return 'name';
  if (isOutlet(mention, view)) return 'outlet';
  if (chosen !== undefined && isWithin(chosen, value)) return 'wider';
  if (item !== undefined && isAftermath(mention, item)) return 'aftermath';
  if (isHome(mention, view)) return 'home';
  return stand.others.has(view.index) ? 'other-happening' : 'weaker';
}

/** List the places told that the happening was not given, with what each is of instead. */
export function listOtherPlaces(
  told: readonly ToldPlace[],
  stand: SceneStand,
  { places: [chosen] }: Pick<Decision, 'places'>,
): readonly AsideWords[] {
  const own = chosen?.value;
  const words = told.flatMap((one): readonly AsideWords[] => {
    const { value, mention } = one;
    const isSame = own !== undefined && (value.name === own.name || (value.city ?? '') === own.name);
    if (isSame || mention.rule === 'demonym') return [];
    return [{ range: { start: mention.start, end: mention.end }, why: reasonOf(one, stand, own), value: value.name }];
  });
  return keepFirst(words);
}
