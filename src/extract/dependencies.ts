import type { Annotations, Sentence } from '../model/index.ts';

/** How a token hangs in the tree of its sentence; `head` counts the sentence's own tokens, -1 for the root. */
export interface Arc {
  readonly head: number;
  readonly relation: string;
}

/** What the trained reader says of the tokens of one sentence. */
export interface Parse {
  readonly arcs: readonly (Arc | undefined)[];
  /** Tokens that head a phrase for people: "the two Jesuits". */
  readonly people: ReadonlySet<number>;
  /** What the sentence and its tokens add to the fate head; see `SpotVectors`. */
  readonly spots: Float32Array;
}

const noSpots = new Float32Array();

/** Lay out the trees and the people phrases of an article sentence by sentence; undefined where a sentence was not read. */
export function parseSentences({ deep }: Annotations): (sentence: Sentence) => Parse | undefined {
  if (deep === undefined) return () => undefined;
  const arcs: (Arc | undefined)[] = [];
  for (const { token, head, deprel } of deep.syntax.items) arcs[token] = { head: head ?? -1, relation: deprel };
  const heads = deep.mentions.items.filter(({ type }) => type === 'person').map(({ head }) => head);
  const people = new Set(heads);
  const spots = new Map(deep.spots.items.map(({ first, values }) => [first, values]));
  return ({ first, last }) => {
    const own = arcs.slice(first, last);
    if (!own.some((arc) => arc !== undefined)) return undefined;
    const spoken = new Set<number>();
    for (let at = first; at < last; at++) if (people.has(at)) spoken.add(at - first);
    return {
      arcs: own.map((arc) => arc && { ...arc, head: arc.head < first ? -1 : arc.head - first }),
      people: spoken,
      spots: spots.get(first) ?? noSpots,
    };
  };
}

const relatives: ReadonlySet<string> = new Set(['who', 'that', 'which', 'whom']);
/** Steps from a word to the verb it shares its subject with. */
const longestShare = 4;

function childOf(arcs: Parse['arcs'], head: number, relations: readonly string[]): number {
  return arcs.findIndex((arc) => arc?.head === head && relations.includes(arc.relation));
}

/**
 * Find the token a predicate is said of, by its tree; undefined where the tree does not say.
 *
 * Its own subject; that of the verb it is coordinated to or goes with ("found dead", "after being shot"); the noun a relative
 * clause or participle hangs on.
 */
export function subjectInTree(
  parse: Parse,
  words: readonly { readonly lower: string }[],
  at: number,
  steps = longestShare,
): number | undefined {
  const { arcs } = parse;
  const own = childOf(arcs, at, ['nsubj:pass', 'nsubj', 'nsubj:outer']);
  const arc = arcs[at];
  if (own >= 0) {
    const relative = relatives.has(words[own]?.lower ?? '') && arc?.relation === 'acl:relcl';
    return relative ? arc.head : own;
  }
  if (arc === undefined || arc.head < 0 || steps === 0) return undefined;
  if (arc.relation === 'acl' || arc.relation === 'acl:relcl') return arc.head;
  if (arc.relation === 'xcomp') {
    const object = childOf(arcs, arc.head, ['obj']);
    if (object >= 0) return object;
  }
  const shares = arc.relation === 'conj' || arc.relation === 'xcomp';
  return shares ? subjectInTree(parse, words, arc.head, steps - 1) : undefined;
}
