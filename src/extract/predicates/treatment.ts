import words from '../../../data/predicates/treatment.json' with { type: 'json' };
import { findObject, findSubject, findSubjectOf, frameVerb, groupBefore } from '../arguments.ts';
import { compilePhrases } from '../constructions/phrases.ts';
import { readPredicate, wordsAfter } from '../constructions/scan.ts';
import type { FindingDraft, RuleInput } from '../finding.ts';
import { isParticiple, verbClass } from '../lexicon.ts';
import { wordAt } from '../view.ts';

const hospitals: ReadonlySet<string> = new Set(words.hospitals);

const conditions: ReadonlySet<string> = new Set(words.conditions);
const sentTo: ReadonlySet<string> = new Set(words.sentTo);
const putting: ReadonlySet<string> = new Set(words.putting);
const stating: ReadonlySet<string> = new Set(words.beforeCondition);

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
  // "Not expected to live" is hurt all the same.
  const mood = expected ? ({ modality: 'asserted' } as const) : {};
  return { fate: 'hospitalised', groups, first: start, last: at + 1, rule: 'condition/state', ...mood };
}

const readHospital = readPredicate('hospitalised', compilePhrases(words.hospital), 'condition/hospital');
const readLater = readPredicate('hospitalised', compilePhrases(words.treatedLater), 'outcomes/treated');

/**
 * Read the state of the hurt: brought to hospital, treated, in critical condition, kept overnight.
 *
 * No: "taken to jail", "taken into custody", "in good condition" of a car (no people).
 */
export const treatment = {
  transport: [readHospital, readWentAlone, readSent, readTransport],
  state: readCondition,
  later: readLater,
} as const;
