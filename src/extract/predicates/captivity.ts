import words from '../../../data/predicates/captivity.json' with { type: 'json' };
import { findObject, findSubject, frameVerb } from '../arguments.ts';
import { compilePhrases, matchPhrase } from '../constructions/phrases.ts';
import type { FindingDraft, RuleInput } from '../finding.ts';
import { wordAt } from '../view.ts';

const captors: ReadonlySet<string> = new Set(words.captors);
const holding: ReadonlySet<string> = new Set(words.captivity);
const seizing = /^(?:take|takes|took|taken|taking|hold|holds|held|holding|keep|kept|keeping|seized|seize)$/;
const hostages: ReadonlySet<string> = new Set(['hostage', 'hostages', 'captive', 'captives']);
const verbReach = 6;

/** "taken hostage", "held captive", "holding 40 people hostage". */
function readHeldHostage(input: RuleInput, at: number): FindingDraft | undefined {
  const { view, groups } = input;
  if (!/^(?:hostage|captive)$/.test(wordAt(view, at))) return undefined;
  let verb = at - 1;
  while (verb >= 0 && at - verb <= verbReach && !seizing.test(wordAt(view, verb))) verb--;
  if (verb < 0 || at - verb > verbReach) return undefined;
  const object = groups.find(
    (group) => group.first > verb && !group.singular && (group.last === at || group.last === at + 1),
  );
  const single = groups.find((group) => group.first > verb && group.last === at);
  const { start } = frameVerb(view, verb);
  const subject = groups.filter((candidate) => candidate.last <= start).at(-1);
  const group = object ?? single ?? subject;
  return group === undefined
    ? undefined
    : { fate: 'hostages', groups: [group], first: verb, last: at + 1, rule: 'hostage/held' };
}

/** "the third gunman held about 20 shoppers in a cold store": people an attacker keeps. */
function readKept(input: RuleInput, at: number): FindingDraft | undefined {
  const { view } = input;
  if (!captors.has(wordAt(view, at)) || view.tokens[at]?.pos !== 'VERB') return undefined;
  const frame = frameVerb(view, at);
  if (frame.passive) return undefined;
  const groups = findObject(input, at + 1);
  const last = groups.at(-1)?.last;
  if (last === undefined || groups.some((group) => group.role === 'suspect')) return undefined;
  // "20 traders and shoppers in a store": the second noun shares the numeral.
  const kept = [0, 2].some(
    (step) => holding.has(wordAt(view, last + step)) && (step === 0 || wordAt(view, last) === 'and'),
  );
  if (!kept) return undefined;
  if (!findSubject(input, frame.start).some((group) => group.role === 'suspect')) return undefined;
  return { fate: 'hostages', groups, first: frame.start, last: at + 1, rule: 'hostage/kept' };
}

const stillHeld = compilePhrases(words.stillHeld);

/** "Six students remain kidnapped", "twelve of the hostages are still being held". */
function readStillHeld(input: RuleInput, at: number): FindingDraft | undefined {
  const { view } = input;
  const length = matchPhrase(view, at, stillHeld);
  if (length === 0) return undefined;
  const groups = findSubject(input, at);
  const last = wordAt(view, at + length - 1);
  const told = groups.some((group) => hostages.has(wordAt(view, group.head)));
  if (last === 'held' && !told) return undefined;
  return { fate: 'hostages', groups, first: at, last: at + length, rule: 'hostage/still-held' };
}

/**
 * Read people held by attackers: "taken hostage", "held captive", "the gunman held 20 shoppers in a store".
 *
 * No: "police held two men" (arrested, if anything), "hostage negotiators", "held a meeting", "captive audience".
 */
export const captivity = { patterns: [readHeldHostage, readKept, readStillHeld] } as const;
