import { compareText } from '../../model/index.ts';
import { follow } from './edges.ts';
import type { AnyPattern, Clause, MaybeOf, NeededOf, PatternShape } from './pattern.ts';
import type { DependencyTree, TreeWord } from './tree.ts';

/** Words by the names a pattern gave them. */
export type Captures<P extends AnyPattern> = Readonly<
  Record<NeededOf<P>, TreeWord> & Partial<Record<MaybeOf<P>, TreeWord>>
>;

/** One way a pattern fits: the word it begins at, and what it bound. */
export interface Match<P extends AnyPattern = AnyPattern> {
  readonly word: TreeWord;
  readonly captures: Captures<P>;
}

type Bound = Readonly<Record<string, TreeWord>>;

const nothing: readonly Bound[] = [{}];

/**
 * Find every way a pattern fits a tree.
 *
 * Ways that bind the same words are one. They are sorted by the word the pattern begins at, then by the places of the bound words
 * in the order of their names, so that the order in which a pattern lists its parts makes no difference. Two names may share a word.
 */
export function findMatches<P extends AnyPattern>(tree: DependencyTree, pattern: P): readonly Match<P>[] {
  const lemmas = firstLemmas(pattern.shape);
  const starts = lemmas === undefined ? tree.words : [...lemmas].flatMap((lemma) => tree.byLemma.get(lemma) ?? []);
  return starts
    .toSorted((one, other) => one.at - other.at)
    .flatMap((word) =>
      matchFrom(tree, word, pattern.shape).map((captures) => ({ word, captures: captures as Captures<P> })),
    );
}

/** Find every way a shape fits a tree from one word on, sorted and each once. */
export function matchFrom(tree: DependencyTree, word: TreeWord, shape: PatternShape): readonly Bound[] {
  const found = solve(tree, word, undefined, shape);
  if (found.length < 2) return found;
  const byKey = new Map(found.map((bound) => [keyOf(bound), bound]));
  return [...byKey.entries()].sort(([one], [other]) => compareText(one, other)).map(([, bound]) => bound);
}

/** List the lemmas a match can begin at; undefined where it can begin at any word. */
export function firstLemmas(shape: PatternShape): ReadonlySet<string> | undefined {
  if (shape.lemmas !== undefined) return shape.lemmas;
  for (const { kind, options } of shape.clauses) {
    if (kind !== 'needed' || options.some(({ edge }) => edge.way !== 'same')) continue;
    const lists = options.map(firstLemmas);
    if (lists.every((list) => list !== undefined)) return new Set(lists.flatMap((list) => [...list]));
  }
  return undefined;
}

function solve(
  tree: DependencyTree,
  word: TreeWord,
  from: TreeWord | undefined,
  shape: PatternShape,
): readonly Bound[] {
  if (shape.lemmas !== undefined && !shape.lemmas.has(word.lemma)) return [];
  if (!shape.tests.every((test) => test(word, from))) return [];
  let found = shape.name === undefined ? nothing : [{ [shape.name]: word }];
  for (const clause of shape.clauses) {
    found = applyClause(tree, word, clause, found);
    if (found.length === 0) return found;
  }
  return shape.orders.length === 0
    ? found
    : found.filter((bound) => shape.orders.every((order) => isInOrder(order, bound)));
}

function applyClause(
  tree: DependencyTree,
  word: TreeWord,
  { kind, options }: Clause,
  found: readonly Bound[],
): readonly Bound[] {
  const around = options.flatMap((shape) =>
    follow(shape.edge, word, tree.words).flatMap((reached) => solve(tree, reached, word, shape)),
  );
  if (kind === 'without') return around.length === 0 ? found : [];
  if (around.length === 0) return kind === 'optional' ? found : [];
  if (around.every((bound) => Object.keys(bound).length === 0)) return found;
  return found.flatMap((bound) => around.map((more) => ({ ...bound, ...more })));
}

function isInOrder(names: readonly string[], bound: Bound): boolean {
  const places = names.flatMap((name) => bound[name]?.at ?? []);
  return places.every((place, at) => at === 0 || (places[at - 1] ?? place) < place);
}

/** Spell out what is bound, so that spellings sort as names and places do. */
function keyOf(bound: Bound): string {
  const names = Object.keys(bound).sort();
  return names.map((name) => `${name} ${String(bound[name]?.at).padStart(6, '0')}`).join('\n');
}
