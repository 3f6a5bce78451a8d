import { findSubject, groupBefore } from '../arguments.ts';
import type { Fate, FindingDraft, Rule, RuleInput } from '../finding.ts';
import { chainTo, type PeoplePhrase } from '../people/index.ts';
import { matchPhrase, type Phrases } from './phrases.ts';

/** Reads one construction whose key word stands at a token. */
export type ConstructionReader = (input: RuleInput, at: number) => FindingDraft | undefined;

/** Make a rule that tries its readers at every token; what is said of nobody and counts nothing is dropped. */
export function makeRule(name: string, readers: readonly ConstructionReader[]): Rule {
  return {
    name,
    find(input) {
      const found: FindingDraft[] = [];
      for (let at = 0; at < input.view.tokens.length; at++) {
        for (const read of readers) {
          const one = read(input, at);
          if (one !== undefined && (one.groups.length > 0 || one.count !== undefined)) found.push(one);
        }
      }
      return found;
    },
  };
}

/** Find whom a predicate is said of: the people right before it, a numeral only by itself, else the subject of its clause. */
export function findPeople(input: RuleInput, at: number): readonly PeoplePhrase[] {
  const close = groupBefore(input, at);
  if (close === undefined || close.group.governor !== '') return findSubject(input, at);
  if (close.group.counted && close.group.noun === '') return [close.group];
  return chainTo(input.view, input.groups, close.index);
}

/** Give the lower-case words of up to `reach` tokens from a token on. */
export function wordsAfter({ view }: RuleInput, at: number, reach: number): readonly string[] {
  return view.tokens.slice(at, at + reach).map((token) => token.lower);
}

/** Make a reader of predicates written as phrases ("have not been found") that tell one fate of their subject. */
export function readPredicate(fate: Fate, phrases: Phrases, rule: string): ConstructionReader {
  return (input, at) => {
    const length = matchPhrase(input.view, at, phrases);
    if (length === 0) return undefined;
    return { fate, groups: findPeople(input, at), first: at, last: at + length, rule };
  };
}
