import words from '../../../../data/predicates/attack.json' with { type: 'json' };
import { compilePhrases, matchPhrase } from '../../constructions/phrases.ts';
import { findPeople } from '../../constructions/scan.ts';
import type { FindingDraft, RuleInput } from '../../finding.ts';
import { personLemma, personNoun } from '../../lexicon.ts';
import type { PeoplePhrase } from '../../people/index.ts';
import { type SentenceView, wordAt } from '../../view.ts';

const acts = compilePhrases(words.acts);
const bands: ReadonlySet<string> = new Set(words.bands);
const attacks = compilePhrases(words.attacks);
const armed: ReadonlySet<string> = new Set(words.armed);
const lawful: ReadonlySet<string> = new Set(['police', 'soldiers', 'rescuers']);
const wholeReach = 5;

function isSuspectNoun(view: SentenceView, at: number): boolean {
  const token = view.tokens[at];
  return token !== undefined && personNoun(personLemma(token) ?? '')?.role === 'suspect';
}

/** Tell whether a plain number of people is told, not "more than one". */
function isTold(group: PeoplePhrase): boolean {
  return isSeveral(group) && !group.partOf && group.count?.qualifier !== 'more-than';
}

/** Tell whether a number counts more than one. */
export function isSeveral({ counted, count }: PeoplePhrase): boolean {
  return counted && (count?.min ?? 0) > 1;
}

/** "two masked men", "three armed robbers": people told by what they wear or bear. */
export function isArmed(view: SentenceView, group: PeoplePhrase): boolean {
  return view.tokens.slice(group.first, group.head).some((token) => armed.has(token.lower));
}

/** Find the noun for attackers that a number counts, over adjectives: "four suspected attackers". */
function suspectAfter(view: SentenceView, from: number): number {
  for (let at = from; at < from + 3; at++) {
    if (isSuspectNoun(view, at)) return at;
    if (!['ADJ', 'VERB', 'NOUN', 'PUNCT'].includes(view.tokens[at]?.pos ?? '')) return -1;
  }
  return -1;
}

/** "five gunmen took part", "three masked attackers stormed the hall". */
function readActing(input: RuleInput, at: number): FindingDraft | undefined {
  const length = matchPhrase(input.view, at, acts);
  if (length === 0) return undefined;
  const groups = findPeople(input, at).filter(
    (group) => isSeveral(group) && !group.partOf && (group.role === 'suspect' || isArmed(input.view, group)),
  );
  return { fate: 'perpetrators', groups, first: at, last: at + length, rule: 'perpetrators/acting' };
}

/** "Three people opened fire", "the two men fired at a car": whoever they are, they attacked. */
function readAttacking(input: RuleInput, at: number): FindingDraft | undefined {
  const length = matchPhrase(input.view, at, attacks);
  if (length === 0) return undefined;
  const groups = findPeople(input, at).filter(
    (group) => isTold(group) && !group.classes.some((name) => lawful.has(name)),
  );
  return { fate: 'perpetrators', groups, first: at, last: at + length, rule: 'perpetrators/attacking' };
}

/** "one of the four suspected attackers", "all five gunmen": the words presuppose how many there were. */
function readWhole({ view }: RuleInput, at: number): FindingDraft | undefined {
  const partitive = wordAt(view, at) === 'of' && view.quantities.some((item) => item.last <= at && at - item.last < 2);
  const all = wordAt(view, at) === 'all';
  if (!partitive && !all) return undefined;
  const first = ['the', 'of'].includes(wordAt(view, at + 1)) ? at + 2 : at + 1;
  const quantity = view.quantities.find((item) => item.first === first && item.quantity === 'cardinal');
  const noun = quantity === undefined ? -1 : suspectAfter(view, quantity.last);
  if (quantity === undefined || noun < 0 || noun - at > wholeReach) return undefined;
  return {
    fate: 'perpetrators',
    groups: [],
    count: quantity.value,
    first: at,
    last: noun + 1,
    rule: 'perpetrators/whole',
  };
}

/** "a group of four gunmen", "an attack by three militants": the band that did it. */
function readBand({ view, groups }: RuleInput, at: number): FindingDraft | undefined {
  if (!isSuspectNoun(view, at)) return undefined;
  const group = groups.find((one) => one.head === at && isSeveral(one));
  if (group === undefined) return undefined;
  const band = wordAt(view, group.first - 1) === 'of' && bands.has(wordAt(view, group.first - 2));
  const attack =
    group.governor === 'by' &&
    /^(?:attack|assault|raid|ambush|attacked|stormed|raided|ambushed)$/.test(wordAt(view, group.first - 2));
  if (!band && !attack) return undefined;
  return { fate: 'perpetrators', groups: [group], first: group.first - 1, last: group.last, rule: 'perpetrators/band' };
}

/**
 * Read how many attacked.
 *
 * Yes: "five gunmen took part", "one of the four suspected attackers", "a group of four gunmen". No: "two gunmen were arrested",
 * "three attackers were killed" (their own fates), "four men took part in the race" (no attackers).
 */
export const acting = [readActing, readAttacking, readWhole, readBand] as const;
