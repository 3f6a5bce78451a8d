import words from '../../../data/casualty-constructions.json' with { type: 'json' };
import type { Modality } from '../../model/index.ts';
import type { Found } from '../finding.ts';
import { type SentenceView, wordAt } from '../view.ts';

const rumours: ReadonlySet<string> = new Set(words.rumours);
const refuted: ReadonlySet<string> = new Set(words.refuted);
const definitions: ReadonlySet<string> = new Set(words.definitions);

/** "Earlier reports that five died were wrong". */
function isRefuted(view: SentenceView, found: Found): boolean {
  const rumour = view.tokens.findIndex(
    (token, at) => at < found.first && rumours.has(token.lower) && /^(?:that|of)$/.test(wordAt(view, at + 1)),
  );
  const verdict = view.tokens.findIndex((token, at) => at >= found.last && refuted.has(token.lower));
  return (
    rumour >= 0 && verdict > 0 && /^(?:was|were|is|are|proved|be|turned|not|as|out)$/.test(wordAt(view, verdict - 1))
  );
}

/** "a mass shooting, defined as four or more people killed": a threshold, not a figure. */
function isDefinition(view: SentenceView): boolean {
  const names = view.tokens.some((token) => definitions.has(token.lower));
  return names && view.quantities.some((item) => item.value.qualifier === 'at-least' || item.value.min >= 2);
}

/** "one in five people was killed", "a 1-in-4 chance": odds. */
function isOdds(view: SentenceView, found: Found): boolean {
  const group = found.groups[0];
  if (group === undefined) return false;
  return view.quantities.some(
    (item) =>
      item.first >= group.first - 2 &&
      item.first <= group.last + 1 &&
      wordAt(view, item.first - 1) === 'in' &&
      view.quantities.some((other) => other.last === item.first - 1),
  );
}

/** Say why words that read like a figure are none: reports called wrong are denied, thresholds and odds hypothetical. */
export function discount(view: SentenceView, found: Found): Modality | undefined {
  if (isRefuted(view, found)) return 'denied';
  return isDefinition(view) || isOdds(view, found) ? 'hypothetical' : undefined;
}
