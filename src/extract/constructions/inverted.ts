import type { Fate, FindingDraft, RuleInput } from '../finding.ts';
import { isParticiple, type VerbClass, verbClass } from '../lexicon.ts';
import { chainFrom } from '../people/index.ts';
import { type SentenceView, wordAt } from '../view.ts';
import { makeRule } from './scan.ts';

const fates: Readonly<Partial<Record<VerbClass, Fate>>> = {
  killed: 'killed',
  injured: 'injured',
  struck: 'struck',
  arrested: 'arrested',
  rescued: 'rescued',
};

const openers = /^(?:also|and|among|still)$/;
const copulas = /^(?:was|were|is|are)$/;
const clauseMarks = /^(?:,|;|:|who|that|which|by)$/;
/** Tokens between a participle and its verb: "Injured in the crash near the dam were …". */
const longestAside = 9;

/** Tell whether nothing but "also" or a clause mark stands before a token. */
function opensClause(view: SentenceView, at: number): boolean {
  const before = openers.test(wordAt(view, at - 1)) ? at - 2 : at - 1;
  return before < 0 || /^[;:“"–—]$/.test(wordAt(view, before));
}

/** Find the verb a fronted participle belongs to, in the same clause. */
function copulaAfter(view: SentenceView, at: number): number {
  for (let next = at + 1; next <= at + longestAside; next++) {
    const word = wordAt(view, next);
    if (copulas.test(word)) return next;
    if (word === '' || clauseMarks.test(word)) return -1;
  }
  return -1;
}

function readInverted({ view, groups }: RuleInput, at: number): FindingDraft | undefined {
  const token = view.tokens[at];
  const known = token === undefined || !isParticiple(token) ? undefined : verbClass(token);
  const fate = known === undefined ? undefined : fates[known.class];
  if (fate === undefined || !opensClause(view, at)) return undefined;
  const verb = copulaAfter(view, at);
  const index = verb < 0 ? -1 : groups.findIndex((group) => group.first === verb + 1);
  if (index < 0 || groups.some((group) => group.first > at && group.last === verb)) return undefined;
  return { fate, groups: chainFrom(view, groups, index), first: at, last: verb + 1, rule: 'inverted/participle' };
}

/**
 * Read fates told before their people: "Killed were two guards and a driver", "Also hurt was a nurse", "Injured in the crash were
 * six tourists".
 *
 * No: "Killed by rivals, the guards were …" (another clause), "Wounded soldiers were taken home" (people stand before the verb).
 */
export const inverted = makeRule('inverted', [readInverted]);
