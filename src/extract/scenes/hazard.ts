import words from '../../../data/scene-words.json' with { type: 'json' };
import { type TimeReference, toIsoDay } from '../../model/index.ts';
import { type SentenceView, wordAt } from '../view.ts';
import type { Hazard, SceneSentence } from './scene.ts';
import { readTriggers } from './triggers.ts';

const nouns: ReadonlySet<string> = new Set(words.hazards);
const pairs: ReadonlySet<string> = new Set(words.hazardPairs);
const violent: ReadonlySet<string> = new Set(words.violentTypes);
const bygone: ReadonlySet<string> = new Set(words.bygone);
const year = /^(?:1[5-9]|20)\d\d$/;

/** Sentences at the top of a report, headline counted, that say what it is about. */
const opening = 4;

function isHazardAt({ tokens }: SentenceView, at: number): boolean {
  const lemma = tokens[at]?.lemma.toLowerCase() ?? '';
  return nouns.has(lemma) || nouns.has(tokens[at]?.lower ?? '') || pairs.has(`${tokens[at - 1]?.lower} ${lemma}`);
}

function listHazards(view: SentenceView): readonly number[] {
  return view.tokens.flatMap((_, at) => (isHazardAt(view, at) ? [at] : []));
}

/** "Typhoon Orla", "Tropical Storm Orla": the name behind the word. */
function namesIn(view: SentenceView): readonly string[] {
  return listHazards(view).flatMap((at) => {
    const next = view.tokens[at + 1];
    const isName = next?.pos === 'PROPN' && /^\p{Lu}\p{L}+$/u.test(next.form) && !nouns.has(next.lower);
    return isName ? [next.lower] : [];
  });
}

function yearsIn({ tokens }: SentenceView): readonly string[] {
  return tokens.flatMap(({ form }) => (year.test(form) ? [form] : []));
}

/** Characters for each of which news names a weekday, "today" or "yesterday" at least once; a chronicle does so seldom. */
const newsReach = 3000;

function isChronicle(views: readonly SentenceView[]): boolean {
  const near = views.flatMap(({ times }) => times).filter(({ reference }) => isOfTheWeek(reference));
  const length = (views.at(-1)?.end ?? 0) - (views[0]?.start ?? 0);
  return near.length * newsReach <= length;
}

/** Tell whether words count from the day of print: "on Monday", "yesterday". */
function isOfTheWeek(reference: TimeReference): boolean {
  if (reference.kind === 'weekday') return true;
  return reference.kind === 'offset' && reference.unit === 'day' && (reference.amount === 0 || reference.amount === -1);
}

/**
 * Tell whether a report is about a happening of nature over an area: its opening names one, and no violence.
 *
 * `day` is the report's own, days since 1970-01-01; its year is one of the hazard's.
 * Yes: "Typhoon Orla kills 12 in Norwick". No: "A bomb killed 12 days after the flood".
 */
export function findHazard(views: readonly SentenceView[], day: number | undefined): Hazard | undefined {
  const top = views.slice(0, opening);
  const named = top.filter((view) => listHazards(view).length > 0);
  const isHeadline = named.some(({ block }) => block === 'headline');
  if (!isHeadline && named.length < 2) return undefined;
  if (top.some((view) => readTriggers(view).some(({ type }) => violent.has(type)))) return undefined;
  const own = day === undefined ? [] : [toIsoDay(day).slice(0, 4)];
  const years = new Set([...top.flatMap(yearsIn), ...own]);
  return { years, names: new Set(top.flatMap(namesIn)), isChronicle: isChronicle(views) };
}

/** Tell whether a sentence of a report about a hazard recalls another one: by its year, its name, or a word for what was before. */
export function recallsAnother(view: SentenceView, { years, names }: Hazard): boolean {
  const dated = yearsIn(view);
  if (dated.length > 0 && years.size > 0 && !dated.some((one) => years.has(one))) return true;
  const called = namesIn(view);
  if (called.length > 0 && names.size > 0 && !called.some((one) => names.has(one))) return true;
  return view.tokens.some(({ lower }, at) => bygone.has(lower) && wordAt(view, at + 1) !== 'day');
}

/** Tell whether a sentence tells of violence, which is no doing of the hazard. */
export function tellsViolence({ triggers }: SceneSentence): boolean {
  return triggers.some(({ type }) => violent.has(type));
}
