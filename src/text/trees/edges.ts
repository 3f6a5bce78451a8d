import type { TreeWord } from './tree.ts';

/** Ways from one word to another. */
export type Way = 'same' | 'child' | 'parent' | 'sibling' | 'descendant' | 'ancestor' | 'next' | 'previous';

/** A way with the relations it may take; no relations means any. */
export interface EdgePattern {
  readonly way: Way;
  /** Relations of the lower word to its head: `obj` is only itself, `obl:*` is `obl` with any subtype or none. */
  readonly relations: readonly string[];
}

/** Tell whether a word hangs on its head by one of the relations; an empty list allows every one. */
export function hangsBy(word: TreeWord, relations: readonly string[]): boolean {
  const { deprel } = word.word;
  return relations.length === 0 || relations.some((relation) => allows(relation, deprel));
}

function allows(relation: string, deprel: string): boolean {
  if (!relation.endsWith(':*')) return relation === deprel;
  const plain = relation.slice(0, -2);
  return deprel === plain || deprel.startsWith(`${plain}:`);
}

/** List the words of the same sentence that an edge leads to. */
export function follow(
  { way, relations }: EdgePattern,
  from: TreeWord,
  words: readonly TreeWord[],
): readonly TreeWord[] {
  switch (way) {
    case 'same':
      return [from];
    case 'child':
      return from.children.filter((child) => hangsBy(child, relations));
    case 'parent':
      return from.parent !== undefined && hangsBy(from, relations) ? [from.parent] : [];
    case 'sibling':
      return (from.parent?.children ?? []).filter((word) => word !== from && hangsBy(word, relations));
    case 'descendant':
      return listDescendants(from).filter((word) => hangsBy(word, relations));
    case 'ancestor':
      return listAncestors(from).filter((word) => hangsBy(word, relations));
    case 'next':
      return listNeighbour(words[from.at + 1], relations);
    case 'previous':
      return listNeighbour(words[from.at - 1], relations);
  }
}

function listNeighbour(word: TreeWord | undefined, relations: readonly string[]): readonly TreeWord[] {
  return word !== undefined && hangsBy(word, relations) ? [word] : [];
}

function listDescendants(word: TreeWord): readonly TreeWord[] {
  return word.children.flatMap((child) => [child, ...listDescendants(child)]);
}

function listAncestors(word: TreeWord): readonly TreeWord[] {
  const found: TreeWord[] = [];
  for (let at = word.parent; at !== undefined; at = at.parent) found.push(at);
  return found;
}
