import type { Attribution, Voice } from '../../model/index.ts';
import { rangeOf, type SentenceView, wordAt } from '../view.ts';
import { stanceOfCue } from './cues.ts';
import { type Speaker, speakerAfter, speakerBefore } from './speakers.ts';

/** A speaker with the cue and the stance, in one sentence. */
export interface Utterance {
  readonly view: SentenceView;
  readonly speaker: Speaker;
  readonly cue: string;
  readonly cueAt: number;
  readonly stance: Voice['stance'];
  /** "told Reuters": who passed it on. */
  readonly via?: string;
  readonly responsibility: boolean;
  readonly negated: boolean;
}

const closing: ReadonlySet<string> = new Set(['”', '"', '’', "'", ',', '.', '?', '!']);

function viaOf(view: SentenceView, cue: number): string | undefined {
  if (!['told', 'tells', 'telling'].includes(wordAt(view, cue))) return undefined;
  const heard = speakerAfter(view, cue + 1);
  return heard !== undefined && (heard.kind === 'media' || heard.kind === 'organisation') ? heard.text : undefined;
}

const subjects: ReadonlySet<string> = new Set(['responsibility', 'credit']);
const doubted: ReadonlySet<string> = new Set([
  'claim',
  'claims',
  'allegation',
  'accusation',
  'accusations',
  'involvement',
  'responsibility',
  'charge',
  'charges',
  'allegations',
]);

function isResponsibility(view: SentenceView, cue: number, stance: Voice['stance']): boolean {
  const ahead = view.tokens.slice(cue + 1, cue + 9).map((token) => token.lower);
  if (stance === 'claims') return ahead.some((word) => subjects.has(word));
  return (stance === 'denies' || stance === 'confirms') && ahead.some((word) => doubted.has(word));
}

function readCue(view: SentenceView, at: number, last: Speaker | undefined): Utterance | undefined {
  const token = view.tokens[at];
  if (token === undefined) return undefined;
  if (token.lower === 'according' && wordAt(view, at + 1) === 'to') {
    const speaker = speakerAfter(view, at + 2);
    return speaker === undefined
      ? undefined
      : { view, speaker, cue: 'according to', cueAt: at, stance: 'says', responsibility: false, negated: false };
  }
  const stance = stanceOfCue(token);
  if (stance === undefined) return undefined;
  const before = view.tokens[at - 1];
  const pronoun = before !== undefined && ['he', 'she', 'they', 'it'].includes(before.lower);
  const inverted = before === undefined || closing.has(before.form);
  const passive =
    ['was', 'were', 'been', 'be', 'is', 'are', 'being'].includes(before?.lower ?? '') && stance !== 'says';
  const speaker = passive
    ? undefined
    : pronoun
      ? last
      : (speakerBefore(view, at) ?? (inverted ? speakerAfter(view, at + 1) : undefined));
  if (speaker === undefined) return undefined;
  const via = viaOf(view, at);
  const negated = view.tokens
    .slice(Math.max(0, at - 3), at)
    .some((word) => ['not', "n't", 'n’t', 'no', 'never'].includes(word.lower));
  return {
    view,
    speaker,
    cue: token.form,
    cueAt: at,
    stance,
    ...(via === undefined ? {} : { via }),
    responsibility: isResponsibility(view, at, stance),
    negated,
  };
}

/** "is backing up ISIS-K's claims" confirms without a verb of saying. */
function readBacking(view: SentenceView, at: number): Utterance | undefined {
  if (view.tokens[at]?.lemma !== 'back' || wordAt(view, at + 1) !== 'up') return undefined;
  if (!view.tokens.slice(at, at + 8).some((token) => doubted.has(token.lower))) return undefined;
  const speaker = speakerBefore(view, at);
  return speaker === undefined
    ? undefined
    : {
        view,
        speaker,
        cue: `${wordAt(view, at)} up`,
        cueAt: at,
        stance: 'confirms',
        responsibility: true,
        negated: false,
      };
}

/** Sentences back within which "it" or "the group" is the armed group named last. */
const actorReach = 3;

type Armed = { readonly name: SentenceView['names'][number]; readonly sentence: number };

/** "with the group claiming responsibility", "It has claimed responsibility": said of the armed group named last. */
function readClaiming(view: SentenceView, at: number, armed: Armed | undefined): Utterance | undefined {
  if (!['claiming', 'claims', 'claimed', 'claim'].includes(wordAt(view, at)) || !subjects.has(wordAt(view, at + 1)))
    return undefined;
  const negated = view.tokens
    .slice(0, at)
    .some((token) => ['no', 'nobody', 'not', 'none', 'neither'].includes(token.lower));
  if (negated) return undefined;
  const own = view.names.findLast((name) => name.last <= at && name.rule === 'known-actor');
  if (own !== undefined) {
    const speaker: Speaker = { text: own.name, kind: 'perpetrator', first: own.first, last: own.last };
    return { view, speaker, cue: wordAt(view, at), cueAt: at, stance: 'claims', responsibility: true, negated: false };
  }
  const anaphor = view.tokens
    .slice(0, at)
    .some((token) =>
      ['it', 'group', 'organization', 'organisation', 'militants', 'affiliate', 'branch', 'they'].includes(token.lower),
    );
  if (armed === undefined || !anaphor || view.index - armed.sentence > actorReach) return undefined;
  const speaker: Speaker = { text: armed.name.key, kind: 'perpetrator', first: at, last: at };
  return { view, speaker, cue: wordAt(view, at), cueAt: at, stance: 'claims', responsibility: true, negated: false };
}

/** Find everyone who speaks in an article's sentences: direct, indirect and reported, with the stance of the cue. */
export function readUtterances(views: readonly SentenceView[]): readonly Utterance[] {
  const utterances: Utterance[] = [];
  let last: Speaker | undefined;
  let armed: Armed | undefined;
  for (const view of views) {
    for (let at = 0; at < view.tokens.length; at++) {
      const utterance = readClaiming(view, at, armed) ?? readCue(view, at, last) ?? readBacking(view, at);
      if (utterance === undefined) continue;
      utterances.push(utterance);
      last = utterance.speaker;
    }
    const name = view.names.findLast((one) => one.rule === 'known-actor');
    if (name !== undefined) armed = { name, sentence: view.index };
  }
  return utterances;
}

const telling: ReadonlySet<Voice['stance']> = new Set(['says', 'claims', 'confirms']);

/** Find who states what a sentence says, as the words of that sentence tell it. */
export function attributeSentence(view: SentenceView, utterances: readonly Utterance[]): Attribution | undefined {
  const found = utterances.find(
    (utterance) => utterance.view.index === view.index && telling.has(utterance.stance) && !utterance.responsibility,
  );
  if (found === undefined) return undefined;
  const { speaker } = found;
  const { start, end } = rangeOf(view, Math.min(speaker.first, found.cueAt), Math.max(speaker.last, found.cueAt + 1));
  return {
    speaker: speaker.text,
    kind: speaker.kind,
    chain: [speaker.text, ...(found.via === undefined ? [] : [found.via])],
    cue: found.cue,
    ...(found.speaker.first < view.tokens.length ? { start, end } : {}),
  };
}
