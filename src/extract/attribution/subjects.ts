import type { Range } from '../../model/index.ts';
import { type SentenceView, wordAt } from '../view.ts';
import { type Cue, verbGroup } from './cues.ts';
import { beginsClause, type Phrase, phraseAfter, phraseBefore } from './phrases.ts';
import { resolveBoth, resolvePronoun, resolveSpeaker, type SpeakerMemory, subjectsOf } from './speaker-memory.ts';
import { makeSpeaker, type Speaker } from './speakers.ts';
import { cueWords, kindOfNoun, lemmaOfForm, speakerWords, stanceOfLemma } from './words.ts';

/** A cue's speaker with every token that names it, appositions too, [`first`, `last`). */
export interface Subject extends Phrase {
  readonly speaker: Speaker;
  /** Verb before speaker: "said Quill". */
  readonly inverted: boolean;
}

/** What is known when a cue's speaker is sought. */
export interface Seeking {
  readonly memory: SpeakerMemory;
  /** The sentence before, for "both". */
  readonly before: SentenceView | undefined;
  /** Speaker of the cue before in this sentence. */
  readonly previous: Speaker | undefined;
  readonly quotes: readonly Range[];
}

const quoteMarks: ReadonlySet<string> = new Set(['”', '"', '’', "'", '“', ':', "''", '—', '–', '-']);
const { relatives, invertible } = cueWords;
const pronounOf: ReadonlyMap<string, string> = new Map([
  ['he', 'he'],
  ['she', 'she'],
  ['it', 'it'],
  ['they', 'they'],
  ['him', 'he'],
  ['her', 'she'],
  ['them', 'they'],
]);

function complete(
  view: SentenceView,
  phrases: readonly Phrase[],
  seeking: Seeking,
  inverted: boolean,
): Subject | undefined {
  const owner = resolveOwner(view, phrases, seeking);
  const made = owner ?? makeSpeaker(view, phrases);
  if (made === undefined) return undefined;
  const speaker = resolveSpeaker(seeking.memory, made, view);
  const edges = phrases.flatMap(({ first, last }) => [first, last]);
  return { speaker, first: Math.min(...edges), last: Math.max(...edges), inverted };
}

/** "its letter said", "its spokesman said": the body itself speaks, unless a name follows. */
function resolveOwner(view: SentenceView, phrases: readonly Phrase[], { memory }: Seeking): Speaker | undefined {
  const [main, ...more] = phrases;
  if (main === undefined || more.length > 0 || !['its', 'their'].includes(wordAt(view, main.first))) return undefined;
  const nouns = view.tokens.slice(main.first + 1, main.last);
  if (!nouns.some((token) => speakerWords.representatives.has(token.lower))) return undefined;
  if (view.names.some((name) => name.type === 'person' && name.first >= main.first && name.last <= main.last))
    return undefined;
  const owner = resolvePronoun(memory, wordAt(view, main.first) === 'its' ? 'it' : 'they', view);
  return owner === undefined ? undefined : { ...owner, first: main.first, last: main.last };
}

function pronounAt(view: SentenceView, at: number, seeking: Seeking): Subject | undefined {
  const word = wordAt(view, at);
  const pronoun = pronounOf.get(word);
  const found =
    word === 'both'
      ? resolveBoth(seeking.before)
      : pronoun === undefined
        ? undefined
        : resolvePronoun(seeking.memory, pronoun, view);
  return found === undefined
    ? undefined
    : { speaker: { ...found, first: at, last: at + 1 }, first: at, last: at + 1, inverted: false };
}

/** Words between commas that only tell more of the noun before them. */
function isAside(view: SentenceView, from: number, to: number): boolean {
  const opening = view.tokens[from];
  if (opening === undefined || from >= to) return false;
  if (relatives.has(opening.lower) || ['ADP', 'NUM'].includes(opening.pos)) return true;
  if (opening.pos === 'VERB') return /(?:ing|ed|en)$/.test(opening.lower);
  const words = view.tokens.slice(from, to);
  const relative = words.findIndex((token) => relatives.has(token.lower) || token.lower === 'that');
  const own = relative < 0 ? words : words.slice(0, relative);
  return !own.some((token) => token.pos === 'AUX' || (token.pos === 'VERB' && !/(?:ing|ed|known)$/.test(token.lower)));
}

/** Commas tried to the left of "…, said", and how far. */
const asides = 4;
const asideReach = 45;

/** "Quill, the harbour master, said", "Quill, who was there, said", "its chairman, Corwin Hale, said". */
function acrossComma(view: SentenceView, end: number, seeking: Seeking): Subject | undefined {
  let tried = 0;
  for (let comma = end - 2; comma > 0 && end - comma < asideReach && tried < asides; comma--) {
    if (wordAt(view, comma) === ';') break;
    if (wordAt(view, comma) !== ',') continue;
    tried++;
    if (!isAside(view, comma + 1, end - 1)) continue;
    const main = phraseBefore(view, comma);
    if (main === undefined || !beginsClause(view, main.first)) continue;
    const aside = phraseAfter(view, comma + 1);
    const whole = aside !== undefined && aside.last === end - 1;
    const found = complete(view, whole ? [main, aside] : [main], seeking, false);
    if (found !== undefined) return { ...found, last: end };
  }
  const own = phraseBefore(view, end - 1);
  return own !== undefined && own.first <= 1 ? complete(view, [own], seeking, false) : undefined;
}

function appositionAfter(view: SentenceView, phrase: Phrase): Phrase | undefined {
  if (wordAt(view, phrase.last) !== ',') return undefined;
  const next = phraseAfter(view, phrase.last + 1);
  if (next === undefined || makeSpeaker(view, [next]) === undefined) return undefined;
  const end = view.tokens[next.last];
  return end === undefined || end.pos === 'PUNCT' || relatives.has(end.lower) ? next : undefined;
}

/** A count, a list or a statement "by", "kept by" or "from" someone: that someone speaks. */
function makerOf(view: SentenceView, { last }: Phrase): Phrase | undefined {
  const at = [last, last + 1].find((index) => ['by', 'from'].includes(wordAt(view, index)));
  return at === undefined ? undefined : phraseAfter(view, at + 1);
}

function speakerAfter(view: SentenceView, at: number, seeking: Seeking, inverted: boolean): Subject | undefined {
  const pronoun = pronounAt(view, at, seeking);
  if (pronoun !== undefined && !['her'].includes(wordAt(view, at))) return { ...pronoun, inverted };
  const phrase = phraseAfter(view, at);
  if (phrase === undefined) return undefined;
  const last = wordAt(view, phrase.last - 1);
  const made = cueWords.counts.has(last) || speakerWords.documents.has(last) ? makerOf(view, phrase) : undefined;
  if (made !== undefined) return complete(view, [made], seeking, inverted);
  const apposition = appositionAfter(view, phrase);
  return complete(view, apposition === undefined ? [phrase] : [phrase, apposition], seeking, inverted);
}

/** "said Quill." but not "said Quill had gone": nothing finite may follow the name. */
function invertedAfter(view: SentenceView, cue: Cue, seeking: Seeking): Subject | undefined {
  if (!invertible.has(cue.lemma)) return undefined;
  const found = speakerAfter(view, cue.last, seeking, true);
  const next = view.tokens[found?.last ?? 0];
  if (
    found === undefined ||
    (next !== undefined && (next.pos === 'AUX' || next.pos === 'VERB') && !/ing$/.test(next.lower))
  )
    return undefined;
  return found;
}

function sentenceSubject(view: SentenceView, seeking: Seeking, at: number): Subject | undefined {
  const own = seeking.previous ?? subjectsOf(view).find((subject) => subject.last <= at);
  if (own !== undefined) {
    const speaker = resolveSpeaker(seeking.memory, own, view);
    return { speaker, first: at, last: at, inverted: false };
  }
  const found = pronounAt(view, 0, seeking);
  return found === undefined ? undefined : { ...found, first: at, last: at };
}

function skipTime(view: SentenceView, at: number): number {
  const time = view.times.find((one) => one.last === at || (one.first < at && one.last >= at));
  if (time === undefined) return at;
  return ['on', 'late', 'early', 'in'].includes(wordAt(view, time.first - 1)) ? time.first - 1 : time.first;
}

function phraseSubject(view: SentenceView, end: number, seeking: Seeking): Subject | undefined {
  const main = phraseBefore(view, end);
  if (main === undefined || ['what', 'whatever', 'than'].includes(wordAt(view, main.first - 1))) return undefined;
  const before = view.tokens[main.first - 1];
  if (before !== undefined && before.pos === 'ADP' && !beginsClause(view, main.first) && before.lower !== 'with') {
    const bare = view.tokens[end - 1];
    // "after the fire police said": the body alone, cut from the phrase the preposition governs.
    if (bare === undefined || !speakerWords.collective.has(bare.lower) || end - main.first < 2) return undefined;
    return complete(view, [{ first: end - 1, last: end }], seeking, false);
  }
  // "Quill, director of the institute said": an apposition whose second comma was forgotten.
  const role = speakerWords.roles.has(wordAt(view, main.first)) && before?.form === ',';
  const named =
    role && !view.names.some((name) => name.type === 'person' && name.first >= main.first && name.last <= main.last);
  const outer = named || isLooseRole(view, main) ? phraseBefore(view, main.first - 1) : undefined;
  const wider =
    outer !== undefined && beginsClause(view, outer.first) ? complete(view, [outer, main], seeking, false) : undefined;
  return wider?.speaker.person ? wider : complete(view, [main], seeking, false);
}

/** "Quill, the commander of the fleet said": the same with an article. */
function isLooseRole(view: SentenceView, { first }: Phrase): boolean {
  return (
    wordAt(view, first) === 'the' && wordAt(view, first - 1) === ',' && speakerWords.roles.has(wordAt(view, first + 1))
  );
}

function subjectSide(view: SentenceView, cue: Cue, seeking: Seeking): Subject | undefined {
  const own = cue.lemma === 'figure' ? cue.at : cue.at - verbGroup(view, cue.at).length;
  const end = skipTime(view, own);
  const word = wordAt(view, end - 1);
  const gerund = wordAt(view, cue.at).endsWith('ing') && own === cue.at;
  if (end === 0 || quoteMarks.has(word))
    return invertedAfter(view, cue, seeking) ?? (end === 0 ? undefined : acrossDash(view, end, seeking));
  if (view.tokens[end - 1]?.form === ')') return afterBracket(view, end, seeking);
  if (cueWords.pronouns.has(word))
    return isObject(view, end - 1) ? acrossRelative(view, end - 1, seeking) : pronounAt(view, end - 1, seeking);
  if (gerund && word === ',') return sentenceSubject(view, seeking, cue.at);
  if (word === 'and' || word === 'but' || word === 'then') return sentenceSubject(view, seeking, cue.at);
  if (cue.lemma === 'figure' && wordAt(view, cue.at) === 'whose') return relativeSubject(view, end, seeking);
  if (relatives.has(word) || (word === 'that' && beginsClause(view, end - 1) === false))
    return relativeSubject(view, end - 1, seeking);
  if (word === ',') return inComma(view, cue, end, seeking);
  if (gerund && cue.responsibility !== true && !isWithPhrase(view, end)) return undefined;
  return phraseSubject(view, end, seeking);
}

/** "the company that owns it says": the pronoun is what the verb before it is done to. */
function isObject(view: SentenceView, at: number): boolean {
  const verb = view.tokens[at - 1];
  return verb?.pos === 'VERB' && !stanceOfLemma.has(lemmaOfForm.get(verb.lower) ?? verb.lemma);
}

function acrossRelative(view: SentenceView, end: number, seeking: Seeking): Subject | undefined {
  const at = view.tokens.findLastIndex(
    (token, index) => index < end && end - index < 9 && (relatives.has(token.lower) || token.lower === 'that'),
  );
  return at <= 0 ? undefined : relativeSubject(view, at, seeking);
}

/** "the Tide Front (TF) has claimed": the short name stands in brackets. */
function afterBracket(view: SentenceView, end: number, seeking: Seeking): Subject | undefined {
  const open = view.tokens.findLastIndex((token, at) => at < end && token.form === '(');
  return open <= 0 ? undefined : phraseSubject(view, open, seeking);
}

function inComma(view: SentenceView, cue: Cue, end: number, seeking: Seeking): Subject | undefined {
  const across = acrossComma(view, end, seeking);
  if (across?.speaker.person === true) return across;
  const after = invertedAfter(view, cue, seeking);
  return after ?? across;
}

/** "They — the council — say": only a pronoun or a name right before a dash. */
function acrossDash(view: SentenceView, end: number, seeking: Seeking): Subject | undefined {
  return ['—', '–', '-'].includes(wordAt(view, end - 1)) ? acrossComma(view, end, seeking) : undefined;
}

function relativeSubject(view: SentenceView, end: number, seeking: Seeking): Subject | undefined {
  const to = wordAt(view, end - 1) === ',' ? end - 1 : end;
  const phrase = phraseBefore(view, to);
  return phrase === undefined ? undefined : complete(view, [phrase], seeking, false);
}

/** "with the group claiming": a participle with a subject of its own. */
function isWithPhrase(view: SentenceView, end: number): boolean {
  const phrase = phraseBefore(view, end);
  return phrase !== undefined && wordAt(view, phrase.first - 1) === 'with';
}

/** "Police: two dead" but not "Harbour fire: two dead": beside a colon only a noun for speakers or a person speaks. */
function plainly(subject: Subject | undefined): Subject | undefined {
  if (subject === undefined) return undefined;
  return kindOfNoun.has(subject.speaker.head) || subject.speaker.person ? subject : undefined;
}

/** Find who speaks by a cue; undefined where the words name nobody who can. */
export function findSubject(view: SentenceView, cue: Cue, seeking: Seeking): Subject | undefined {
  if (cue.side === 'after')
    return cue.lemma === 'colon'
      ? plainly(speakerAfter(view, cue.last, seeking, true))
      : speakerAfter(view, cue.last, seeking, true);
  if (cue.side === 'subject')
    return cue.lemma === 'colon' ? plainly(subjectSide(view, cue, seeking)) : subjectSide(view, cue, seeking);
  const by = view.tokens.findIndex((token, at) => at >= cue.last && at < cue.last + 8 && token.lower === 'by');
  const stop = view.tokens.findIndex((token, at) => at >= cue.last && token.pos === 'PUNCT');
  return by < 0 || (stop >= 0 && stop < by) ? undefined : speakerAfter(view, by + 1, seeking, true);
}

/** Find who passed it on: "told the Courier", "in an interview with Radio Varlow". */
export function findVia(view: SentenceView, cue: Cue): string | undefined {
  const told = cue.lemma === 'tell';
  const reach = told ? 0 : 7;
  for (let at = cue.last; at <= cue.last + reach; at++) {
    if (!told && !['to', 'with', 'by'].includes(wordAt(view, at))) continue;
    const phrase = phraseAfter(view, told ? at : at + 1);
    const heard = phrase === undefined ? undefined : makeSpeaker(view, [phrase]);
    if (heard?.kind === 'media' && !['reporters', 'journalists', 'media'].includes(heard.head)) return heard.text;
    if (told && heard?.kind === 'organisation' && heard.key !== undefined) return heard.text;
  }
  return undefined;
}
