import { exactly } from '../../../model/index.ts';
import type { FindingDraft, RuleInput } from '../../finding.ts';
import { wordAt } from '../../view.ts';

/** "claimed 40 lives", "cost at least nine lives". */
export function readLives({ view }: RuleInput, at: number): FindingDraft | undefined {
  if (wordAt(view, at) !== 'lives') return undefined;
  const quantity = view.quantities.find(
    (item) => item.last === at && (item.quantity === 'cardinal' || item.quantity === 'vague'),
  );
  const verb = view.tokens[(quantity?.first ?? 0) - 1]?.lemma ?? '';
  if (quantity === undefined || !['claim', 'take', 'cost', 'of', 'lose'].includes(verb)) return undefined;
  return {
    fate: 'killed',
    groups: [],
    count: quantity.value,
    first: quantity.first - 1,
    last: at + 1,
    rule: 'nominal/lives',
  };
}

/** "a triple slaying", "the double homicide": the word counts the dead. */
export function readMultiple({ view }: RuleInput, at: number): FindingDraft | undefined {
  if (!/^(?:slaying|homicide|murder|killing)$/.test(wordAt(view, at))) return undefined;
  const times = wordAt(view, at - 1) === '-' ? wordAt(view, at - 2) : wordAt(view, at - 1);
  const count = multiples[times];
  if (count === undefined) return undefined;
  return { fate: 'killed', groups: [], count: exactly(count), first: at - 1, last: at + 1, rule: 'nominal/multiple' };
}

const multiples: Readonly<Partial<Record<string, number>>> = { double: 2, triple: 3, quadruple: 4 };

/** "shooting death of", "in Renn's death": a name with a possessive before a death noun. */
export function readPossessiveDeath({ view, groups }: RuleInput, at: number): FindingDraft | undefined {
  const word = wordAt(view, at);
  if (word !== 'death' && word !== 'murder' && word !== 'killing' && word !== 'slaying') return undefined;
  const mark = ["'s", '’s', "'", '’'].includes(wordAt(view, at - 1))
    ? at - 1
    : (/^(?:NOUN|PROPN|ADJ)$/.test(view.tokens[at - 1]?.pos ?? '') || wordAt(view, at - 1) === 'shooting') &&
        ["'s", '’s'].includes(wordAt(view, at - 2))
      ? at - 2
      : -1;
  if (mark < 0) return undefined;
  const owner = groups.find((group) => group.last === mark && group.singular);
  return owner === undefined
    ? undefined
    : { fate: 'killed', groups: [owner], first: mark, last: at + 1, rule: 'nominal/possessive' };
}
