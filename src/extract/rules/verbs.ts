import { findObject, findReflexive, findSubject, frameVerb, groupBefore, isReducedPassive } from '../arguments.ts';
import type { Fate, Found, RuleInput } from '../finding.ts';
import { chainTo, type Group } from '../groups/index.ts';
import { isParticiple, type VerbClass, verbClass } from '../lexicon.ts';
import { wordAt } from '../view.ts';
import { makeRule } from './scan.ts';

const fates: Readonly<Partial<Record<VerbClass, Fate>>> = {
  killed: 'killed',
  injured: 'injured',
  struck: 'struck',
  hit: 'struck',
  hostages: 'hostages',
  arrested: 'arrested',
  rescued: 'rescued',
  displaced: 'displaced',
  treated: 'hospitalised',
};

const deadly: ReadonlySet<string> = new Set(['fatally', 'mortally']);
const harming: ReadonlySet<Fate> = new Set<Fate>(['killed', 'injured', 'struck']);

/** "shot dead", "stabbed to death", "fatally shot", "shot … fatally" turn a blow into a death. */
function isDeadly({ view }: RuleInput, at: number, frameWords: readonly string[]): boolean {
  if (
    frameWords.some((word) => deadly.has(word)) ||
    deadly.has(wordAt(view, at - 1)) ||
    deadly.has(wordAt(view, at + 1))
  )
    return true;
  if (wordAt(view, at + 1) === 'dead') return true;
  return wordAt(view, at + 1) === 'to' && wordAt(view, at + 2) === 'death';
}

/** People hit by a vehicle or a bullet are struck; nouns and "hit by a storm" are not. */
function isBlow({ view }: RuleInput, at: number, passive: boolean): boolean {
  const next = wordAt(view, at + 1);
  if (passive)
    return [
      'by',
      'in',
      'with',
      'at',
      'twice',
      'once',
      'several',
      'multiple',
      'and',
      '.',
      ',',
      'on',
      'during',
      'three',
      'four',
      'five',
      'when',
      'while',
      'and',
      '',
    ].includes(next);
  return true;
}

function reflexive({ view }: RuleInput, at: number): boolean {
  return [1, 2].some(
    (step) =>
      ['himself', 'herself', 'themselves'].includes(wordAt(view, at + step)) &&
      (step === 1 || wordAt(view, at + 1) === 'and'),
  );
}

/** A coordinated verb shares its partner's object: "shot and killed his wife". */
function active(input: RuleInput, at: number): readonly Group[] {
  const joint = wordAt(input.view, at + 1) === 'and' || wordAt(input.view, at + 1) === ',';
  const adverb = joint && input.view.tokens[at + 2]?.pos === 'ADV' ? 1 : 0;
  const partner = joint ? input.view.tokens[at + 2 + adverb] : undefined;
  if (partner !== undefined && verbClass(partner) !== undefined) return active(input, at + 2 + adverb);
  return findObject(input, at + 1).filter((group) => group.governor === '' || group.first > at + 1);
}

/** Take the whole enumeration before a participle, but a numeral right before it only by itself: "133 died and 40 injured". */
function peopleBefore(input: RuleInput, at: number): readonly Group[] {
  const before = groupBefore(input, at);
  if (before === undefined) return [];
  if (before.group.counted && before.group.noun === '') return [before.group];
  return chainTo(input.view, input.groups, before.index);
}

function readVerb(input: RuleInput, at: number): Found | undefined {
  const token = input.view.tokens[at];
  if (token === undefined) return undefined;
  const known = verbClass(token);
  const plain = known === undefined ? undefined : fates[known.class];
  if (known === undefined || plain === undefined) return undefined;
  // "shots", "wounds", "the wounded" and "killer" are nouns; "gun" is a blow only as "gunned down".
  if (known.lemma === 'gun' && token.lower !== 'gunned') return undefined;
  if (
    [
      'wounds',
      'wound',
      'strike',
      'strikes',
      'arrest',
      'arrests',
      'rescue',
      'shoot',
      'hit',
      'hits',
      'hurt',
      'hurts',
      'murder',
      'murders',
      'massacre',
      'capture',
      'slaughter',
    ].includes(token.lower) &&
    token.pos === 'NOUN'
  )
    return undefined;
  const frame = frameVerb(input.view, at);
  const fate: Fate = harming.has(plain) && isDeadly(input, at, frame.words) ? 'killed' : plain;
  const found = { first: frame.start, last: at + 1, fate };
  if (reflexive(input, at)) {
    return {
      ...found,
      last: at + 2,
      groups: findReflexive(input, frame.start, wordAt(input.view, at + 1)),
      selfInflicted: true,
      rule: 'verb/reflexive',
    };
  }
  if (frame.passive && (isParticiple(token) || token.lower === 'shot')) {
    if (known.class === 'hit' && !isBlow(input, at, true)) return undefined;
    return { ...found, groups: findSubject(input, frame.start), rule: 'verb/passive' };
  }
  if (token.lower.endsWith('ing')) {
    const groups = active(input, at);
    const nominal = ['the', 'a', 'an', 'of', "'s", '’s', 'this', 'that', 'fatal', 'deadly'].includes(
      wordAt(input.view, at - 1),
    );
    if (groups.length === 0 || nominal) return undefined;
    return { ...found, groups, rule: 'verb/participle' };
  }
  if (isParticiple(token) && !frame.finiteAuxiliary && active(input, at).length === 0 && isReducedPassive(input, at)) {
    // "Gunmen shot at the crowd", "he shot into a car", "the boy shot a pistol" tell of shooting, not of being shot.
    const subject = groupBefore(input, at)?.group;
    const next = input.view.tokens[at + 1];
    if (next?.lower === 'at' && subject?.role === 'suspect') return undefined;
    if (
      subject?.determiner === 'pronoun' ||
      next?.pos === 'DET' ||
      next?.lower === 'into' ||
      next?.lower === 'his' ||
      next?.lower === 'her'
    )
      return undefined;
    if (known.class === 'hit' && !isBlow(input, at, true)) return undefined;
    return { ...found, groups: peopleBefore(input, at), rule: 'verb/reduced' };
  }
  if (known.class === 'treated') return undefined;
  const groups = active(input, at);
  return groups.length === 0 ? undefined : { ...found, groups, rule: 'verb/active' };
}

/**
 * Read verbs that kill, wound, strike, seize or free people: active, passive, participial, reduced and reflexive.
 *
 * Yes: "Twelve people were killed", "killing 12", "a gunman shot two men", "Four shot in Harrowgate". No: "the killing spree",
 * "he shot a video", "killer whales", "struck a deal".
 */
export const verbs = makeRule('verbs', [readVerb]);
