import arrest from '../../../data/predicates/arrest.json' with { type: 'json' };
import attack from '../../../data/predicates/attack.json' with { type: 'json' };
import captivity from '../../../data/predicates/captivity.json' with { type: 'json' };
import death from '../../../data/predicates/death.json' with { type: 'json' };
import flight from '../../../data/predicates/flight.json' with { type: 'json' };
import injury from '../../../data/predicates/injury.json' with { type: 'json' };
import missing from '../../../data/predicates/missing.json' with { type: 'json' };
import none from '../../../data/predicates/none.json' with { type: 'json' };
import release from '../../../data/predicates/release.json' with { type: 'json' };
import rescue from '../../../data/predicates/rescue.json' with { type: 'json' };
import treatment from '../../../data/predicates/treatment.json' with { type: 'json' };

/** The words of each meaning of what became of people: "death" has the verbs "kill" and "die", the noun "fatality", the adjective "dead". */
export const meanings = {
  death,
  injury,
  treatment,
  missing,
  captivity,
  release,
  rescue,
  flight,
  arrest,
  attack,
} as const;

/** Verbs, as lemmas, by what they say of their object; those of "died" by what they say of their subject. */
export const verbs = {
  ...death.verbs,
  ...injury.verbs,
  ...treatment.verbs,
  ...missing.verbs,
  ...captivity.verbs,
  ...release.verbs,
  ...rescue.verbs,
  ...flight.verbs,
  ...arrest.verbs,
  ...attack.verbs,
} as const;

/** Forms of those verbs that a lemmatiser may miss, with their lemmas: "slain" -> "slay". */
export const verbForms: Readonly<Record<string, string>> = Object.assign(
  {},
  ...Object.values(meanings).map(({ forms }) => forms),
);

/** Words of one sense by part of speech, as lemmas. */
export interface Sense {
  readonly verb: readonly string[];
  readonly noun: readonly string[];
  readonly adjective: readonly string[];
}

/** Senses of words that may say what became of people: "rescue" is `saving`. */
export const fatefulSenses: Readonly<Record<string, Sense>> = Object.assign(
  {},
  ...Object.values(meanings).map((meaning) => meaning.senses),
);

/** Those senses, and the senses of words that stand beside people and tell no fate: counting, gathering, denying. */
export const senses: Readonly<Record<string, Sense>> = { ...fatefulSenses, ...none.senses };

/** Constructions that any meaning's words may stand in, by the name of their table in the meaning's file. */
export type WordTable = 'figureWords' | 'labels' | 'shorthands' | 'countedNouns' | 'nounsOf' | 'adjectives' | 'manners';

/** A meaning's words: the fates it may tell, its verbs with forms, and a table for each construction its words may stand in. */
type MeaningWords = { readonly fates: readonly string[] } & Partial<
  Record<WordTable, Readonly<Record<string, string>>>
>;

/** Gather the words of all meanings for one construction, each with the fate it tells: "dead" -> "killed". */
export function gatherWords(table: WordTable): Readonly<Record<string, string>> {
  const all: readonly MeaningWords[] = Object.values(meanings);
  return Object.assign({}, ...all.map((words) => words[table]));
}
