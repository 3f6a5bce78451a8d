import words from '../../../data/constructions.json' with { type: 'json' };
import type { Modality } from '../../model/index.ts';
import type { FindingDraft } from '../finding.ts';
import { type SentenceView, wordAt } from '../view.ts';
import { compilePhrases, findPhrase } from './phrases.ts';

const rumours: ReadonlySet<string> = new Set(words.rumours);
const refuted: ReadonlySet<string> = new Set(words.refuted);
const fictions = compilePhrases(words.fictions);
const thresholds = compilePhrases(words.thresholds);
const verdictOpeners = /^(?:they|these|those|that|this|it|all|both|the (?:claims?|reports?|rumou?rs?|posts?))\b/;
/** Words of a sentence within which it says that the claims before it are false. */
const verdictReach = 9;
const naturalCauses = compilePhrases(words.naturalCauses);
const rateUnits: ReadonlySet<string> = new Set(words.rates);
const definitions: ReadonlySet<string> = new Set(words.definitions);

/** "Claims that five died": said by others. */
function isRumoured(view: SentenceView, found: FindingDraft): boolean {
  return view.tokens.some(
    (token, at) => at < found.first && rumours.has(token.lower) && /^(?:that|of)$/.test(wordAt(view, at + 1)),
  );
}

/** "Earlier reports that five died were wrong". */
function isRefuted(view: SentenceView, found: FindingDraft): boolean {
  const verdict = view.tokens.findIndex((token, at) => at >= found.last && refuted.has(token.lower));
  return (
    isRumoured(view, found) &&
    verdict > 0 &&
    /^(?:was|were|is|are|proved|be|turned|not|as|out)$/.test(wordAt(view, verdict - 1))
  );
}

/** "Claims that 30 people died spread online. They are false, police say." */
function isRefutedNext(view: SentenceView, found: FindingDraft, next: SentenceView | undefined): boolean {
  if (next === undefined || !isRumoured(view, found)) return false;
  return (
    verdictOpeners.test(next.words) && next.tokens.slice(0, verdictReach).some((token) => refuted.has(token.lower))
  );
}

/** "a mass shooting, defined as four or more people killed": a threshold, not a figure. */
function isDefinition(view: SentenceView): boolean {
  const names = view.tokens.some((token) => definitions.has(token.lower));
  return names && view.quantities.some((item) => item.value.qualifier === 'at-least' || item.value.min >= 2);
}

/** "one in five people was killed", "a 1-in-4 chance": odds; "50 hurt in three districts" counts more than it names districts. */
function isOdds(view: SentenceView, found: FindingDraft): boolean {
  const group = found.groups[0];
  if (group === undefined) return false;
  return view.quantities.some(
    (item) =>
      item.first >= group.first - 2 &&
      item.first <= group.last + 1 &&
      wordAt(view, item.first - 1) === 'in' &&
      view.quantities.some((other) => other.last === item.first - 1 && other.value.min < item.value.min),
  );
}

/** Tokens from a verb of dying to what the death is put down to. */
const causeReach = 4;

/** "died of heart failure on the Friday before": no casualty of anything. */
function isNatural(view: SentenceView, { fate, first, last }: FindingDraft): boolean {
  if (fate !== 'killed') return false;
  const of = view.tokens.findIndex(({ lower }, at) => at >= first && at < last + 2 && /^(?:of|from)$/.test(lower));
  return of >= 0 && findPhrase(view, of + 1, of + causeReach, naturalCauses) >= 0;
}

/** Tokens after a figure within which the words say that it is a rate. */
const rateReach = 5;

/** "one killed every 25 minutes", "34,000 people a day were displaced", "one in every 40": a rate, not a figure. */
function isRate(view: SentenceView, found: FindingDraft): boolean {
  const last = Math.max(found.last, ...found.groups.map((group) => group.last));
  const first = Math.min(found.first, ...found.groups.map((group) => group.first));
  for (let at = Math.max(0, first - 2); at < last + rateReach; at++) {
    const word = wordAt(view, at);
    if (word === 'in' && wordAt(view, at + 1) === 'every' && at < last) return true;
    const unit = wordAt(view, at + (view.quantityOver[at + 1] === undefined ? 1 : 2));
    if (/^(?:every|per)$/.test(word) && rateUnits.has(unit)) return true;
    if (
      /^an?$/.test(word) &&
      at > first &&
      at <= last &&
      rateUnits.has(wordAt(view, at + 1)) &&
      isCountedBefore(found, at)
    )
      return true;
  }
  return false;
}

/** Tell whether a word stands right after a counted phrase: "34,000 people a day". */
function isCountedBefore({ groups }: FindingDraft, at: number): boolean {
  return groups.some((group) => group.counted && group.last === at);
}

/** "In the film six soldiers die", "the drill assumed 25 dead": told of nobody. */
export function isFiction(view: SentenceView): boolean {
  return findPhrase(view, 0, view.tokens.length, fictions) >= 0;
}

/** "one in which four or more people are shot", "the law speaks of a disaster once ten people have died". */
function isThreshold(view: SentenceView, found: FindingDraft): boolean {
  const at = findPhrase(view, 0, found.last, thresholds);
  // "If" opens the condition of this very finding; what came before it may have happened.
  return at >= 0 && at <= found.first;
}

/**
 * Say why words that read like a figure are none: reports called wrong, here or in the sentence `next`, are denied; thresholds,
 * odds and what is told in films and drills are hypothetical.
 */
export function discount(view: SentenceView, found: FindingDraft, next?: SentenceView): Modality | undefined {
  if (isRefuted(view, found) || isRefutedNext(view, found, next)) return 'denied';
  const unreal =
    isDefinition(view) ||
    isOdds(view, found) ||
    isRate(view, found) ||
    isNatural(view, found) ||
    isThreshold(view, found) ||
    isFiction(view);
  return unreal ? 'hypothetical' : undefined;
}
