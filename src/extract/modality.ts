import cues from '../../data/modality-words.json' with { type: 'json' };
import type { Modality } from '../model/index.ts';
import { frameVerb } from './arguments.ts';
import type { FindingDraft } from './finding.ts';
import { type SentenceView, wordAt } from './view.ts';

const negations: ReadonlySet<string> = new Set(cues.negations);
const possibilities: ReadonlySet<string> = new Set(cues.possibilities);
const intentions: ReadonlySet<string> = new Set(cues.intentions);
const carriedOut: ReadonlySet<string> = new Set(cues.carriedOut);
const hearsay: ReadonlySet<string> = new Set(cues.hearsay);
const fears: ReadonlySet<string> = new Set(cues.fears);
const fearing: ReadonlySet<string> = new Set(cues.fearing);
const conditions: ReadonlySet<string> = new Set(cues.conditions);
const denials: ReadonlySet<string> = new Set(cues.denials);
const charges: ReadonlySet<string> = new Set(cues.charges);
const clauseMarks: ReadonlySet<string> = new Set(['after', 'when', ',', 'who', 'that', ';', 'as', 'while']);

/** "a coward to shoot a child", "the plan to kill": a bare infinitive tells of no act unless a verb says it was carried out. */
function isBareInfinitive(view: SentenceView, found: FindingDraft): boolean {
  if (found.rule !== 'verb/active') return false;
  const at =
    wordAt(view, found.first) === 'to' ? found.first : wordAt(view, found.first - 1) === 'to' ? found.first - 1 : -1;
  if (at < 0 || [1, 2].some((back) => carriedOut.has(wordAt(view, at - back)))) return false;
  // "used a rifle to kill": what was used stands between.
  return ![3, 4].some((back) => wordAt(view, at - back) === 'used');
}

/** "planned to kill": an intention is no act. */
function isIntended(view: SentenceView, first: number): boolean {
  const at = wordAt(view, first) === 'to' ? first : wordAt(view, first - 1) === 'to' ? first - 1 : -1;
  if (at < 0) return false;
  return [1, 2, 3].some((back) => intentions.has(wordAt(view, at - back)));
}

const stillTold: ReadonlySet<string> = new Set(cues.stillTold);

/** "he did not deserve to die", "don't let my boy die": dying is wished, feared or forbidden, not told; "the third to die" is told. */
function isDyingToCome(view: SentenceView, found: FindingDraft): boolean {
  if (found.rule !== 'deaths/die' || wordAt(view, found.last - 1) !== 'die') return false;
  const at = found.last - 2;
  if (wordAt(view, at) === 'gonna') return true;
  if (wordAt(view, at) === 'to') return !stillTold.has(wordAt(view, at - 1));
  return view.tokens.slice(Math.max(0, found.last - 5), at).some((token) => token.lower === 'let');
}

function isUnreal(view: SentenceView, found: FindingDraft, words: readonly string[]): boolean {
  const attempted = [1, 2].some((back) => wordAt(view, found.first - back) === 'attempted');
  return (
    attempted ||
    isDyingToCome(view, found) ||
    isIntended(view, found.first) ||
    isBareInfinitive(view, found) ||
    words.some((word) => possibilities.has(word))
  );
}

/** Verbs that open a question of whether it happened; "why" and "how" take it for granted. */
const askers: ReadonlySet<string> = new Set([
  'could',
  'can',
  'might',
  'would',
  'will',
  'should',
  'did',
  'does',
  'do',
  'has',
  'have',
]);

/** "If two people died, …", "asked if he was shot" and a headline that asks leave it open. */
function isOpen(view: SentenceView, found: FindingDraft): boolean {
  const before = view.tokens.slice(Math.max(0, found.first - conditionReach), found.first).map((token) => token.lower);
  const clause = before.slice(before.lastIndexOf(',') + 1);
  return (
    clause.some((word) => conditions.has(word)) ||
    wordAt(view, 0) === 'if' ||
    (view.tokens.at(-1)?.form === '?' && (view.block === 'headline' || askers.has(wordAt(view, 0))))
  );
}

/** Tokens before a finding within which a condition governs it. */
const conditionReach = 6;

/** Tokens before a finding within which a denial is of it; between the two may stand what is denied. */
const denialReach = 9;

/** "denied killing two", "rejected reports that 30 had died". */
function isDenied(view: SentenceView, found: FindingDraft): boolean {
  const from = Math.max(0, found.first - denialReach);
  const before = view.tokens.slice(from, found.first).map((token) => token.lower);
  const denial = before.findLastIndex((word) => denials.has(word));
  return denial >= 0 && before.slice(denial + 1).every((word) => !clauseMarks.has(word) || word === 'that');
}

/** "fears that 40 have drowned", "the army fears dozens died". */
function isFeared(view: SentenceView, found: FindingDraft): boolean {
  const before = view.tokens.slice(Math.max(0, found.first - conditionReach), found.first).map((token) => token.lower);
  const fear = before.findLastIndex((word) => fearing.has(word));
  return fear >= 0 && before.slice(fear + 1).every((word) => !clauseMarks.has(word) || word === 'that');
}

/** Tokens before a finding within which a charge is of it. */
const chargeReach = 7;

/** "accused of killing two", "suspected of shooting a clerk": the deed is alleged of them. */
function isCharged(view: SentenceView, found: FindingDraft): boolean {
  const deed = found.rule === 'verb/participle' || found.rule === 'verb/active';
  if (!deed) return false;
  const before = view.tokens.slice(Math.max(0, found.first - chargeReach), found.first).map((token) => token.lower);
  const charge = before.findLastIndex((word) => charges.has(word));
  return charge >= 0 && before.slice(charge + 1).every((word) => !clauseMarks.has(word));
}

/**
 * Judge how sure the words are that it happened.
 *
 * `hypothetical` covers plans, threats, possibilities, conditions and questions; such findings never make a figure.
 * Yes: "feared dead" is feared; "could kill hundreds" is hypothetical; "was not hurt" is negated. "accused of killing two"
 * is alleged. No: "charged with killing two" — the charge is open, the deaths are not — stays asserted.
 */
export function judgeModality(view: SentenceView, found: FindingDraft): Modality {
  const { words } = frameVerb(view, found.last - 1);
  const before = wordAt(view, found.first - 1);
  const near = [...words, before, wordAt(view, found.first), wordAt(view, found.last)];
  if ([...words, before].some((word) => negations.has(word))) return 'negated';
  if (isUnreal(view, found, words)) return 'hypothetical';
  if (near.some((word) => fears.has(word)) || isFeared(view, found)) return 'feared';
  if (isOpen(view, found)) return 'hypothetical';
  if (near.some((word) => hearsay.has(word)) || isCharged(view, found)) return 'alleged';
  return isDenied(view, found) ? 'denied' : 'asserted';
}
