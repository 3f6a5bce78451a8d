import words from '../../../data/constructions.json' with { type: 'json' };
import incidents from '../../../data/incident-triggers.json' with { type: 'json' };
import numbers from '../../../data/numbers.json' with { type: 'json' };
import type { FindingDraft } from '../finding.ts';
import { isThingAfterPeople } from '../lexicon.ts';
import type { PeoplePhrase } from '../people/index.ts';
import type { SentenceView } from '../view.ts';

/** Nouns that name no people, whatever befalls them. */
const things: ReadonlySet<string> = new Set([
  ...numbers.units_of_measure,
  ...words.beasts,
  ...Object.values(incidents).flatMap(({ nouns }) => nouns),
]);
const determined: ReadonlySet<string> = new Set(['nmod:poss', 'det', 'nummod', 'amod']);

/** Tell whether a noun joined to counted people may name further ones: it has words of its own, as a person has ("their thane"). */
function mayBePeople(view: SentenceView, at: number): boolean {
  const token = view.tokens[at];
  if (token?.pos !== 'NOUN' || things.has(token.lemma) || things.has(token.lower) || isThingAfterPeople(token))
    return false;
  if (view.quantityOver[at] !== undefined || view.times.some(({ first, last }) => first <= at && at < last))
    return false;
  return view.parse?.arcs.some((arc) => arc?.head === at && determined.has(arc.relation)) === true;
}

/**
 * Tell whether the tree joins to the people of a finding a noun that is no phrase of people and no known thing.
 *
 * Such a figure is a lower bound: "three pupils and their thane died" are at least three. No: "three people and a dog", "killed
 * three people and burned a hall" (another verb's object), sentences without a tree.
 */
export function isOpenEnded(view: SentenceView, found: FindingDraft, groups: readonly PeoplePhrase[]): boolean {
  if (view.parse === undefined || view.block === 'headline') return false;
  const heads = new Set(found.groups.filter(({ none, partOf }) => !none && !partOf).map(({ head }) => head));
  return view.parse.arcs.some((arc, at) => {
    if (arc?.relation !== 'conj' || !heads.has(arc.head)) return false;
    return !groups.some(({ first, last }) => first <= at && at < last) && mayBePeople(view, at);
  });
}
