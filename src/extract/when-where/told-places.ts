import cues from '../../../data/place-cues.json' with { type: 'json' };
import heads from '../../../data/venue-heads.json' with { type: 'json' };
import type { PlaceValue, ProperName, Sentence } from '../../model/index.ts';
import { relatePlace } from '../../text/place-values.ts';
import { type SentenceView, wordAt } from '../view.ts';
import { settleParts, type ToldPlace } from './parts.ts';

/** Rule of a place that only the trained reader takes for one. */
const readRule = 'place-read';

/** Words after a name that say what it is of. */
const levels = new Map(Object.entries(cues.levels) as readonly [string, PlaceValue['level']][]);

/** Words that end the name of a street or a house: "Candle Row", "Riverside Arcade". */
const siteHeads: ReadonlySet<string> = new Set([...cues.sites, ...heads.venue, ...heads.street]);

/** Sites and units that the last word of a name or a lower-case one after it makes it. */
function levelOf(view: SentenceView, last: number): PlaceValue['level'] {
  if (siteHeads.has(wordAt(view, last - 1))) return 'venue';
  return levels.get(wordAt(view, last)) ?? levels.get(wordAt(view, last - 1)) ?? 'city';
}

function spell({ tokens }: SentenceView, first: number, last: number): string {
  const from = tokens[first]?.start ?? 0;
  return tokens
    .slice(first, last)
    .map(({ form, start }, at) => ((tokens[first + at - 1]?.end ?? start) < start && start > from ? ` ${form}` : form))
    .join('');
}

/**
 * List the places of an article, those its gazetteer knows and those the trained reader alone takes for one, in text order.
 *
 * The latter have the name as printed and the level that the words around give, a town's where they give none.
 */
export function listToldPlaces(
  views: readonly SentenceView[],
  sentences: readonly Sentence[],
  proper: readonly ProperName[] | undefined,
): readonly ToldPlace[] {
  let from = 0;
  const names = proper ?? [];
  // What the gazetteer knows by this name it knows here too, or left out for a reason.
  const named = new Set(views.flatMap(({ places }) => places.map(({ name }) => name.toLowerCase())));
  const ships = nameShips(views);
  const told = views.flatMap((view, index) => {
    const sentence = sentences[index];
    if (sentence === undefined) return [];
    while ((names[from]?.last ?? Number.POSITIVE_INFINITY) <= sentence.first) from += 1;
    const own: ProperName[] = [];
    for (let at = from; (names[at]?.first ?? Number.POSITIVE_INFINITY) < sentence.last; at++) {
      const name = names[at];
      if (name !== undefined)
        own.push({ ...name, first: name.first - sentence.first, last: name.last - sentence.first });
    }
    const known = view.places.flatMap((mention): readonly ToldPlace[] => {
      if (mention.value === undefined) return [];
      const over = own.find(({ first, last }) => first < mention.last && mention.first < last);
      const read = view.parse === undefined ? 'unread' : (over?.type ?? 'none');
      return [{ mention, view, value: mention.value, read }];
    });
    const alone = readAlone(view, own, named).filter(({ value }) => !ships.has(value.name));
    return [...known, ...alone].sort((a, b) => a.mention.start - b.mention.start);
  });
  return settleParts(told).map((one) => relateAlone(one, told));
}

/** Print a sentence again from its tokens, each where it stands. */
function printSentence({ tokens, start }: SentenceView): string {
  return tokens.reduce((text, { form, start: at }) => `${text.padEnd(at - start)}${form}`, '');
}

/** Say how what happened lies to a place that only the trained reader knows; the others' relation annotate has read. */
function relateAlone(one: ToldPlace, told: readonly ToldPlace[]): ToldPlace {
  const { mention, view, value } = one;
  if (mention.rule !== readRule || value.level === 'venue') return one;
  const { start } = view;
  const local = told
    .filter((other) => other.view === view)
    .map((other) => ({
      name: other.mention.name,
      start: other.mention.start - start,
      end: other.mention.end - start,
      value: other.value,
    }));
  const own = { name: mention.name, start: mention.start - start, end: mention.end - start, value };
  const related = relatePlace(printSentence(view), own, local);
  if (related === undefined) return one;
  const range = { start: related.told.start + start, end: related.told.end + start };
  return { ...one, value: related.value, mention: { ...mention, value: related.value, told: range } };
}

/** Words that make what follows a vessel, not a place. */
const vessels: ReadonlySet<string> = new Set(cues.vessels);

/** Words after a name of two words that make it a vessel: "the Alva Mar sinking", "the Alva Mar capsized". */
const wrecks: ReadonlySet<string> = new Set(cues.wrecks);

/** Tell whether a name can be a place's: no ship, no initials, no road number. */
function isNameOfPlace(view: SentenceView, name: string, { first, last }: ProperName): boolean {
  const words = [wordAt(view, first - 1), ...name.toLowerCase().split(' '), wordAt(view, last)];
  return /^\p{Lu}[^\d&.]{2,}$/u.test(name) && !words.some((word) => vessels.has(word));
}

/** Collect the capitalised words from a token on, forwards (1) or backwards (-1). */
function capitalRun({ tokens }: SentenceView, from: number, step: 1 | -1): string {
  const words: string[] = [];
  for (let at = from; /^\p{Lu}/u.test(tokens[at]?.form ?? ''); at += step) words.push(tokens[at]?.form ?? '');
  return (step === 1 ? words : words.reverse()).join(' ');
}

/** Name the vessels an article tells of, so that their names are places nowhere in it: "the ferry Alva Mar", "aboard the Alva Mar". */
function nameShips(views: readonly SentenceView[]): ReadonlySet<string> {
  const names = views.flatMap((view) =>
    view.tokens.flatMap(({ lower }, at) => {
      if (wrecks.has(lower)) return [capitalRun(view, at - 1, -1)].filter((name) => name.includes(' '));
      if (!vessels.has(lower) && lower !== 'aboard') return [];
      const next = wordAt(view, at + 1) === 'the' ? at + 2 : at + 1;
      return [capitalRun(view, next, 1), ...(vessels.has(lower) ? [capitalRun(view, at - 1, -1)] : [])];
    }),
  );
  return new Set(names.filter((name) => name !== ''));
}

/** Take the names that only the trained reader takes for places. */
function readAlone(view: SentenceView, own: readonly ProperName[], named: ReadonlySet<string>): readonly ToldPlace[] {
  const taken = [...view.places, ...view.names];
  return own.flatMap((proper): readonly ToldPlace[] => {
    const { first, last, type, start, end } = proper;
    if (type !== 'place' || taken.some((one) => one.first < last && first < one.last)) return [];
    const name = spell(view, first, last).replace(/[’']s$/u, '');
    if (named.has(name.toLowerCase()) || !isNameOfPlace(view, name, proper)) return [];
    const value: PlaceValue = { kind: 'place', name, level: levelOf(view, last) };
    const whole = value.level === 'city' ? { ...value, city: name } : value;
    return [
      {
        mention: { start, end, first, last, name, value: whole, score: 0.5, rule: readRule },
        view,
        value: whole,
        read: type,
      },
    ];
  });
}
