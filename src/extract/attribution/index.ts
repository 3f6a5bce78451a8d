import type { Range, Token, Voice } from '../../model/index.ts';
import { overlaps } from '../../model/index.ts';
import type { SentenceView } from '../view.ts';
import { wordAt } from '../view.ts';
import { edgesOf, findContent, type SpeechEvent } from './content.ts';
import { carryQuotes } from './continue.ts';
import { readVerbCue } from './cues.ts';
import { readPatternCue } from './patterns.ts';
import { type Quote, readQuotes } from './quotes.ts';
import { remember, resolveSpeaker, type SpeakerMemory, subjectsOf } from './speaker-memory.ts';
import { judgeStance } from './stance.ts';
import { findSubject, findVia } from './subjects.ts';
import type { Utterance } from './utterance.ts';
import { cueWords, speakerWords, stanceWords } from './words.ts';

export { attributeRange } from './attribute.ts';
export type { Utterance } from './utterance.ts';
export { isParty } from './words.ts';

/** What reading sentence by sentence has gathered so far. */
interface State {
  readonly memory: SpeakerMemory;
  readonly utterances: readonly Utterance[];
  /** Nouns of whatever was blamed or accused. */
  readonly accused: ReadonlySet<string>;
}

const armedKinds: ReadonlySet<string> = new Set(['perpetrator', 'partisan']);

function isQuoted(quotes: readonly Quote[], token: Token): boolean {
  return quotes.some((quote) => quote.start <= token.start && token.end <= quote.end);
}

/** "No group said it was behind the attack" is nobody's voice. */
function isNobody(view: SentenceView, first: number, cueAt: number): boolean {
  return view.tokens.slice(first, Math.max(first, cueAt)).some((token) => cueWords.nobody.has(token.lower));
}

/** A verb that is often no act of speech needs "that", a quote or a place at the end of the clause. */
function isBorneOut(heard: SpeechEvent, quotes: readonly Quote[]): boolean {
  const { view, cue, subject } = heard;
  if (!cue.weak) return true;
  const first = view.tokens[edgesOf(heard).first]?.start ?? 0;
  const after = view.tokens[Math.max(cue.last, subject.inverted ? subject.last : 0)];
  const near = view.tokens.slice(cue.last, cue.last + 7);
  if (
    quotes.some(
      (quote) => (quote.full && Math.abs(first - quote.end) <= 3) || near.some((token) => token.start === quote.start),
    )
  )
    return true;
  if (cueWords.needQuote.has(cue.lemma) && !cueWords.needThat.has(cue.lemma))
    return near.some((token) => token.lower === 'that');
  const trailing = (after === undefined || after.pos === 'PUNCT') && wordAt(view, edgesOf(heard).first - 1) === ',';
  return trailing || near.some((token, at) => token.lower === 'that' && at < 6);
}

function detectSpeechEvents(
  view: SentenceView,
  before: SentenceView | undefined,
  state: State,
  quotes: readonly Quote[],
): readonly SpeechEvent[] {
  const heard: SpeechEvent[] = [];
  let { memory } = state;
  for (let at = 0; at < view.tokens.length; at++) {
    const token = view.tokens[at];
    const cue = token === undefined ? undefined : (readPatternCue(view, at) ?? readVerbCue(view, at));
    if (cue === undefined || token === undefined || isQuoted(quotes, token)) continue;
    const subject = findSubject(view, cue, { memory, before, previous: heard.at(-1)?.subject.speaker, quotes });
    if (subject === undefined || isNobody(view, subject.first, cue.at)) continue;
    const one = { view, cue, subject };
    if (!isBorneOut(one, quotes)) continue;
    heard.push(one);
    memory = remember(memory, subject.speaker, view.index);
    at = cue.last - 1;
  }
  return heard;
}

function wordsIn(views: readonly SentenceView[], ranges: readonly Range[]): readonly Token[] {
  return views.flatMap((view) =>
    ranges.some((range) => overlaps(range, view))
      ? view.tokens.filter((token) => ranges.some((range) => token.start >= range.start && token.end <= range.end))
      : [],
  );
}

/** Sentences that say "dispute", "blame" or the like, for whole paragraphs. */
function isDisputed(paragraph: readonly SentenceView[]): boolean {
  return paragraph.some((view) => view.tokens.some((token) => stanceWords.disputes.has(token.lower)));
}

interface Setting {
  /** The paragraph and the one before it. */
  readonly near: readonly SentenceView[];
  readonly quotes: readonly Quote[];
  readonly paragraph: readonly SentenceView[];
}

function judge(heard: SpeechEvent, content: readonly Range[], state: State, { quotes, near, paragraph }: Setting) {
  const { view, cue, subject } = heard;
  const { first, last } = edgesOf(heard);
  const speaker = view.tokens
    .slice(Math.min(first, subject.first), Math.max(last, subject.last))
    .map((token) => token.lower);
  const words = wordsIn(paragraph, content)
    .filter((token) => token.pos !== 'PUNCT')
    .map((token) => token.lower);
  const previous = state.utterances.findLast(
    (one) => one.view.paragraph === view.paragraph && view.index - one.view.index <= 1,
  );
  const speaks = speaker.some((word) => speakerWords.representatives.has(word));
  return judgeStance({
    stance: cue.stance,
    responsibility: cue.responsibility === true,
    words: words[0] === 'that' ? words.slice(1) : words,
    speaker: [...speaker, ...subject.speaker.text.toLowerCase().split(' ')],
    armed: armedKinds.has(subject.speaker.kind),
    direct: quotes.some((quote) => quote.full && content.some((range) => overlaps(range, quote))),
    ...(previous === undefined
      ? {}
      : { previous: { stance: previous.stance, same: speaks || previous.speaker.text === subject.speaker.text } }),
    disputed: isDisputed(near),
    accused: state.accused,
  });
}

function makeUtterance(
  heard: SpeechEvent,
  content: readonly Range[],
  judged: ReturnType<typeof judgeStance>,
): Utterance {
  const { view, cue, subject } = heard;
  const { first, last } = edgesOf(heard);
  const via = findVia(view, cue);
  const edges = [view.tokens[first], view.tokens[last - 1]].flatMap((token) => token ?? []);
  const own = judged.responsibility && judged.stance === 'claims' && subject.speaker.kind !== 'perpetrator';
  return {
    view,
    // Whoever claims to have done it speaks as a perpetrator, listed or not.
    speaker: own ? { ...subject.speaker, kind: 'perpetrator' } : subject.speaker,
    cue: view.tokens
      .slice(cue.at, cue.last)
      .map((token) => token.form)
      .join(' '),
    cueAt: cue.at,
    stance: judged.stance,
    ...(via === undefined ? {} : { via }),
    responsibility: judged.responsibility,
    content,
    attribution: { start: edges[0]?.start ?? view.start, end: edges[1]?.end ?? view.end },
    start: Math.min(...edges.map((token) => token.start), ...content.map((range) => range.start)),
    end: Math.max(...edges.map((token) => token.end), ...content.map((range) => range.end)),
  };
}

/** Nouns that an accusation speaks of; whoever is tied to them answers it. */
function accusedBy(
  view: SentenceView,
  utterances: readonly Utterance[],
  paragraph: readonly SentenceView[],
): readonly string[] {
  const blamed = utterances.filter((one) => one.stance === 'accuses').flatMap((one) => wordsIn(paragraph, one.content));
  const at = view.tokens.findIndex(
    (token) => ['blame', 'blames', 'blamed'].includes(token.lower) && token.pos === 'VERB',
  );
  const named = at < 0 ? [] : view.tokens.slice(at + 1, at + 5);
  return [...blamed, ...named]
    .filter((token) => token.pos === 'NOUN' || token.pos === 'PROPN')
    .map((token) => token.lower);
}

function readView(views: readonly SentenceView[], at: number, state: State, quotes: readonly Quote[]): State {
  const view = views[at];
  if (view === undefined) return state;
  const own = quotes.filter((quote) => quote.paragraph === view.paragraph);
  const heard = detectSpeechEvents(view, views[at - 1], state, own);
  let { utterances } = state;
  if (heard.length > 0) {
    const paragraph = views.filter((other) => other.paragraph === view.paragraph);
    const before = views.findLast((other) => other.paragraph < view.paragraph)?.paragraph;
    const near = views.filter((other) => other.paragraph === view.paragraph || other.paragraph === before);
    for (const [index, one] of heard.entries()) {
      const content = findContent(one, heard.slice(0, index), heard.slice(index + 1), own);
      const judged = judge(one, content, { ...state, utterances }, { quotes: own, near, paragraph });
      // "claimed responsibility for the attack that killed two": the figure is the report's, not the group's.
      const told = one.cue.responsibility === true ? [] : content;
      utterances = [...utterances, { ...makeUtterance(one, content, judged), content: told }];
    }
  }
  let memory = subjectsOf(view).reduce(
    (known, subject) => remember(known, resolveSpeaker(known, subject, view), view.index),
    state.memory,
  );
  for (const one of utterances.slice(state.utterances.length)) memory = remember(memory, one.speaker, view.index);
  const blamed = accusedBy(view, utterances.slice(state.utterances.length), views);
  return { memory, utterances, accused: blamed.length === 0 ? state.accused : new Set([...state.accused, ...blamed]) };
}

/**
 * Find everyone who speaks in an article: direct, indirect and mixed, with what was said and the stance of it.
 *
 * Ranges are UTF-16 code units of `value`, the article's text. A speaker the words do not name makes no utterance.
 */
export function readUtterances(value: string, views: readonly SentenceView[]): readonly Utterance[] {
  const quotes = readQuotes(value, views);
  let state: State = { memory: { met: [], named: new Map() }, utterances: [], accused: new Set() };
  for (let at = 0; at < views.length; at++) state = readView(views, at, state, quotes);
  return carryQuotes(value, views, quotes, state.utterances);
}

/** Make the published voice of an utterance: its span holds what was said and who said it, in one paragraph. */
export function makeVoice(
  article: { readonly id: string; readonly text: { readonly value: string } },
  utterance: Utterance,
  incident: string | undefined,
): Voice {
  const { speaker, cue, stance, responsibility, start, end } = utterance;
  return {
    article: article.id,
    ...(incident === undefined ? {} : { incident }),
    speaker: speaker.text,
    cue,
    stance,
    ...(responsibility ? { responsibility: true } : {}),
    start,
    end,
    quote: article.text.value.slice(start, end),
  };
}
