import type { Modality } from '../model/index.ts';
import { frameVerb } from './arguments.ts';
import type { Found } from './finding.ts';
import { type SentenceView, wordAt } from './view.ts';

const negations: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never', 'nor', 'without', 'nobody', 'neither']);
const possibilities: ReadonlySet<string> = new Set([
  'could',
  'may',
  'might',
  'would',
  'can',
  'should',
  'will',
  'must',
  "'ll",
  "'d",
]);
const intentions: ReadonlySet<string> = new Set([
  'threaten',
  'threatened',
  'threatening',
  'plan',
  'planned',
  'planning',
  'plot',
  'plotted',
  'plotting',
  'try',
  'tried',
  'trying',
  'attempt',
  'attempted',
  'attempting',
  'want',
  'wanted',
  'wanting',
  'intend',
  'intended',
  'intending',
  'vow',
  'vowed',
  'conspired',
  'conspiring',
  'conspiracy',
  'aim',
  'aimed',
  'ready',
  'about',
  'going',
  'order',
  'intent',
  'hired',
  'refuse',
  'refused',
  'likely',
  'enough',
  'desire',
  'license',
]);
const conditions: ReadonlySet<string> = new Set(['if', 'unless', 'whether', 'had']);
const reports: ReadonlySet<string> = new Set(['reportedly', 'allegedly', 'alleged', 'purportedly', 'apparently']);

const carriedOut: ReadonlySet<string> = new Set([
  'used',
  'continued',
  'went',
  'proceeded',
  'began',
  'appeared',
  'on',
  'managed',
  'known',
  'said',
  'believed',
  'reported',
  'confirmed',
  'happened',
  'allegedly',
]);

/** "a coward to shoot a child", "the plan to kill": a bare infinitive tells of no act unless a verb says it was carried out. */
function unreal(view: SentenceView, found: Found): boolean {
  if (found.rule !== 'verb/active') return false;
  const at =
    wordAt(view, found.first) === 'to' ? found.first : wordAt(view, found.first - 1) === 'to' ? found.first - 1 : -1;
  return at >= 0 && ![1, 2].some((back) => carriedOut.has(wordAt(view, at - back)));
}

function infinitive(view: SentenceView, first: number): boolean {
  const at = wordAt(view, first) === 'to' ? first : wordAt(view, first - 1) === 'to' ? first - 1 : -1;
  if (at < 0) return false;
  return [1, 2, 3].some((back) => intentions.has(wordAt(view, at - back)));
}

/**
 * Judge how sure the words are that it happened.
 *
 * `hypothetical` covers plans, threats, possibilities, conditions and questions; such findings never make a figure.
 * Yes: "feared dead" is feared; "could kill hundreds" is hypothetical; "was not hurt" is negated. No: "charged with killing
 * two" — the charge is open, the deaths are not — stays asserted.
 */
export function judgeModality(view: SentenceView, found: Found): Modality {
  const { words } = frameVerb(view, found.last - 1);
  const near = [...words, wordAt(view, found.first - 1), wordAt(view, found.first), wordAt(view, found.last)];
  if (words.some((word) => negations.has(word)) || negations.has(wordAt(view, found.first - 1))) return 'negated';
  if (infinitive(view, found.first) || unreal(view, found) || words.some((word) => possibilities.has(word)))
    return 'hypothetical';
  if (wordAt(view, found.first - 1) === 'attempted' || wordAt(view, found.first - 2) === 'attempted')
    return 'hypothetical';
  if (near.includes('feared') || near.includes('presumed') || near.includes('believed')) return 'feared';
  if (conditions.has(wordAt(view, 0)) && wordAt(view, 0) === 'if') return 'hypothetical';
  if (view.tokens.at(-1)?.form === '?' && view.block === 'headline') return 'hypothetical';
  if (near.some((word) => reports.has(word))) return 'alleged';
  const denied = view.tokens
    .slice(Math.max(0, found.first - 4), found.first)
    .some((token) => ['deny', 'denied', 'denies', 'denying'].includes(token.lower));
  return denied ? 'denied' : 'asserted';
}
