import { type SentenceView, wordAt } from '../view.ts';
import type { Cue } from './cues.ts';
import { verbGroup } from './cues.ts';
import { phraseAfter } from './phrases.ts';
import { cueWords, stanceWords } from './words.ts';

const articles: ReadonlySet<string> = new Set(['a', 'an', 'its', 'the', 'several', 'repeated', 'new', 'another']);

type CueReader = (view: SentenceView, at: number) => Cue | undefined;

function makeCue(at: number, last: number, lemma: string, stance: Cue['stance'], more: Partial<Cue> = {}): Cue {
  return { at, last, lemma, stance, side: 'subject', weak: false, ...more };
}

function hasAhead(view: SentenceView, from: number, to: number, test: (word: string) => boolean): boolean {
  return view.tokens.slice(from, to).some((token) => test(token.lower));
}

/** "according to the harbour office". Not "according to plan": a noun that cannot speak makes no voice. */
const accordingTo: CueReader = (view, at) =>
  wordAt(view, at) === 'according' && wordAt(view, at + 1) === 'to'
    ? makeCue(at, at + 2, 'accord', 'says', { side: 'after' })
    : undefined;

/** "in the mayor's words", "by Quill's count": the possessor speaks. "citing officials". */
const viewOf: CueReader = (view, at) => {
  const word = wordAt(view, at);
  if (word === 'citing') return makeCue(at, at + 1, 'cite', 'says', { side: 'after' });
  if (word === 'quoted' && hasAhead(view, at + 1, at + 10, (next) => next === 'saying'))
    return makeCue(at, at + 1, 'quote', 'says', {
      side: verbGroup(view, at).some((one) => cueWords.passives.has(one)) ? 'subject' : 'after',
    });
  if (word !== 'by' && word !== 'in') return undefined;
  let end = at + 2;
  while (end < at + 7 && !cueWords.views.has(wordAt(view, end))) end++;
  if (!cueWords.views.has(wordAt(view, end))) return undefined;
  const mark = wordAt(view, end - 1);
  return /^['’]s?$/.test(mark) ? makeCue(at, at + 1, 'view', 'says', { side: 'after' }) : undefined;
};

/** "She put the injured at 61", "the hospital puts its losses at two". Not "put a man at the door": a number must follow. */
const putAt: CueReader = (view, at) => {
  if (!cueWords.puts.has(wordAt(view, at))) return undefined;
  const number = view.quantities.find(
    (one) => one.first > at && one.first - at < 12 && ['at', 'between'].includes(wordAt(view, one.first - 1)),
  );
  return number === undefined ? undefined : makeCue(at, at + 1, 'put', 'says');
};

/** "The ministry revised the toll from 19 to 17". Not "cut the number of trains to 12" nor "the toll was revised": of people, and somebody did it. */
const reviseTo: CueReader = (view, at) => {
  if (!cueWords.revises.has(wordAt(view, at)) || verbGroup(view, at).some((one) => cueWords.passives.has(one)))
    return undefined;
  const toll = view.tokens.findIndex((token, place) => place > at && place < at + 6 && cueWords.tolls.has(token.lower));
  const number = view.quantities.some(
    ({ first }) => first > toll && first - toll < 14 && ['to', 'from'].includes(wordAt(view, first - 1)),
  );
  return toll > 0 && number ? makeCue(at, at + 1, 'revise', 'says') : undefined;
};

/** "had spoken of 31 deaths". Not "spoke of her grief": a number must follow. */
const speakOf: CueReader = (view, at) => {
  if (view.tokens[at]?.lemma !== 'speak' || wordAt(view, at + 1) !== 'of') return undefined;
  return view.quantities.some((one) => one.first > at && one.first - at < 5)
    ? makeCue(at, at + 2, 'speak', 'says')
    : undefined;
};

/** "whose own figure was seven", "the ministry's own count stood at 19": the possessor states it. */
const ownFigure: CueReader = (view, at) => {
  if (!cueWords.counts.has(wordAt(view, at))) return undefined;
  const own = wordAt(view, at - 1) === 'own' ? at - 2 : at - 1;
  const possessor = wordAt(view, own);
  if (!/^['’]s?$/.test(possessor) && possessor !== 'whose') return undefined;
  const told = hasAhead(view, at + 1, at + 9, (word) => cueWords.countVerbs.has(word));
  return told ? makeCue(own, at + 1, 'figure', 'says') : undefined;
};

/** "is backing up their claims" confirms without a verb of saying. */
const backing: CueReader = (view, at) => {
  if (view.tokens[at]?.lemma !== 'back' || !hasAhead(view, at + 1, at + 8, (word) => stanceWords.doubted.has(word)))
    return undefined;
  const last = wordAt(view, at + 1) === 'up' ? at + 2 : at + 1;
  return view.tokens[at]?.pos === 'VERB' ? makeCue(at, last, 'back', 'confirms', { responsibility: true }) : undefined;
};

/** "held the group accountable for", "holds them responsible". */
const holding: CueReader = (view, at) => {
  if (!['held', 'hold', 'holds', 'holding'].includes(wordAt(view, at))) return undefined;
  return hasAhead(view, at + 1, at + 8, (word) => word === 'accountable' || word === 'responsible')
    ? makeCue(at, at + 1, 'hold', 'accuses')
    : undefined;
};

/** "put out a warning", "issued an alert". Not "gave warning signs": an article or "warnings" must stand there. */
const warning: CueReader = (view, at) => {
  const token = view.tokens[at];
  if (token === undefined || token.pos !== 'VERB' || !stanceWords.issues.has(token.lemma)) return undefined;
  const ahead = view.tokens.slice(at + 1, at + 6).map((one) => one.lower);
  const found = ahead.findIndex((word) => stanceWords.warnings.has(word));
  const led =
    found === 0 ? view.tokens[at + 2]?.pos !== 'NOUN' : ahead.slice(0, found).some((word) => articles.has(word));
  if (found < 0 || !led) return undefined;
  const passive = verbGroup(view, at).some((one) => cueWords.passives.has(one)) && !token.lower.endsWith('ing');
  return makeCue(at, at + 2 + found, token.lemma, 'warns', passive ? { side: 'agent' } : {});
};

/** "called that figure false" denies, "called their account incomplete" accuses. Not "called the police". */
const calling: CueReader = (view, at) => {
  if (!['called', 'calls', 'described', 'branded', 'termed'].includes(wordAt(view, at))) return undefined;
  if (verbGroup(view, at).some((one) => cueWords.passives.has(one))) return undefined;
  if (!hasAhead(view, at + 1, at + 5, (word) => stanceWords.statements.has(word))) return undefined;
  if (hasAhead(view, at + 2, at + 12, (word) => stanceWords.falseWords.has(word)))
    return makeCue(at, at + 1, 'call', 'denies');
  return hasAhead(view, at + 2, at + 12, (word) => stanceWords.blamingWords.has(word))
    ? makeCue(at, at + 1, 'call', 'accuses')
    : undefined;
};

/** "does not accept the official figure". */
const refusing: CueReader = (view, at) => {
  if (view.tokens[at]?.lemma !== 'accept' || !verbGroup(view, at).some((word) => cueWords.negations.has(word)))
    return undefined;
  return hasAhead(view, at + 1, at + 6, (word) => stanceWords.statements.has(word))
    ? makeCue(at, at + 1, 'accept', 'denies')
    : undefined;
};

/** A headline's "Police: two dead" and "Two dead: police". */
const colon: CueReader = (view, at) => {
  if (view.block !== 'headline' || wordAt(view, at) !== ':' || at === 0) return undefined;
  if (phraseAfter(view, 0)?.last === at) return makeCue(at, at + 1, 'colon', 'says');
  return phraseAfter(view, at + 1)?.last === view.tokens.length
    ? makeCue(at, at + 1, 'colon', 'says', { side: 'after' })
    : undefined;
};

const readers: readonly CueReader[] = [
  accordingTo,
  viewOf,
  putAt,
  reviseTo,
  speakOf,
  ownFigure,
  backing,
  holding,
  warning,
  calling,
  refusing,
  colon,
];

/** Words or lemmas at which some reader may begin. */
const openers: ReadonlySet<string> = new Set([
  ...['according', 'citing', 'quoted', 'by', 'in', 'speak', 'back', 'accept', ':'],
  ...['held', 'hold', 'holds', 'holding', 'called', 'calls', 'described', 'branded', 'termed'],
  ...cueWords.puts,
  ...cueWords.revises,
  ...cueWords.counts,
  ...stanceWords.issues,
]);

/** Read a construction that attributes words without a plain verb of saying. */
export function readPatternCue(view: SentenceView, at: number): Cue | undefined {
  const token = view.tokens[at];
  if (token === undefined || !(openers.has(token.lower) || openers.has(token.lemma))) return undefined;
  for (const reader of readers) {
    const cue = reader(view, at);
    if (cue !== undefined) return cue;
  }
  return undefined;
}
