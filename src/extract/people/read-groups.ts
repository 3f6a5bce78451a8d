import type { SentenceView } from '../view.ts';
import { mergeAppositions } from './apposition.ts';
import { readCounted } from './counted.ts';
import { markPossessor } from './edges.ts';
import { readElliptic } from './elliptic.ts';
import { readEveryone } from './everyone.ts';
import type { PeoplePhrase } from './group.ts';
import { readNamed } from './named.ts';
import { readNone } from './none.ts';
import { readNoun } from './nouns.ts';
import { readPronoun } from './pronouns.ts';

/** Read the group that begins, or whose head stands, at a token; none of its tokens is before `floor`. */
function readGroupAt(view: SentenceView, at: number, floor: number): PeoplePhrase | undefined {
  const name = view.nameOver[at];
  if (name?.first === at && name.type === 'person') return readNamed(view, name);
  const quantity = view.quantityOver[at];
  const counted = quantity?.first === at ? quantity : undefined;
  return (
    readNone(view, at) ??
    (counted === undefined ? undefined : readCounted(view, counted)) ??
    readEveryone(view, at) ??
    readPronoun(view, at) ??
    readElliptic(view, at) ??
    readNoun(view, at, floor)
  );
}

/**
 * Find every noun phrase that denotes people in a sentence: counted, named, described, pronominal or denied ("no one").
 *
 * Groups are sorted and disjoint. A name and its apposition ("Mara Voss, a nurse", "the driver, Ilo Renn, 40") are one group.
 */
export function readGroups(view: SentenceView): readonly PeoplePhrase[] {
  const groups: PeoplePhrase[] = [];
  let floor = 0;
  for (let at = 0; at < view.tokens.length; ) {
    const group = readGroupAt(view, at, floor);
    if (group === undefined) at++;
    else {
      groups.push(markPossessor(view, group));
      floor = group.last;
      at = Math.max(at + 1, floor);
    }
  }
  return mergeAppositions(view, groups);
}
