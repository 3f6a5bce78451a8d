import words from '../../../../data/scene-words.json' with { type: 'json' };
import { type Days, daysOf, type PlaceValue } from '../../../model/index.ts';
import { asidePlaces } from '../../aside-places.ts';
import { type Finding, printedBy } from '../../finding.ts';
import type { SentenceView, TokenSpan } from '../../view.ts';
import { datesTelling, isBirth, isPastPerfect, namesEarlier } from '../event-time.ts';
import type { SceneSentence } from '../scene.ts';

/** What a sentence says of where, when and what, for comparing it with others; made once for all that is told in it. */
export interface SentenceSigns {
  readonly item: SceneSentence;
  readonly view: SentenceView;
  /** Towns and sites it names, the dateline, speakers' seats and namesakes left out. */
  readonly places: readonly PlaceValue[];
  /** Days it names of what happened; days of talking left out. */
  readonly days: readonly Days[];
  /** The town and the day named last in the report so far, this sentence counted. */
  readonly placeSoFar: PlaceValue | undefined;
  readonly daySoFar: Days | undefined;
  /** Sentences since these were named. */
  readonly placeAge: number;
  readonly dayAge: number;
  /** Lemmas of its nouns, verbs and names. */
  readonly lemmas: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly saysAnother: boolean;
  readonly saysEarlier: boolean;
  readonly pastPerfect: boolean;
}

/** A finding of harm as it stands in the report. */
export interface Unit {
  readonly finding: Finding;
  readonly signs: SentenceSigns;
  /** The number it prints, undefined where vague or of a single person. */
  readonly figure: number | undefined;
  readonly single: boolean;
  readonly names: ReadonlySet<string>;
}

const another: ReadonlySet<string> = new Set(words.another);
const telling: ReadonlySet<string> = new Set(['NOUN', 'VERB', 'PROPN']);
const narrow: ReadonlySet<string> = new Set(['venue', 'city', 'district', 'state', 'country']);
/** Tokens of a sentence's opening in which "meanwhile" or "elsewhere" turns to something else. */
const opening = 6;

function placesOf(view: SentenceView): readonly PlaceValue[] {
  return view.places.flatMap(({ value, rule }) =>
    value === undefined || asidePlaces.has(rule) || !narrow.has(value.level) ? [] : [value],
  );
}

function daysToldIn(view: SentenceView): readonly Days[] {
  return view.times.flatMap((time: TokenSpan<SentenceView['times'][number]>) => {
    if (time.role !== 'point' || time.value === undefined || isBirth(view, time) || datesTelling(view, time)) return [];
    return [daysOf(time.value)];
  });
}

function lemmasOf(view: SentenceView): ReadonlySet<string> {
  return new Set(view.tokens.filter(({ pos }) => telling.has(pos)).map(({ lemma }) => lemma.toLowerCase()));
}

function namesOf(view: SentenceView): ReadonlySet<string> {
  return new Set(view.tokens.filter(({ pos }) => pos === 'PROPN').map(({ lower }) => lower));
}

function readSigns(item: SceneSentence, before: SentenceSigns | undefined): SentenceSigns {
  const { view } = item.sentence;
  const [places, days] = [placesOf(view), daysToldIn(view)];
  const town = places.find(({ level }) => level === 'city' || level === 'venue');
  const opens = view.tokens.slice(0, opening);
  return {
    item,
    view,
    places,
    days,
    placeSoFar: town ?? before?.placeSoFar,
    daySoFar: days[0] ?? before?.daySoFar,
    placeAge: town === undefined ? (before?.placeAge ?? 0) + 1 : 0,
    dayAge: days.length > 0 ? 0 : (before?.dayAge ?? 0) + 1,
    lemmas: lemmasOf(view),
    names: namesOf(view),
    saysAnother: opens.some(({ lower }) => another.has(lower)) || view.tokens.some(({ lower }) => lower === 'another'),
    saysEarlier: namesEarlier(view),
    pastPerfect: isPastPerfect(view),
  };
}

function unitOf(finding: Finding, signs: SentenceSigns): Unit {
  const { groups } = finding;
  const names = groups.flatMap(({ name }) => name?.name.toLowerCase().split(/\s+/u) ?? []);
  const single = groups.length > 0 && groups.every((group) => group.singular && !group.none);
  const printed = printedBy(finding) ?? 0;
  return { finding, signs, figure: printed > 1 ? printed : undefined, single, names: new Set(names) };
}

/** Read the units of a report in text order: every finding, but for figures of a longer time, which no happening owns. */
export function readUnits(sentences: readonly SceneSentence[]): readonly Unit[] {
  const units: Unit[] = [];
  let before: SentenceSigns | undefined;
  for (const item of sentences) {
    const signs = readSigns(item, before);
    before = signs;
    for (const finding of item.sentence.findings) if (finding.period !== true) units.push(unitOf(finding, signs));
  }
  return units;
}
