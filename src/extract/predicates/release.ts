import words from '../../../data/predicates/release.json' with { type: 'json' };
import { findObject, findSubject, frameVerb } from '../arguments.ts';
import type { FindingDraft, RuleInput } from '../finding.ts';
import type { PeoplePhrase } from '../people/index.ts';
import { wordAt } from '../view.ts';

const held: ReadonlySet<string> = new Set(['hostage', 'captive']);
const notFreed: ReadonlySet<string> = new Set(words.notFreed);
const objectReach = 4;

function isFreed(input: RuleInput, at: number, groups: readonly PeoplePhrase[]): boolean {
  const { view } = input;
  if (groups.length === 0) return false;
  const after = view.tokens.slice(at + 1, at + 1 + objectReach).map((token) => token.lower);
  if (after.some((word) => notFreed.has(word))) return false;
  if (wordAt(view, at) === 'freed')
    return groups.some((group) => group.role !== 'suspect' && group.count !== undefined);
  return groups.some((group) => held.has(group.noun));
}

function readFreed(input: RuleInput, at: number): FindingDraft | undefined {
  const { view } = input;
  if (!/^(?:freed|freeing|frees|released|releasing|releases)$/.test(wordAt(view, at))) return undefined;
  const frame = frameVerb(view, at);
  const groups = frame.passive ? findSubject(input, frame.start) : findObject(input, at + 1);
  return isFreed(input, at, groups)
    ? { fate: 'rescued', groups, first: frame.start, last: at + 1, rule: 'rescue/freed' }
    : undefined;
}

/**
 * Read people set free: "18 hostages were freed", "police freed 18 people", "the rebels released two captives".
 *
 * No: "freed on bail", "released from hospital", "released a statement".
 */
export const release = { freed: readFreed } as const;
