import words from '../../../data/constructions.json' with { type: 'json' };
import type { Token } from '../../model/index.ts';
import {
  findObject,
  findReflexive,
  findSubjectOf,
  frameVerb,
  groupBefore,
  hasThingSubject,
  isActiveInTree,
  isReducedPassive,
  type VerbFrame,
} from '../arguments.ts';
import { type Fate, type FindingDraft, fates, type RuleInput } from '../finding.ts';
import { isParticiple, type VerbClass, verbClass } from '../lexicon.ts';
import { chainTo, type PeoplePhrase } from '../people/index.ts';
import { wordAt } from '../view.ts';
import { countsThings } from './groups.ts';
import { compilePhrases, matchPhrase } from './phrases.ts';
import { makeRule } from './scan.ts';

/** What verbs say whose class is not named as a fate; `transported` and its like say nothing alone. */
const otherwise: Readonly<Partial<Record<string, Fate>>> = {
  died: 'killed',
  beaten: 'injured',
  hit: 'struck',
  treated: 'hospitalised',
};

function fateOf(name: VerbClass): Fate | undefined {
  return fates.has(name) ? (name as Fate) : otherwise[name];
}

const nounsLikeVerbs: ReadonlySet<string> = new Set(words.nounsLikeVerbs);
const afterBlow: ReadonlySet<string> = new Set(words.afterBlow);
const harms: ReadonlySet<string> = new Set(words.treatedFor);
const deadly: ReadonlySet<string> = new Set(['fatally', 'mortally']);
/** Words of whose "of" a deed follows: "accused of killing two". */
const charges: ReadonlySet<string> = new Set(words.chargedOf);
/** Particles that make another verb of it. */
const particles: ReadonlySet<string> = new Set(words.otherVerbs);
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

/** "Shot his wife and two sons to death", "shot three men dead": what follows the people says what became of them. */
function isToDeath({ view }: RuleInput, groups: readonly PeoplePhrase[]): boolean {
  const end = groups.at(-1)?.last ?? 0;
  return wordAt(view, end) === 'dead' || (wordAt(view, end) === 'to' && wordAt(view, end + 1) === 'death');
}

/** People hit by a vehicle or a bullet are struck; "hit a wall" and "hit the road" are not blows to anybody. */
function isBlow({ view }: RuleInput, at: number): boolean {
  return afterBlow.has(wordAt(view, at + 1));
}

/** "killed or wounded", "killed and injured" said of the same people: how many of each is open. */
function isUnion({ view }: RuleInput, at: number, plain: Fate): boolean {
  const other = plain === 'killed' ? 'injured' : plain === 'injured' ? 'killed' : undefined;
  if (other === undefined) return false;
  return [1, -1].some((way) => {
    const partner = view.tokens[at + 2 * way];
    return /^(?:or|and)$/.test(wordAt(view, at + way)) && partner !== undefined && verbClass(partner)?.class === other;
  });
}

const treatedOtherwise = compilePhrases(words.figurative.treated);
const metaphors = compilePhrases(words.figurative.any);

/** "treated as second-class citizens", "hit by rising prices": the verb tells no harm to anybody's body. */
function isFigurative({ view }: RuleInput, at: number, family: VerbClass): boolean {
  if (family === 'treated' && matchPhrase(view, at + 1, treatedOtherwise) > 0) return true;
  return matchPhrase(view, at + 1, metaphors) > 0;
}

function reflexive({ view }: RuleInput, at: number): boolean {
  return [1, 2].some(
    (step) =>
      ['himself', 'herself', 'themselves'].includes(wordAt(view, at + step)) &&
      (step === 1 || wordAt(view, at + 1) === 'and'),
  );
}

/** A coordinated verb shares its partner's object: "shot and killed his wife". */
function active(input: RuleInput, at: number): readonly PeoplePhrase[] {
  const joint = /^(?:and|or|,)$/.test(wordAt(input.view, at + 1));
  const adverb = joint && input.view.tokens[at + 2]?.pos === 'ADV' ? 1 : 0;
  const partner = joint ? input.view.tokens[at + 2 + adverb] : undefined;
  if (partner !== undefined && verbClass(partner) !== undefined) return active(input, at + 2 + adverb);
  const objects = findObject(input, at + 1);
  // "shot a film about 12 people": another noun is the object.
  const noun = input.view.tokens.slice(at + 1, objects[0]?.first ?? at + 1).some((token) => token.pos === 'NOUN');
  return noun ? [] : objects.filter((group) => group.governor === '' || group.first > at + 1);
}

/** Take the whole enumeration before a participle, but a numeral right before it only by itself: "133 died and 40 injured". */
function peopleBefore(input: RuleInput, at: number): readonly PeoplePhrase[] {
  const before = groupBefore(input, at);
  if (before === undefined) return [];
  if (before.group.counted && before.group.noun === '') return [before.group];
  return chainTo(input.view, input.groups, before.index);
}

/** What a verb at a token says before its arguments are sought. */
interface Verb {
  readonly token: Token;
  readonly at: number;
  readonly class: VerbClass;
  readonly frame: VerbFrame;
  readonly found: Pick<FindingDraft, 'first' | 'last' | 'fate'>;
}

function openVerb(input: RuleInput, at: number): Verb | undefined {
  const token = input.view.tokens[at];
  const known = token === undefined ? undefined : verbClass(token);
  const plain = known === undefined ? undefined : fateOf(known.class);
  if (token === undefined || known === undefined || plain === undefined) return undefined;
  if (known.class === 'died' && !(token.lower.endsWith('ing') && active(input, at).length > 0)) return undefined;
  // "killed off the game", "struck out two batters".
  if (particles.has(wordAt(input.view, at + 1)) || isFigurative(input, at, known.class)) return undefined;
  // "shots", "wounds", "the wounded" and "killer" are nouns; "gun" is a blow only as "gunned down".
  if (known.lemma === 'gun' && token.lower !== 'gunned') return undefined;
  const frame = frameVerb(input.view, at);
  if (token.pos === 'NOUN' && nounsLikeVerbs.has(token.lower) && !frame.passive) return undefined;
  if (known.class === 'beaten' && !frame.passive && !isDeadly(input, at, frame.words)) return undefined;
  const fate: Fate = harming.has(plain) && isDeadly(input, at, frame.words) ? 'killed' : plain;
  return { token, at, class: known.class, frame, found: { first: frame.start, last: at + 1, fate } };
}

/** "shot himself", "killing themselves". */
function readReflexive(input: RuleInput, { at, frame, found }: Verb): FindingDraft {
  const groups = findReflexive(input, frame.start, wordAt(input.view, at + 1));
  return { ...found, last: at + 2, groups, selfInflicted: true, rule: 'verb/reflexive' };
}

/** "An officer shot at her", "was shot at by a rival": nobody is said to be hit. */
function isShotAt({ view, groups }: RuleInput, at: number): boolean {
  if (view.tokens[at]?.lemma !== 'shoot' && wordAt(view, at) !== 'shot') return false;
  if (wordAt(view, at + 1) !== 'at') return false;
  if (/^(?:by|and|,|\.|;|)$/.test(wordAt(view, at + 2))) return true;
  return groups.some((group) => group.first === at + 2 && !group.possessor);
}

/** "a shooting victim", "the shooting suspect Ilo Renn": the two words are one noun. */
function isCompound({ view }: RuleInput, at: number, [group]: readonly PeoplePhrase[]): boolean {
  return (
    group !== undefined &&
    group.first === at + 1 &&
    !group.counted &&
    group.determiner === 'bare' &&
    /^(?:victim|suspect|survivor)s?$/.test(wordAt(view, at + 1))
  );
}

/** "killing 12"; "the killing of 12" is a noun. */
function readParticiple(input: RuleInput, { at, found }: Verb): FindingDraft | undefined {
  const groups = active(input, at);
  const before = wordAt(input.view, at - 1);
  const charge = before === 'of' && charges.has(wordAt(input.view, at - 2));
  const noun = !charge && /^(?:the|a|an|of|'s|’s|this|that|fatal|deadly)$/.test(before);
  if (groups.length === 0 || noun || isCompound(input, at, groups)) return undefined;
  return { ...found, groups, rule: 'verb/participle' };
}

/** "the boy shot Voss": a name after the verb that is no day and no place is who was shot. */
function namesVictim({ view }: RuleInput, at: number): boolean {
  if (view.block === 'headline' || view.tokens[at]?.pos !== 'PROPN') return false;
  const elsewhere = [...view.times, ...view.places].some(({ first, last }) => first <= at && at < last);
  return !elsewhere;
}

/** "Four shot in Harrowgate", "40 wounded"; "gunmen shot at the crowd" and "the boy shot a pistol" tell of shooting. */
function readReduced(input: RuleInput, { at, found, class: family }: Verb): FindingDraft | undefined {
  const subject = groupBefore(input, at)?.group;
  const next = input.view.tokens[at + 1];
  if ((next?.lower === 'at' && subject?.role === 'suspect') || isShotAt(input, at)) return undefined;
  if (subject?.determiner === 'pronoun' || next?.pos === 'DET' || /^(?:into|his|her)$/.test(next?.lower ?? ''))
    return undefined;
  if (family === 'hit' && !isBlow(input, at)) return undefined;
  if (namesVictim(input, at + 1)) return undefined;
  if (subject !== undefined && countsThings(input.view, subject, at + 1)) return undefined;
  return { ...found, groups: peopleBefore(input, at), rule: 'verb/reduced' };
}

function isReduced(input: RuleInput, { token, at, frame }: Verb): boolean {
  if (!isParticiple(token) || frame.finiteAuxiliary || isActiveInTree(input, at)) return false;
  return active(input, at).length === 0 && isReducedPassive(input, at);
}

/**
 * Tell whether a verb stands in a row of numbers, each before its own participle.
 *
 * Yes: "1 killed 3 injured", "13 civilians killed 43 others injured in rocket attacks". No: "Two gunmen killed 12 wounded soldiers".
 */
function isTally(input: RuleInput, { token, at }: Verb): boolean {
  const subject = groupBefore(input, at)?.group;
  const object = input.groups.find((group) => group.first === at + 1);
  const next = object === undefined ? undefined : input.view.tokens[object.last];
  if (subject?.counted !== true || subject.role === 'suspect' || object?.counted !== true || next === undefined)
    return false;
  const bare = object.noun === '' || object.additional;
  const ends = !['NOUN', 'ADJ', 'PROPN'].includes(input.view.tokens[object.last + 1]?.pos ?? '');
  return isParticiple(token) && isParticiple(next) && (subject.noun === '' || (bare && ends));
}

/** "Doctors treated 31 people for burns"; "the clinic treats 400 patients a year" tells of no harm done at once. */
function isTreatedForHarm({ view }: RuleInput, groups: readonly PeoplePhrase[]): boolean {
  const group = groups.find(({ counted }) => counted);
  const after = group === undefined ? [] : view.tokens.slice(group.last, group.last + 6).map(({ lower }) => lower);
  return after[0] === 'for' && after.some((word) => harms.has(word));
}

function readVoice(input: RuleInput, verb: Verb): FindingDraft | undefined {
  const { token, at, frame, found, class: family } = verb;
  if (reflexive(input, at)) return readReflexive(input, verb);
  if (frame.passive && (isParticiple(token) || token.lower === 'shot')) {
    if (family === 'hit' && !isBlow(input, at)) return undefined;
    if (hasThingSubject(input, frame.start) || isShotAt(input, at)) return undefined;
    return { ...found, groups: findSubjectOf(input, at, frame.start), rule: 'verb/passive' };
  }
  if (token.lower.endsWith('ing')) return readParticiple(input, verb);
  if (isReduced(input, verb) || isTally(input, verb)) return readReduced(input, verb);
  const groups = active(input, at);
  if (family === 'treated' && !isTreatedForHarm(input, groups)) return undefined;
  if (groups.length === 0) return undefined;
  const fate = found.fate === 'struck' && isToDeath(input, groups) ? 'killed' : found.fate;
  return { ...found, fate, groups, rule: 'verb/active' };
}

function readVerb(input: RuleInput, at: number): FindingDraft | undefined {
  const verb = openVerb(input, at);
  const found = verb === undefined ? undefined : readVoice(input, verb);
  if (found === undefined || !isUnion(input, at, found.fate)) return found;
  return found.groups.some((group) => !group.singular) ? { ...found, fate: 'casualties' } : found;
}

/**
 * Read verbs that kill, wound, strike, seize or free people: active, passive, participial, reduced and reflexive.
 *
 * Yes: "Twelve people were killed", "killing 12", "a gunman shot two men", "Four shot in Harrowgate". No: "the killing spree",
 * "he shot a video", "killer whales", "struck a deal".
 */
export const verbs = makeRule('verbs', [readVerb]);
