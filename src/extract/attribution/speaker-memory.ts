import type { SentenceView } from '../view.ts';
import { wordAt } from '../view.ts';
import { beginsClause, phraseAfter } from './phrases.ts';
import { makeSpeaker, type Speaker } from './speakers.ts';
import { speakerWords } from './words.ts';

/** Sentences back within which a pronoun or "the group" refers to someone. */
const reach = 5;
const short = 3;

interface Met {
  readonly speaker: Speaker;
  readonly sentence: number;
}

/** Whoever the article has named so far, latest last; it grows while sentences are read. */
export interface SpeakerMemory {
  readonly met: readonly Met[];
  /** Full name as first told, by the key of the name. */
  readonly named: ReadonlyMap<string, Speaker>;
}

/** Remember a speaker or a subject; a name told again keeps the fuller form and the kind told first. */
export function remember(memory: SpeakerMemory, speaker: Speaker, sentence: number): SpeakerMemory {
  const known = speaker.key === undefined ? undefined : memory.named.get(speaker.key);
  const kept = known === undefined || fuller(speaker, known) ? speaker : known;
  const named = speaker.key === undefined ? memory.named : new Map([...memory.named, [speaker.key, kept]]);
  return { met: [...memory.met.slice(-24), { speaker: kept, sentence }], named };
}

function fuller(speaker: Speaker, known: Speaker): boolean {
  return known.kind === 'person' && speaker.kind !== 'person' && speaker.text.length >= known.text.length;
}

function findBack(
  memory: SpeakerMemory,
  sentence: number,
  within: number,
  test: (speaker: Speaker) => boolean,
): Speaker | undefined {
  return memory.met.findLast((met) => sentence - met.sentence <= within && test(met.speaker))?.speaker;
}

function canBe(word: string, speaker: Speaker): boolean {
  if (word === 'he' || word === 'she') return speaker.person && !speaker.plural;
  if (word === 'it') return !speaker.person && !speaker.plural;
  return speaker.plural || !speaker.person;
}

/** Find whom "he", "it" or "they" means: whoever of that sort was named last, a few sentences back at most; else its own sentence's subject. */
export function resolvePronoun(memory: SpeakerMemory, word: string, view: SentenceView): Speaker | undefined {
  const within = word === 'he' || word === 'she' ? reach : short;
  const told = findBack(memory, view.index, within, (speaker) => canBe(word, speaker));
  return told ?? subjectsOf(view).find((speaker) => canBe(word, speaker));
}

/** "both": the two people the sentence before told of. */
export function resolveBoth(before: SentenceView | undefined): Speaker | undefined {
  const at = before?.tokens.findLastIndex((token) => token.lower === 'two') ?? -1;
  if (before === undefined || at < 0) return undefined;
  const phrase = phraseAfter(before, at);
  return phrase === undefined ? undefined : makeSpeaker(before, [phrase]);
}

const { groups } = speakerWords;
const armed: ReadonlySet<string> = new Set(['perpetrator', 'partisan']);

/** Give the full name of a speaker told short: "Renn", "the ministry", "the company", "the group". */
export function resolveSpeaker(memory: SpeakerMemory, speaker: Speaker, view: SentenceView): Speaker {
  const at = { first: speaker.first, last: speaker.last };
  const known = speaker.key === undefined ? undefined : memory.named.get(speaker.key);
  if (known !== undefined) return { ...known, ...at };
  if (speaker.text.includes(' ')) return speaker;
  const definite = ['the', 'this', 'that'].includes(wordAt(view, speaker.first - 1)) || speaker.first === 0;
  const found = definite ? findDefinite(memory, speaker, view.index) : findSurname(memory, speaker);
  return found === undefined ? speaker : { ...found, ...at };
}

function findSurname(memory: SpeakerMemory, { text, head }: Speaker): Speaker | undefined {
  if (!/^\p{Lu}/u.test(text)) return undefined;
  return memory.met.findLast(
    ({ speaker }) => speaker.head === head && speaker.text.length > text.length && /\p{Lu}\S*$/u.test(speaker.text),
  )?.speaker;
}

function findDefinite(memory: SpeakerMemory, { head, person, plural }: Speaker, sentence: number): Speaker | undefined {
  if (groups.has(head)) {
    const own = findBack(
      memory,
      sentence,
      reach,
      ({ kind, key, text }) => armed.has(kind) && (key !== undefined || /^\p{Lu}/u.test(text)),
    );
    const body =
      own ?? findBack(memory, sentence, short, ({ kind, key }) => kind === 'organisation' && key !== undefined);
    if (body !== undefined) return body;
  }
  const fuller = memory.met.findLast(
    ({ speaker }) =>
      speaker.text.includes(' ') &&
      speaker.person === person &&
      (!plural || groups.has(head) || /^\p{Lu}/u.test(speaker.text)) &&
      (person ? ` ${speaker.text.toLowerCase()} `.includes(` ${head} `) : speaker.head === head),
  )?.speaker;
  if (fuller !== undefined) return fuller;
  if (!speakerWords.companies.has(head)) return undefined;
  return findBack(
    memory,
    sentence,
    reach,
    ({ kind, person: human, text }) => kind === 'organisation' && !human && /^\p{Lu}/u.test(text),
  );
}

/** Where a sentence's subject may begin: at its head, after "On Monday," or after "In court". */
function startsOf(view: SentenceView): readonly number[] {
  const comma = view.tokens.findIndex((token, at) => token.form === ',' && at < 12);
  const led = view.tokens[0]?.pos === 'ADP' ? phraseAfter(view, 1)?.last : undefined;
  const quoted = /^\p{P}$/u.test(view.tokens[0]?.form ?? '') ? 1 : 0;
  return [quoted, ...(led === undefined ? [] : [led]), ...(comma > 0 ? [comma + 1] : [])];
}

function subjectAt(view: SentenceView, at: number): Speaker | undefined {
  const phrase = phraseAfter(view, at);
  const next = phrase === undefined ? undefined : view.tokens[phrase.last];
  if (phrase === undefined || next === undefined) return undefined;
  if (!['VERB', 'AUX', 'ADV', 'CCONJ'].includes(next.pos) && ![',', '(', '—', '–'].includes(next.form))
    return undefined;
  const aside = next.form === ',' ? phraseAfter(view, phrase.last + 1) : undefined;
  const apposed = aside !== undefined && wordAt(view, aside.last) === ',' && makeSpeaker(view, [aside]) !== undefined;
  return makeSpeaker(view, apposed ? [phrase, aside] : [phrase]);
}

/** Tell whom a sentence is about: the noun phrase that opens it, with what stands beside it between commas. */
export function subjectsOf(view: SentenceView): readonly Speaker[] {
  for (const at of startsOf(view)) {
    const subject =
      at === 0 || beginsClause(view, at) || view.tokens[0]?.pos === 'ADP' ? subjectAt(view, at) : undefined;
    if (subject !== undefined) return [subject];
  }
  return [];
}
