import type { NameSpan } from './gold.ts';
import { headOf } from './treebanks.ts';

/** spaCy's analysis of a sentence, in its own scheme; heads are counted from 1, 0 is the root. */
export interface PeerSentence {
  readonly upos: readonly string[];
  readonly lower: readonly string[];
  readonly heads: readonly number[];
  readonly labels: readonly string[];
  /** Start and end (half-open, in words) and type of each entity. */
  readonly entities: readonly (readonly [number, number, string])[];
}

/** A tree that is being converted: heads are counted from 0, -1 is the root. */
interface Rebuilt {
  readonly heads: number[];
  readonly labels: string[];
  readonly words: readonly string[];
}

const formsOfBe: ReadonlySet<string> = new Set("be is are was were am been being 's 're 'm ’s ’re ’m".split(' '));
const prepositions: ReadonlySet<string> = new Set(['prep', 'agent', 'dative', 'pcomp', 'conj']);

/**
 * Convert the heads of spaCy's English models to those of Universal Dependencies, where rules can do it.
 *
 * 1. A preposition depends on its complement, which takes the preposition's place and its other dependents.
 * 2. A form of "be" depends on its predicate (noun, adjective, prepositional phrase or clause), but not after "there".
 * 3. All members of a coordination depend on the first; conjunctions and commas depend on the member after them.
 * 4. The words of a person's name depend on its first word.
 *
 * All else is unchanged. Heads are counted from 1, 0 is the root.
 */
export function toUniversalHeads({ heads, labels, lower, entities, upos }: PeerSentence): readonly number[] {
  const tree: Rebuilt = { heads: heads.map((head) => head - 1), labels: [...labels], words: lower };
  for (const at of deepestFirst(tree)) turnPreposition(tree, at);
  for (const at of deepestFirst(tree)) turnCopula(tree, at);
  moveJoints(tree);
  flattenCoordination(tree);
  for (const [start, end, type] of entities) {
    if (type === 'PERSON' && upos.slice(start, end).every((tag) => tag === 'PROPN')) turnName(tree, start, end);
  }
  return tree.heads.map((head) => head + 1);
}

function depth(tree: Rebuilt, word: number): number {
  let steps = 0;
  for (let at = word; at >= 0 && steps <= tree.heads.length; at = tree.heads[at] ?? -1) steps++;
  return steps;
}

function deepestFirst(tree: Rebuilt): readonly number[] {
  const depths = tree.heads.map((_, at) => depth(tree, at));
  return [...tree.heads.keys()].sort((one, other) => (depths[other] ?? 0) - (depths[one] ?? 0) || one - other);
}

function childrenOf({ heads }: Rebuilt, word: number): readonly number[] {
  return [...heads.keys()].filter((at) => heads[at] === word);
}

/** Make a dependent take the place, label and other dependents of its head. */
function promote(tree: Rebuilt, word: number, label: string): void {
  const over = tree.heads[word] ?? -1;
  for (const child of childrenOf(tree, over)) tree.heads[child] = word;
  tree.heads[word] = tree.heads[over] ?? -1;
  tree.labels[word] = tree.labels[over] ?? '';
  tree.heads[over] = word;
  tree.labels[over] = label;
}

function turnPreposition(tree: Rebuilt, at: number): void {
  if (!prepositions.has(tree.labels[at] ?? '')) return;
  const children = childrenOf(tree, at);
  const wanted = ['pobj', 'pcomp'].map((label) => children.find((child) => tree.labels[child] === label));
  // In "out of town", "town" has already taken the place of the inner preposition "of".
  const inner = children.find((child) => child > at && tree.labels[child] === 'prep' && isTurned(tree, child));
  const complement = wanted[0] ?? wanted[1] ?? (tree.labels[at] === 'prep' ? inner : undefined);
  if (complement !== undefined) promote(tree, complement, 'case');
}

function isTurned(tree: Rebuilt, at: number): boolean {
  return childrenOf(tree, at).some((child) => tree.labels[child] === 'case' && child < at);
}

function turnCopula(tree: Rebuilt, at: number): void {
  const label = tree.labels[at] ?? '';
  if (!formsOfBe.has(tree.words[at] ?? '') || label.startsWith('aux') || label === 'case') return;
  const children = childrenOf(tree, at);
  const has = (wanted: string): boolean => children.some((child) => tree.labels[child] === wanted);
  if (has('expl')) return;
  const plain = children.find((child) => ['attr', 'acomp'].includes(tree.labels[child] ?? ''));
  const after = (wanted: readonly string[]): number | undefined =>
    children.find((child) => child > at && wanted.includes(tree.labels[child] ?? ''));
  const phrase = has('nsubj') ? (after(['prep']) ?? after(['ccomp', 'xcomp'])) : undefined;
  const predicate = plain ?? phrase;
  if (predicate !== undefined) promote(tree, predicate, 'cop');
}

/** Attach conjunctions, and commas before a member, to the member after them. */
function moveJoints(tree: Rebuilt): void {
  for (const [at, head] of [...tree.heads.entries()]) {
    const label = tree.labels[at];
    if (head < 0 || at < head || (label !== 'cc' && label !== 'punct')) continue;
    const member = childrenOf(tree, head).find((child) => child > at && tree.labels[child] === 'conj');
    const between = [...tree.heads.keys()].filter(
      (word) => word > at && word < (member ?? 0) && tree.heads[word] === head,
    );
    const adjacent = between.every((word) => ['cc', 'punct'].includes(tree.labels[word] ?? ''));
    if (member !== undefined && adjacent) tree.heads[at] = member;
  }
}

function flattenCoordination(tree: Rebuilt): void {
  for (const [at, label] of tree.labels.entries()) {
    if (label !== 'conj') continue;
    let head = tree.heads[at] ?? -1;
    while (tree.labels[head] === 'conj' && (tree.heads[head] ?? -1) >= 0 && head < at) head = tree.heads[head] ?? -1;
    tree.heads[at] = head;
  }
}

function turnName(tree: Rebuilt, start: number, end: number): void {
  const head = end - 1;
  const within = [...tree.heads.keys()].slice(start, head);
  if (within.length === 0 || within.some((word) => tree.heads[word] !== head)) return;
  promote(tree, start, 'flat');
}

const kinds: Readonly<Record<string, string>> = { PERSON: 'PER', ORG: 'ORG', GPE: 'LOC', LOC: 'LOC', FAC: 'LOC' };

/** Take the peer's persons, organisations and places unchanged. */
export function rawNames({ entities }: PeerSentence): readonly NameSpan[] {
  return entities.flatMap(([start, end, label]) => {
    const type = kinds[label];
    return type === undefined ? [] : [{ start, end, type }];
  });
}

/** Remove what OntoNotes includes in names and the other corpora do not: a determiner before and a possessive mark after. */
export function trimmedNames(sentence: PeerSentence): readonly NameSpan[] {
  const { lower } = sentence;
  return rawNames(sentence).map(({ start, end, type }) => ({
    start: end - start > 1 && ['the', 'a', 'an'].includes(lower[start] ?? '') ? start + 1 : start,
    end: end - start > 1 && ["'s", '’s', "'"].includes(lower[end - 1] ?? '') ? end - 1 : end,
    type,
  }));
}

/** Widen names to noun phrases, as GUM marks them: all words below the name's head in the peer's own tree. */
export function phrasesOf(sentence: PeerSentence): readonly NameSpan[] {
  return rawNames(sentence).map((name) => widen(name, sentence.heads));
}

function widen({ start, end, type }: NameSpan, heads: readonly number[]): NameSpan {
  const head = headOf(start, end, heads);
  const under = [...heads.keys()].filter((at) => isUnder(at, head, heads));
  return { start: Math.min(start, ...under), end: Math.max(end - 1, ...under) + 1, type };
}

function isUnder(word: number, above: number, heads: readonly number[]): boolean {
  let steps = 0;
  for (let at = word; at >= 0 && steps <= heads.length; at = (heads[at] ?? 0) - 1, steps++)
    if (at === above) return true;
  return false;
}
