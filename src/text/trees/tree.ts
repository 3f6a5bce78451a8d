import type { Annotations, EntityType, Mention, ProperName, Range, Token, Word } from '../../model/index.ts';

/** A word of a tree with its neighbours in it. */
export interface TreeWord {
  readonly word: Word;
  /** Lower-cased. */
  readonly lemma: string;
  /** Lower-cased. */
  readonly form: string;
  /** Its place among the words of its sentence. */
  readonly at: number;
  /** Absent for the root. */
  readonly parent: TreeWord | undefined;
  /** In the order of the text. */
  readonly children: readonly TreeWord[];
  /** What the mentions and the proper names it heads speak of; empty where it heads none. */
  readonly kinds: ReadonlySet<EntityType>;
  /** The widest mention it heads. */
  readonly mention: Mention | undefined;
  /** The proper name it heads. */
  readonly name: ProperName | undefined;
}

/** The dependency tree of one sentence. */
export interface DependencyTree {
  readonly words: readonly TreeWord[];
  /** Words by lower-cased lemma, in the order of the text. */
  readonly byLemma: ReadonlyMap<string, readonly TreeWord[]>;
}

/** Token indices, half-open. */
export interface TreeRange {
  readonly first: number;
  readonly last: number;
}

interface Growing extends TreeWord {
  parent: TreeWord | undefined;
  readonly children: TreeWord[];
  readonly kinds: Set<EntityType>;
  mention: Mention | undefined;
  name: ProperName | undefined;
}

const kindOfName: Readonly<Record<ProperName['type'], EntityType | undefined>> = {
  person: 'person',
  organisation: 'organisation',
  place: 'place',
  nationality: undefined,
  other: undefined,
};

/** The layers trees are grown from. */
export type TreeLayers = Pick<Annotations, 'tokens' | 'sentences' | 'deep'>;

/**
 * Grow the tree of every sentence from the layers of the trained reader.
 *
 * The result lies beside the sentence layer, index by index; undefined for a sentence the reader was spared, and for all where the
 * article was read without it. Words whose head lies outside their sentence are taken for roots.
 */
export function growTrees({ tokens, sentences, deep }: TreeLayers): readonly (DependencyTree | undefined)[] {
  if (deep === undefined) return sentences.items.map(() => undefined);
  const cursors = { words: { next: 0 }, mentions: { next: 0 }, names: { next: 0 } };
  return sentences.items.map((sentence) => {
    const words = takeWithin(deep.syntax.items, cursors.words, sentence);
    const mentions = takeWithin(deep.mentions.items, cursors.mentions, sentence);
    const names = takeWithin(deep.properNames.items, cursors.names, sentence);
    return words.length === 0 ? undefined : growTree(words, tokens.items, mentions, names);
  });
}

function growTree(
  words: readonly Word[],
  tokens: readonly Token[],
  mentions: readonly Mention[],
  names: readonly ProperName[],
): DependencyTree {
  const byToken = new Map<number, Growing>();
  const grown = words.map((word, at): Growing => {
    const made = {
      word,
      lemma: word.lemma.toLowerCase(),
      form: tokens[word.token]?.lower ?? '',
      at,
      parent: undefined,
      children: [],
      kinds: new Set<EntityType>(),
      mention: undefined,
      name: undefined,
    };
    byToken.set(word.token, made);
    return made;
  });
  for (const made of grown) {
    const head = made.word.head === undefined ? undefined : byToken.get(made.word.head);
    made.parent = head;
    head?.children.push(made);
  }
  for (const mention of mentions) setMention(byToken.get(mention.head), mention);
  for (const name of names) setName(grown, byToken, name);
  return { words: grown, byLemma: indexByLemma(grown) };
}

/** Find the tokens a word and everything under it stand on. */
export function stretchOf(word: TreeWord): TreeRange {
  let first = word.word.token;
  let last = first + 1;
  for (const child of word.children) {
    const under = stretchOf(child);
    first = Math.min(first, under.first);
    last = Math.max(last, under.last);
  }
  return { first, last };
}

/** List a word and what is coordinated to it, in the order of the text. */
export function membersOf(word: TreeWord): readonly TreeWord[] {
  return [word, ...word.children.filter((child) => child.word.deprel === 'conj').flatMap(membersOf)];
}

function takeWithin<T extends Range>(items: readonly T[], cursor: { next: number }, sentence: Range): readonly T[] {
  while ((items[cursor.next]?.start ?? sentence.start) < sentence.start) cursor.next++;
  const first = cursor.next;
  while ((items[cursor.next]?.start ?? sentence.end) < sentence.end) cursor.next++;
  return items.slice(first, cursor.next);
}

function setMention(head: Growing | undefined, mention: Mention): void {
  if (head === undefined) return;
  head.kinds.add(mention.type);
  const kept = head.mention;
  if (kept === undefined || mention.last - mention.first > kept.last - kept.first) head.mention = mention;
}

function setName(words: readonly Growing[], byToken: ReadonlyMap<number, Growing>, name: ProperName): void {
  const inside = (word: Word): boolean => word.token >= name.first && word.token < name.last;
  const head = words.find(({ word, parent }) => inside(word) && (parent === undefined || !inside(parent.word)));
  const made = head === undefined ? undefined : byToken.get(head.word.token);
  if (made === undefined) return;
  made.name ??= name;
  const kind = kindOfName[name.type];
  if (kind !== undefined) made.kinds.add(kind);
}

function indexByLemma(words: readonly TreeWord[]): ReadonlyMap<string, readonly TreeWord[]> {
  const index = new Map<string, TreeWord[]>();
  for (const word of words) {
    const known = index.get(word.lemma);
    if (known === undefined) index.set(word.lemma, [word]);
    else known.push(word);
  }
  return index;
}
