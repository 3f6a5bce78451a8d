import type { NameMention, SpeakerKind, Token } from '../../model/index.ts';
import { personLemma } from '../lexicon.ts';
import type { SentenceView, TokenSpan } from '../view.ts';
import { wordAt } from '../view.ts';
import { headOf, isDeterminer, type Phrase } from './phrases.ts';
import { armedPairs, kindOfNoun, speakerWords } from './words.ts';

/** Who speaks: the words that name them, and where these stand, tokens [`first`, `last`) of the sentence. */
export interface Speaker {
  readonly text: string;
  readonly kind: SpeakerKind;
  readonly first: number;
  readonly last: number;
  /** Key of the person or organisation named. */
  readonly key?: string;
  /** Lower-case head noun: "ministry" of "interior ministry". */
  readonly head: string;
  readonly person: boolean;
  readonly plural: boolean;
}

type Name = TokenSpan<NameMention>;

function namesIn(view: SentenceView, { first, last }: Phrase): readonly Name[] {
  return view.names.filter((name) => name.first < last && name.last > first);
}

function isArmed(view: SentenceView, { first, last }: Phrase): boolean {
  for (let at = first; at + 1 < last; at++) {
    if (armedPairs.has(`${wordAt(view, at)} ${view.tokens[at + 1]?.lemma ?? ''}`)) return true;
  }
  return false;
}

/** The kind of the nearest noun listed, right to left; words that only say "someone of" are passed over at first. */
function kindOfWords(view: SentenceView, phrase: Phrase, generic: boolean): SpeakerKind | undefined {
  for (let at = phrase.last - 1; at >= phrase.first; at--) {
    const word = wordAt(view, at);
    const kind = kindOfNoun.get(word);
    if (kind !== undefined && (generic || !speakerWords.generic.has(word))) return kind;
  }
  return undefined;
}

/**
 * Say what kind of speaker phrases name.
 *
 * The head decides; where it only says "someone of" ("officials", "spokesman"), the words before it, then those after,
 * then an apposition: "hospital officials" are medical, "a spokesman for the army" is military.
 */
function kindOfPhrases(view: SentenceView, phrases: readonly Phrase[], person: boolean): SpeakerKind {
  const [main] = phrases;
  if (main === undefined) return 'person';
  const armed = phrases.some((phrase) => namesIn(view, phrase).some((name) => name.rule === 'known-actor'));
  if (armed) return 'perpetrator';
  if (phrases.some((phrase) => isArmed(view, phrase))) return 'partisan';
  const own = { first: main.first, last: headOf(view, main) + 1 };
  const parts = [own, { first: own.last, last: main.last }, ...phrases.slice(1)];
  for (const generic of [false, true]) {
    for (const part of parts) {
      const kind = kindOfWords(view, part, generic);
      if (kind !== undefined) return kind;
    }
  }
  if (person) return 'person';
  const place = view.places.some((one) => one.first <= own.last - 1 && one.last > own.last - 1);
  if (place) return 'official';
  const proper = view.tokens[own.last - 1]?.pos === 'PROPN';
  return namesIn(view, main).length > 0 || proper ? 'organisation' : 'person';
}

function spell(view: SentenceView, first: number, last: number): string {
  return view.tokens.slice(first, last).reduce((words, token, index, all) => {
    const before = all[index - 1];
    return words + (before !== undefined && before.end < token.start ? ' ' : '') + token.form;
  }, '');
}

function withoutDeterminer(view: SentenceView, { first, last }: Phrase): Phrase {
  let from = first;
  while (from < last - 1 && isDeterminer(wordAt(view, from))) from++;
  return { first: from, last };
}

/** Tell whether a phrase can speak: its head is a name, a noun for speakers or people, or a place that stands for its government. */
function canSpeak(view: SentenceView, phrase: Phrase): boolean {
  const at = headOf(view, phrase);
  const token = view.tokens[at];
  if (token === undefined || speakerWords.never.has(token.lower)) return false;
  if (kindOfNoun.has(token.lower) || speakerWords.generic.has(token.lower)) return true;
  if (namesIn(view, { first: at, last: at + 1 }).some((name) => name.type !== 'facility')) return true;
  if (personLemma(token) !== undefined) return true;
  const place = view.places.find((one) => one.first <= at && at < one.last);
  if (place !== undefined) return place.first <= withoutDeterminer(view, phrase).first && place.last >= phrase.last;
  return token.pos === 'PROPN' && /^\p{Lu}/u.test(token.form) && phrase.last - phrase.first <= 5;
}

/** "its spokesman, Idris Colmane": the part that names a person. */
function findPerson(
  view: SentenceView,
  phrases: readonly Phrase[],
): { readonly phrase: Phrase; readonly name: Name } | undefined {
  for (const phrase of phrases) {
    const head = headOf(view, phrase);
    const name = namesIn(view, phrase).find((one) => one.type === 'person' && one.last > head && one.first <= head);
    if (name !== undefined) return { phrase, name };
  }
  return undefined;
}

/** "a gatekeeper, Lennart Froide": words in capitals beside a noun for a person name one, known or not. */
function isUnknownName(view: SentenceView, { first, last }: Phrase): boolean {
  const words = view.tokens.slice(first, last);
  if (words.length < 2 || words.length > 4 || namesIn(view, { first, last }).length > 0) return false;
  return words.every((token) => token.pos === 'PROPN' && /^\p{Lu}/u.test(token.form) && !kindOfNoun.has(token.lower));
}

/** Choose the phrase that names the speaker, and where the name ends. */
function chooseName(
  view: SentenceView,
  phrases: readonly Phrase[],
): { readonly phrase: Phrase; readonly last: number; readonly person: boolean; readonly key?: string } | undefined {
  const [main] = phrases;
  const person = findPerson(view, phrases);
  if (person !== undefined)
    return { phrase: person.phrase, last: person.name.last, person: true, key: person.name.key };
  const unknown = phrases.find((phrase) => isUnknownName(view, phrase));
  if (unknown !== undefined) {
    const bare = phrases.length === 1;
    const thing = /s$/u.test(wordAt(view, unknown.last - 1)) || wordAt(view, unknown.last + 1) === 'which';
    return { phrase: unknown, last: unknown.last, person: !(bare && thing) };
  }
  return main === undefined || !canSpeak(view, main) ? undefined : { phrase: main, last: main.last, person: false };
}

/** The name as running text has it: a common noun loses the capital it bears only at the head of a sentence. */
function spellSpeaker(view: SentenceView, { first, last }: Phrase): string {
  const text = spell(view, first, last);
  const token = view.tokens[first];
  const opens =
    first <= 1 && token !== undefined && view.names.every((name) => name.first > first || name.last <= first);
  const common =
    kindOfNoun.has(token?.lower ?? '') || token?.pos === 'NOUN' || speakerWords.collective.has(token?.lower ?? '');
  return opens && common && !/^\p{Lu}/u.test(view.tokens[first + 1]?.form ?? '')
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

/** Make a speaker of a noun phrase and its appositions; undefined where these cannot speak. */
export function makeSpeaker(view: SentenceView, phrases: readonly Phrase[]): Speaker | undefined {
  const chosen = chooseName(view, phrases);
  if (chosen === undefined) return undefined;
  const named = withoutDeterminer(view, { first: chosen.phrase.first, last: chosen.last });
  const at = headOf(view, named);
  const head = view.tokens[at];
  const key = chosen.key ?? namesIn(view, named).find((name) => name.first <= at && at < name.last)?.key;
  const lower = head?.lower ?? '';
  // A surname alone is told as the name the article gives in full.
  const text = spellSpeaker(view, named);
  const plural = speakerWords.collective.has(lower) || (head !== undefined && isPlural(head));
  const human = chosen.person || (!plural && isHuman(view, at));
  return {
    text: chosen.person && key?.endsWith(` ${text}`) ? key : text,
    kind: kindOfPhrases(view, phrases, human),
    ...named,
    ...(key === undefined ? {} : { key }),
    head: lower,
    person: human,
    plural,
  };
}

function isPlural(token: Token): boolean {
  const person = personLemma(token);
  return person === undefined ? token.pos === 'NOUN' && token.lower !== token.lemma : person !== token.lower;
}

/** A noun for one person rather than a body: "the mayor", "a witness", "Quill". */
function isHuman(view: SentenceView, at: number): boolean {
  const token = view.tokens[at];
  if (token === undefined) return false;
  if (speakerWords.roles.has(token.lower)) return true;
  if (personLemma(token) !== undefined && !speakerWords.collective.has(token.lower)) return true;
  const name = view.names.find((one) => one.first <= at && at < one.last);
  if (name !== undefined) return name.type === 'person';
  const known = kindOfNoun.get(token.lower);
  return known === 'person' || known === 'witness' || known === 'relative' || known === 'expert';
}
