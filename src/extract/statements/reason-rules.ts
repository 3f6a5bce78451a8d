import cues from '../../../data/reason-cues.json' with { type: 'json' };
import type { Modality, Range } from '../../model/index.ts';
import { compilePhrases, matchPhrase } from '../constructions/phrases.ts';
import { type SentenceView, wordAt } from '../view.ts';
import { refersBack, tellsEffect, tellsRefusal } from './effects.ts';
import { type ClauseRange, followPhrase, startClause } from './stretch.ts';

/** Words that give a reason, with the cue that makes them one; tokens of the sentence. */
export interface ReasonFinding extends ClauseRange {
  readonly cue: ClauseRange;
  readonly rule: string;
  readonly modality: Modality;
  /** True where the words are the perpetrators' own view as the report tells it. */
  readonly own: boolean;
}

/** A sentence, the one before it, and where speakers are named. */
export interface ReasonInput {
  readonly view: SentenceView;
  readonly before: SentenceView | undefined;
  readonly speakers: readonly Range[];
}

type ReasonReader = (input: ReasonInput, at: number) => ReasonFinding | undefined;

const after = compilePhrases(cues.after);
const fronted = compilePhrases(cues.fronted);
const before = compilePhrases(cues.before);
const purposes = compilePhrases(cues.purposes);
const occasions = compilePhrases(cues.occasions);
const conflictLeads: ReadonlySet<string> = new Set(cues.conflictLeads);
const conflicts: ReadonlySet<string> = new Set(cues.conflicts);
const motives: ReadonlySet<string> = new Set(cues.motives);
const motiveVerbs: ReadonlySet<string> = new Set(cues.motiveVerbs);
const motiveOpen: ReadonlySet<string> = new Set(cues.motiveOpen);
const notCauses: ReadonlySet<string> = new Set(cues.notCauses);
const doubts: ReadonlySet<string> = new Set([
  'may',
  'might',
  'possibly',
  'perhaps',
  'could',
  'apparently',
  'reportedly',
  'apparent',
  'suspected',
  'possible',
  'believed',
  'likely',
]);
const denials: ReadonlySet<string> = new Set(['not', "n't", 'no', 'never', 'nor', 'without']);

/** Words back from a cue that weaken or deny it. */
const reach = 4;

/** Tell from the words before a cue whether the reason is told as fact, as doubted or as denied. */
export function judgeReason(view: SentenceView, cue: ClauseRange): Modality {
  const near = view.tokens.slice(Math.max(0, cue.first - reach), cue.last).map((token) => token.lower);
  if (near.some((word) => denials.has(word))) return 'negated';
  return near.some((word) => doubts.has(word)) ? 'alleged' : 'asserted';
}

function makeFinding(
  view: SentenceView,
  cue: ClauseRange,
  cause: ClauseRange,
  rule: string,
  own = false,
): ReasonFinding | undefined {
  const words = view.tokens.slice(cause.first, cause.last);
  if (words.length < 1 || words.some((token) => notCauses.has(token.lower))) return undefined;
  // "because" alone, and words that only point, say no reason.
  if (!words.some((token) => token.pos === 'NOUN' || token.pos === 'PROPN')) return undefined;
  return { ...cause, cue, rule, own, modality: judgeReason(view, cue) };
}

/** "The shooting stemmed from a dispute". Not "he could not comment because of the inquiry": violence must come before. */
const effectFirst: ReasonReader = ({ view, before: told, speakers }, at) => {
  const length = matchPhrase(view, at, after);
  if (length === 0) return undefined;
  const clause = startClause(view, at);
  const back = refersBack(view, clause, at) && told !== undefined && tellsEffect(told, 0, told.tokens.length);
  if (!back && (!tellsEffect(view, clause, at) || tellsRefusal(view, clause, at))) return undefined;
  const cue = { first: at, last: at + length };
  const cause = followPhrase(view, cue.last, speakers);
  // "because" joins any clause to any other; only right after the violence is it said of that.
  const loose = wordAt(view, at) === 'because' && length === 1;
  if ((loose && !tellsEffect(view, Math.max(clause, at - looseReach), at)) || isEffectAlone(view, cause))
    return undefined;
  return makeFinding(view, cue, cause, 'reason/after-effect');
};

/** Tokens between violence and a bare "because" that gives its reason. */
const looseReach = 3;

/** "injured as a result of the shooting": the violence itself, with nothing said of it, is no reason. */
function isEffectAlone(view: SentenceView, { first, last }: ClauseRange): boolean {
  return (
    last - first <= 3 &&
    tellsEffect(view, first, last) &&
    !view.tokens.slice(first, last).some(({ lower }) => conflicts.has(lower))
  );
}

/** "Due to its part in the war, the state is often a target". Not "Due to rain, the match was moved". */
const causeFirst: ReasonReader = ({ view, speakers }, at) => {
  if (at > 0 && !/^(?:that|,|"|“)$/.test(wordAt(view, at - 1))) return undefined;
  const length = matchPhrase(view, at, fronted);
  if (length === 0) return undefined;
  const end = followPhrase(view, at + length, speakers).last;
  for (let comma = at + length + 1; comma < end; comma++) {
    if (wordAt(view, comma) !== ',' || !hasVerb(view, comma, end) || !tellsEffect(view, comma, end)) continue;
    const cause = { first: at + length, last: comma };
    if (tellsRefusal(view, comma, end)) return undefined;
    return makeFinding(view, { first: at, last: at + length }, cause, 'reason/fronted');
  }
  return undefined;
};

function hasVerb(view: SentenceView, first: number, last: number): boolean {
  return view.tokens.slice(first, last).some((token) => token.pos === 'VERB' || token.pos === 'AUX');
}

/** "A fight over a bicycle led to the shooting". Not "the blast led to a shooting": violence is no reason for itself. */
const ledTo: ReasonReader = ({ view }, at) => {
  const length = matchPhrase(view, at, before);
  if (length === 0 || !tellsEffect(view, at + length, at + length + 6)) return undefined;
  const first = startClause(view, at);
  if (/^(?:what|which|that|who)$/.test(wordAt(view, at - 1))) return undefined;
  if (tellsEffect(view, first, at) && !view.tokens.slice(first, at).some((token) => conflicts.has(token.lower)))
    return undefined;
  return makeFinding(view, { first: at, last: at + length }, { first, last: at }, 'reason/led-to');
};

/** "shot after an argument over money". Not "after the argument, police left". */
const conflict: ReasonReader = ({ view, speakers }, at) => {
  if (!conflictLeads.has(wordAt(view, at))) return undefined;
  const head = view.tokens.findIndex((token, index) => index > at && index < at + 6 && conflicts.has(token.lower));
  if (head < 0 || view.tokens.slice(at + 1, head).some((token) => token.pos === 'VERB' || token.pos === 'PUNCT'))
    return undefined;
  if (!tellsEffect(view, startClause(view, at), at)) return undefined;
  return makeFinding(view, { first: at, last: at + 1 }, followPhrase(view, at + 1, speakers), 'reason/conflict');
};

/** "The motive was robbery", "drugs as a motive". Not "the motive remains unclear". */
const motive: ReasonReader = ({ view, speakers }, at) => {
  if (!motives.has(wordAt(view, at))) return undefined;
  const verb = view.tokens.findIndex((token, index) => index > at && index < at + 8 && motiveVerbs.has(token.lower));
  if (verb < 0) return undefined;
  const cause = followPhrase(view, verb + 1, speakers);
  const open = view.tokens.slice(Math.max(0, at - 3), cause.last).some((token) => motiveOpen.has(token.lower));
  if (
    open ||
    (wordAt(view, at) === 'cause' &&
      (!tellsEffect(view, at, verb) ||
        /\bdeath\b/.test(
          view.tokens
            .slice(at, verb)
            .map(({ lower }) => lower)
            .join(' '),
        )))
  )
    return undefined;
  return makeFinding(view, { first: at, last: verb + 1 }, cause, 'reason/motive');
};

/** "The strikes were aimed at a depot", "fired because they felt threatened". Not "the talks were aimed at a truce": violence must come before. */
const purpose: ReasonReader = ({ view, speakers, before: told }, at) => {
  const length = matchPhrase(view, at, purposes);
  if (length === 0) return undefined;
  const clause = startClause(view, at);
  const back = refersBack(view, clause, at) && told !== undefined && tellsEffect(told, 0, told.tokens.length);
  if (!back && (!tellsEffect(view, clause, at) || tellsRefusal(view, clause, at))) return undefined;
  return makeFinding(
    view,
    { first: at, last: at + length },
    followPhrase(view, at + length, speakers),
    'reason/purpose',
  );
};

/** "The clashes started after two groups refused to merge", "upset over a film". Not "the talks began after the attack". */
const occasion: ReasonReader = ({ view, speakers }, at) => {
  const length = matchPhrase(view, at, occasions);
  if (length === 0 || !tellsEffect(view, startClause(view, at), at)) return undefined;
  const cause = followPhrase(view, at + length, speakers);
  // "came after nightfall", "began as the market closed" tell when.
  if (cause.last - cause.first < fewestOccasionWords || !hasVerb(view, cause.first, cause.last)) return undefined;
  return makeFinding(view, { first: at, last: at + length }, cause, 'reason/occasion');
};

/** Tokens below which a phrase after "came after" is a time of day. */
const fewestOccasionWords = 4;

export const reasonReaders: readonly ReasonReader[] = [
  causeFirst,
  effectFirst,
  ledTo,
  motive,
  conflict,
  purpose,
  occasion,
];
