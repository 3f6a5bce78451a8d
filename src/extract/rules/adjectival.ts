import words from '../../../data/casualty-constructions.json' with { type: 'json' };
import type { Fate, FindingDraft, RuleInput } from '../finding.ts';
import { wordAt } from '../view.ts';
import { makeRule } from './scan.ts';

const adjectives: ReadonlyMap<string, Fate> = new Map(Object.entries(words.adjectives) as [string, Fate][]);

/** "40 dead soldiers and policemen", "eleven missing miners": the adjective stands between number and noun. */
function readInside({ view, groups }: RuleInput, at: number): FindingDraft | undefined {
  const fate = adjectives.get(wordAt(view, at));
  if (fate === undefined) return undefined;
  const group = groups.find(({ first, head, counted, noun }) => counted && noun !== '' && first < at && at < head);
  return group === undefined
    ? undefined
    : { fate, groups: [group], first: at, last: at + 1, rule: 'adjectival/inside' };
}

/** "12 people trapped in the ruins", "dozens feared trapped": alive or dead, nobody knows. */
function readTrapped({ view, groups }: RuleInput, at: number): FindingDraft | undefined {
  if (!/^(?:trapped|buried|entombed)$/.test(wordAt(view, at))) return undefined;
  let first = at;
  while (
    first > 0 &&
    /^(?:are|were|is|was|still|be|been|being|feared|believed|thought|to|said|reported|presumed|remain|remained|have|has|may|also|or|missing)$/.test(
      wordAt(view, first - 1),
    )
  )
    first--;
  const group = groups.find((one) => one.last === first && one.counted);
  const feared = view.tokens.slice(first, at).some((token) => token.lower === 'feared');
  return group === undefined
    ? undefined
    : {
        fate: 'missing',
        groups: [group],
        first,
        last: at + 1,
        rule: 'adjectival/trapped',
        ...(feared ? { modality: 'feared' as const } : {}),
      };
}

/**
 * Read fates told by an adjective within a counted phrase: "40 dead soldiers", "eleven missing miners"; and the trapped.
 *
 * No: "the dead man" (nobody counted), "two dead ends" (no people), "12 injured birds".
 */
export const adjectival = makeRule('adjectival', [readInside, readTrapped]);
