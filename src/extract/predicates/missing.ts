import words from '../../../data/predicates/missing.json' with { type: 'json' };
import { countsThings } from '../constructions/groups.ts';
import { compilePhrases, matchPhrase } from '../constructions/phrases.ts';
import { findPeople } from '../constructions/scan.ts';
import type { FindingDraft, RuleInput } from '../finding.ts';
import { wordAt } from '../view.ts';

const phrases = compilePhrases(words.missing);
const lead =
  /^(?:remain|remained|remains|are|were|is|was|still|reported|listed|as|have|gone|been|be|went|go|has|had|also|presumed|believed|feared)$/;

/** "27 missing", "three people remain missing", "a boy was reported missing". */
function readMissing({ view, groups }: RuleInput, at: number): FindingDraft | undefined {
  if (wordAt(view, at) !== 'missing') return undefined;
  let first = at;
  while (first > 0 && lead.test(wordAt(view, first - 1))) first--;
  const group = groups.find((candidate) => candidate.last === first);
  return group === undefined || countsThings(view, group, at + 1) || isPast(view, first, at)
    ? undefined
    : { fate: 'missing', groups: [group], first, last: at + 1, rule: 'missing/missing' };
}

const finite = /^(?:remain|remained|remains|are|were|is|was|still|have|has|had|gone|went|go|been|be)$/;
const settled = /^(?:found|located|traced|identified|reunited|recovered)$/;

/** "Seven of the eight listed as missing have since been found": they were missing and are no longer. */
function isPast(view: RuleInput['view'], first: number, at: number): boolean {
  for (let before = first; before < at; before++) if (finite.test(wordAt(view, before))) return false;
  let helped = false;
  for (let after = at + 1; after < at + 12; after++) {
    const word = wordAt(view, after);
    if (word === '' || word === 'not' || word === 'never' || /^[.;!?]$/.test(word)) return false;
    if (helped && settled.test(word)) return true;
    helped ||= /^(?:have|has|had|were|was)$/.test(word);
  }
  return false;
}

/** "Twenty-three more have not been found": the "not" belongs to the fate and denies nothing. */
function readNotFound(input: RuleInput, at: number): FindingDraft | undefined {
  const length = matchPhrase(input.view, at, phrases);
  if (length === 0) return undefined;
  const groups = findPeople(input, at).filter(
    (group) => !group.none && ![0, 1].some((step) => countsThings(input.view, group, group.last + step)),
  );
  return { fate: 'missing', groups, first: at, last: at + length, rule: 'missing/not-found', modality: 'asserted' };
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
 * Read people missing: "27 missing", "have not been found", "are unaccounted for", "still sought", "trapped in the ruins".
 *
 * No: "three of those listed as missing have been found", "a missing person report" (nobody told missing), "no weapon has been found", "nobody is unaccounted for".
 */
export const missing = { patterns: [readMissing, readNotFound], trapped: readTrapped } as const;
