import words from '../../../data/casualty-constructions.json' with { type: 'json' };
import { findObject, findSubject, findSubjectOf, frameVerb, groupBefore } from '../arguments.ts';
import type { Fate, FindingDraft, RuleInput } from '../finding.ts';
import { isParticiple, verbClass } from '../lexicon.ts';
import { wordAt } from '../view.ts';
import { compilePhrases } from './phrases.ts';
import { makeRule, readPredicate } from './scan.ts';

const hospitals: ReadonlySet<string> = new Set(words.hospitals);
const wounds: ReadonlySet<string> = new Set(words.wounds);
/** Words of wounds that people are reported to have before it is known whether they live. */
const weaponWounds: ReadonlySet<string> = new Set(words.weaponWounds);
const conditions: ReadonlySet<string> = new Set(words.conditions);
const sentTo: ReadonlySet<string> = new Set(words.sentTo);
const putting: ReadonlySet<string> = new Set(words.putting);
const stating: ReadonlySet<string> = new Set(words.beforeCondition);

function wordsAfter({ view }: RuleInput, at: number, reach: number): readonly string[] {
  return view.tokens.slice(at, at + reach).map((token) => token.lower);
}

/** "was taken to a hospital", "airlifted to St Anne's Medical Center": said of the subject of a passive, the object of an active. */
function readTransport(input: RuleInput, at: number): FindingDraft | undefined {
  const token = input.view.tokens[at];
  if (token === undefined || verbClass(token)?.class !== 'transported') return undefined;
  const frame = frameVerb(input.view, at);
  const ahead = wordsAfter(input, at + 1, 14);
  if (!ahead.some((word) => hospitals.has(word))) return undefined;
  // "Teen rushed to hospital" leaves its auxiliary out; "her mother took her to a hospital" is said of the object.
  const reduced = isParticiple(token) && ['to', 'by', 'from', 'via', 'in'].includes(wordAt(input.view, at + 1));
  const groups = frame.passive || reduced ? findSubjectOf(input, at, frame.start) : findObject(input, at + 1);
  return { fate: 'hospitalised', groups, first: frame.start, last: at + 1, rule: 'condition/transported' };
}

/** A fatal wound kills, one that threatens no life or that no weapon made leaves its bearer hurt; of others the outcome is open. */
function woundFate(words: readonly string[]): Fate {
  if (words.includes('fatal')) return 'killed';
  const mild = words.some((word) => word === 'minor' || word === 'threatening' || /^non-?life/.test(word));
  const weapon = words.some((word) => weaponWounds.has(word));
  return mild || !weapon ? 'hospitalised' : 'struck';
}

/** "sent nine people to hospital", "put two in the hospital": how they fared is open where there are several. */
function readSent(input: RuleInput, at: number): FindingDraft | undefined {
  const { view } = input;
  const word = wordAt(view, at);
  const sent = sentTo.has(word);
  if (!sent && !putting.has(word)) return undefined;
  const from = wordAt(view, at + 1) === 'a' && wordAt(view, at + 2) === 'total' ? at + 4 : at + 1;
  const groups = findObject(input, from);
  const after = groups.at(-1)?.last;
  if (after === undefined || wordAt(view, after) !== (sent ? 'to' : 'in')) return undefined;
  const goal = wordsAfter(input, after + 1, sent ? 5 : 3).findIndex((one) => hospitals.has(one));
  if (goal < 0) return undefined;
  const several = groups.some((group) => (group.count?.min ?? 0) > 1);
  return {
    fate: sent && several ? 'struck' : 'hospitalised',
    groups,
    first: at,
    last: after + goal + 2,
    rule: 'condition/sent',
  };
}

/** "three of the wounded drove themselves to a clinic". */
function readWentAlone(input: RuleInput, at: number): FindingDraft | undefined {
  const { view } = input;
  const token = view.tokens[at];
  if (token === undefined || verbClass(token)?.class !== 'transported') return undefined;
  if (!/^(?:him|her|them)sel(?:f|ves)$/.test(wordAt(view, at + 1)) || wordAt(view, at + 2) !== 'to') return undefined;
  if (!wordsAfter(input, at + 3, 6).some((word) => hospitals.has(word))) return undefined;
  const { start } = frameVerb(view, at);
  const groups = findSubject(input, start);
  return { fate: 'hospitalised', groups, first: start, last: at + 2, rule: 'condition/went' };
}

/** "suffered a gunshot wound", "sustained serious injuries". */
function readSuffered(input: RuleInput, at: number): FindingDraft | undefined {
  const token = input.view.tokens[at];
  if (token === undefined || verbClass(token)?.class !== 'suffered') return undefined;
  const ahead = wordsAfter(input, at + 1, 8);
  if (!ahead.some((word) => wounds.has(word))) return undefined;
  const frame = frameVerb(input.view, at);
  return {
    fate: woundFate(ahead),
    groups: findSubjectOf(input, at, frame.start),
    first: frame.start,
    last: at + 1,
    rule: 'condition/suffered',
  };
}

/** "is in critical condition", "listed in stable condition", "fighting for his life", "recovering", "expected to survive". */
function readCondition(input: RuleInput, at: number): FindingDraft | undefined {
  const { view } = input;
  const word = wordAt(view, at);
  const inCondition = word === 'condition' && [1, 2, 3].some((back) => conditions.has(wordAt(view, at - back)));
  const fighting = word === 'fighting' && wordAt(view, at + 1) === 'for' && wordAt(view, at + 3) === 'life';
  const expected =
    word === 'expected' &&
    wordAt(view, at + 1) === 'to' &&
    ['survive', 'recover', 'live', 'be', 'make'].includes(wordAt(view, at + 2)) &&
    !(wordAt(view, at + 2) === 'make' && !/recovery/.test(wordsAfter(input, at + 3, 4).join(' '))) &&
    !(wordAt(view, at + 2) === 'be' && wordAt(view, at + 3) !== 'ok' && wordAt(view, at + 3) !== 'okay');
  const recovering =
    word === 'recovering' && ['is', 'are', 'was', 'were', 'still', 'now'].includes(wordAt(view, at - 1));
  if (!inCondition && !fighting && !expected && !recovering) return undefined;
  let start = at;
  if (inCondition) while (start > 0 && wordAt(view, start) !== 'in' && at - start < 5) start--;
  const close = groupBefore(input, start);
  const frame = frameVerb(view, start);
  const verbBefore = stating.has(wordAt(view, frame.start - 1)) ? frame.start - 1 : frame.start;
  const groups = close === undefined ? findSubject(input, frameVerb(view, verbBefore).start) : [close.group];
  return { fate: 'hospitalised', groups, first: start, last: at + 1, rule: 'condition/state' };
}

/** "with non-life-threatening injuries", "with a gunshot wound": said of the people just before. */
function readWithWounds(input: RuleInput, at: number): FindingDraft | undefined {
  const { view } = input;
  if (wordAt(view, at) !== 'with') return undefined;
  const ahead = wordsAfter(input, at + 1, 7);
  const wound = ahead.findIndex((word) => wounds.has(word));
  if (wound < 0 || ahead.slice(0, wound).some((word) => [',', '.', 'and'].includes(word))) return undefined;
  // "Another 50 were left with injuries".
  const left = /^(?:left|hospitalized|hospitalised)$/.test(wordAt(view, at - 1)) ? frameVerb(view, at - 1) : undefined;
  const close = groupBefore(input, left?.passive === true ? left.start : at);
  if (close === undefined || close.group.governor === 'by') return undefined;
  return {
    fate: woundFate(ahead),
    groups: [close.group],
    first: at,
    last: at + wound + 2,
    rule: 'condition/with-wounds',
  };
}

const readers = [readWentAlone, readSent, readTransport, readSuffered, readCondition, readWithWounds] as const;

/**
 * Read the state of the hurt: brought to hospital, treated, in critical condition, with a gunshot wound.
 *
 * No: "taken to jail", "taken into custody", "in good condition" of a car (no people), "suffered losses".
 */
export const condition = makeRule('condition', [
  readPredicate('hospitalised', compilePhrases(words.hospital), 'condition/hospital'),
  ...readers,
]);
