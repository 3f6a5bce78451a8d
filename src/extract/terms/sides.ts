import table from '../../../data/side-words.json' with { type: 'json' };
import { verbClass } from '../lexicon.ts';
import { type SentenceView, wordAt } from '../view.ts';

/** The forces of a side that has a name, tokens [`first`, `last`): "Velmaran warplanes", "a U.S. drone strike". */
export interface SideMention {
  /** The side: "Velmaran forces". */
  readonly key: string;
  readonly first: number;
  readonly last: number;
  /** True where the words name what was done, not who did it: "Velmaran air strikes". */
  readonly isDeed: boolean;
}

const adjective = new RegExp(table.adjective, 'u');
const notSides: ReadonlySet<string> = new Set(table.notSides);
const between: ReadonlySet<string> = new Set(table.between);
const people: ReadonlySet<string> = new Set(table.people);
const deeds: ReadonlySet<string> = new Set(table.deeds);

/** Words that may stand between a side and its forces: "Velmaran government war planes". */
const mostBetween = 2;

/** Find the forces of sides in a sentence. Not "soldiers", "rebels" or "gunmen" alone: these name nobody. */
export function findSides(view: SentenceView): readonly SideMention[] {
  return view.tokens.flatMap((token, first): SideMention[] => {
    if (!adjective.test(token.form) || notSides.has(token.form)) return [];
    let at = first + 1;
    // The longest run counts: in "army helicopter strikes" the strikes are meant.
    let head = -1;
    while (at <= first + 1 + mostBetween) {
      const word = wordAt(view, at);
      if (people.has(word) || deeds.has(word)) head = at;
      else if (!between.has(word)) break;
      at += 1;
    }
    if (head === -1) return [];
    const isDeed = deeds.has(wordAt(view, head));
    return [{ key: nameSide(token.form, view, first, head), first, last: head + 1, isDeed }];
  });
}

function nameSide(side: string, view: SentenceView, first: number, head: number): string {
  const words = view.tokens.slice(first + 1, head + 1).map(({ lower }) => lower);
  return words.includes('coalition') || side.endsWith('-led') ? `${side} coalition` : `${side} forces`;
}

/** Tell whether a sentence tells of people killed, hurt or struck. */
export function tellsHarm(view: SentenceView): boolean {
  return view.tokens.some((token) => {
    const harm = token.pos === 'VERB' ? verbClass(token)?.class : undefined;
    return harm === 'killed' || harm === 'injured' || harm === 'struck';
  });
}
