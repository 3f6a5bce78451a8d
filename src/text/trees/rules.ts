import { compareText } from '../../model/index.ts';
import { firstLemmas, type Match, matchFrom } from './match.ts';
import type { AnyPattern, PatternShape } from './pattern.ts';
import type { DependencyTree, TreeWord } from './tree.ts';

/** A named pattern and what its matches mean. */
export interface TreeRule<Meaning> {
  readonly name: string;
  readonly shape: PatternShape;
  readonly read: (word: TreeWord, captures: Readonly<Record<string, TreeWord>>) => Meaning;
}

/** What a rule read at a word. */
export interface RuleMatch<Meaning> {
  readonly rule: string;
  readonly word: TreeWord;
  readonly captures: Readonly<Record<string, TreeWord>>;
  readonly meaning: Meaning;
}

/** Rules that are asked together. */
export interface TreeRules<Meaning> {
  readonly find: (tree: DependencyTree) => readonly RuleMatch<Meaning>[];
}

/** Name a pattern and say what its matches mean; what `read` is given is typed by the names the pattern binds. */
export function makeTreeRule<P extends AnyPattern<'free'>, Meaning>(
  name: string,
  pattern: P,
  read: (captures: Match<P>['captures'], word: TreeWord) => Meaning,
): TreeRule<Meaning> {
  return { name, shape: pattern.shape, read: (word, captures) => read(captures as Match<P>['captures'], word) };
}

/**
 * Put rules together so that each word asks only the rules that may begin at its lemma.
 *
 * Matches are sorted by word, then by the name of the rule: the order of the rules makes no difference. Throws where two rules
 * share a name.
 */
export function gatherTreeRules<Meaning>(rules: readonly TreeRule<Meaning>[]): TreeRules<Meaning> {
  const sorted = rules.toSorted((one, other) => compareText(one.name, other.name));
  const twice = sorted.find(({ name }, at) => sorted[at - 1]?.name === name);
  if (twice !== undefined) throw new Error(`two rules are called "${twice.name}"`);
  const anywhere = sorted.filter(({ shape }) => firstLemmas(shape) === undefined);
  const byLemma = indexRules(sorted, anywhere);
  return {
    find: (tree) =>
      tree.words.flatMap((word) =>
        (byLemma.get(word.lemma) ?? anywhere).flatMap(({ name, shape, read }) =>
          matchFrom(tree, word, shape).map((captures) => ({
            rule: name,
            word,
            captures,
            meaning: read(word, captures),
          })),
        ),
      ),
  };
}

/** List, for every lemma some rule asks for, all rules that may begin there, sorted as they came. */
function indexRules<Meaning>(
  rules: readonly TreeRule<Meaning>[],
  anywhere: readonly TreeRule<Meaning>[],
): ReadonlyMap<string, readonly TreeRule<Meaning>[]> {
  const lemmas = new Set(rules.flatMap(({ shape }) => [...(firstLemmas(shape) ?? [])]));
  const free = new Set(anywhere);
  return new Map(
    [...lemmas].map((lemma) => [lemma, rules.filter((rule) => free.has(rule) || firstLemmas(rule.shape)?.has(lemma))]),
  );
}
