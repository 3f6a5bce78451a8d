import { readTriggers } from '../scenes/triggers.ts';
import type { SentenceView } from '../view.ts';
import type { Anchor } from './anchors.ts';
import { sensesOf } from './senses.ts';

/** First sentences of an article beyond which the place of a sentence says nothing more. */
const openings = [0, 2, 5, 10] as const;
/** Sentences at the top, headline counted, that tell the article's own news. */
const newsSentences = 4;

function namePosition({ index }: SentenceView): string {
  const limit = openings.find((one) => index <= one);
  return limit === undefined ? 'later' : `${limit}`;
}

/** Name how a sentence tells the time: "time point offset year" for "last year". */
function nameTimes(view: SentenceView): readonly string[] {
  return view.times.map(({ role, reference, value }) => {
    const unit = reference.kind === 'offset' ? reference.unit : (value?.precision ?? '');
    return `time ${role} ${reference.kind} ${unit}`;
  });
}

function opening(view: SentenceView): readonly SentenceView[] {
  return view.siblings.slice(0, newsSentences);
}

const namesOf = ({ places, tokens }: SentenceView): readonly string[] =>
  places.map(({ first, last }) =>
    tokens
      .slice(first, last)
      .map(({ lower }) => lower)
      .join(' '),
  );

/** Name how the places of a sentence stand to those of the article's news: the same, others, or none. */
function namePlaces(view: SentenceView): string {
  const own = new Set(opening(view).flatMap(namesOf));
  const told = namesOf(view);
  if (told.length === 0) return 'places none';
  return told.some((name) => own.has(name)) ? 'places own' : 'places other';
}

/** Name how a sentence speaks of a happening: "the attack", "another attack", "an attack", and whether of the kind of the article's news. */
function nameTriggers(view: SentenceView): readonly string[] {
  const own = opening(view).flatMap((one) => readTriggers(one))[0]?.type;
  return readTriggers(view).flatMap(({ type, noun, definite, other }) => {
    const form = other ? 'other' : definite ? 'definite' : noun ? 'indefinite' : 'verb';
    return [`trigger ${form}`, type === own ? 'trigger own' : 'trigger strange'];
  });
}

/** Name the times of the sentence before, where it stands in the same paragraph. */
function nameTimesBefore(view: SentenceView): readonly string[] {
  const before = view.siblings[view.index - 1];
  if (before === undefined || before.paragraph !== view.paragraph) return ['paragraph opens'];
  return nameTimes(before).map((sign) => `before ${sign}`);
}

interface SentenceSigns {
  /** Senses of each token. */
  readonly senses: readonly (readonly string[])[];
  readonly signs: readonly string[];
}

const known = new WeakMap<SentenceView, SentenceSigns>();

/**
 * Name the signs that all anchors of a sentence share: its block, how far down the article it stands, its times and those before it, whether
 * its places and happenings are those of the article's news, and the senses of its words. Worked out once a sentence.
 */
export function signsOf(view: SentenceView): SentenceSigns {
  const made = known.get(view);
  if (made !== undefined) return made;
  const senses = view.tokens.map((token) => sensesOf(token));
  const signs = [
    `block ${view.block}`,
    `position ${namePosition(view)}`,
    namePlaces(view),
    ...new Set([...nameTimes(view), ...nameTimesBefore(view), ...nameTriggers(view)]),
    ...[...new Set(senses.flat())].map((sense) => `sentence ${sense}`),
  ];
  const all = { senses, signs };
  known.set(view, all);
  return all;
}

const hasNumber = ({ quantities }: SentenceView, number: number): boolean =>
  quantities.some(({ value }) => value.anchor === number);

/** Name whether the number of an anchor was printed before: in the article's news, later, or nowhere. */
export function nameTelling(view: SentenceView, { value }: Anchor): readonly string[] {
  const number = value?.anchor;
  if (number === undefined || number < 2 || view.index < newsSentences) return [];
  if (opening(view).some((one) => hasNumber(one, number))) return ['figure of the news'];
  return view.siblings.slice(newsSentences, view.index).some((one) => hasNumber(one, number))
    ? ['figure again']
    : ['figure new'];
}
