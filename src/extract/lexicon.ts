import verbs from '../../data/casualty-verbs.json' with { type: 'json' };
import nouns from '../../data/people-nouns.json' with { type: 'json' };
import type { Token } from '../model/index.ts';

/** What a casualty verb says of its object (or, for `died`, of its subject). */
export type VerbClass = Exclude<keyof typeof verbs, 'irregular'>;

const irregular: ReadonlyMap<string, string> = new Map(Object.entries(verbs.irregular));
const verbClasses = new Map<string, VerbClass>();
for (const [name, lemmas] of Object.entries(verbs)) {
  if (!Array.isArray(lemmas)) continue;
  for (const lemma of lemmas) verbClasses.set(lemma, name as VerbClass);
}

/** What a noun for people says of them. */
export interface PersonNoun {
  readonly classes: readonly string[];
  readonly sex?: 'female' | 'male';
  readonly role?: 'suspect' | 'officer' | 'victim';
}

const classOf: Readonly<Record<string, string>> = {
  child: 'children',
  police: 'police',
  military: 'soldiers',
  rescuer: 'rescuers',
  civilian: 'civilians',
  suspect: 'perpetrators',
};

function buildNouns(): ReadonlyMap<string, PersonNoun> {
  const made = new Map<string, PersonNoun>();
  const { notPeople: _, ...families } = nouns;
  for (const [family, lemmas] of Object.entries(families)) {
    for (const lemma of lemmas) {
      const known = made.get(lemma);
      const named = classOf[family];
      const role =
        family === 'suspect'
          ? 'suspect'
          : family === 'police'
            ? 'officer'
            : lemma === 'victim'
              ? 'victim'
              : known?.role;
      const sex = family === 'female' ? 'female' : family === 'male' ? 'male' : known?.sex;
      made.set(lemma, {
        classes: [...(known?.classes ?? []), ...(named === undefined ? [] : [named])],
        ...(sex === undefined ? {} : { sex }),
        ...(role === undefined ? {} : { role }),
      });
    }
  }
  return made;
}

const personNouns = buildNouns();
const notPeople: ReadonlySet<string> = new Set(nouns.notPeople);
const irregularPlurals: ReadonlyMap<string, string> = new Map([
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['people', 'people'],
  ['wives', 'wife'],
  ['gunmen', 'gunman'],
  ['servicemen', 'serviceman'],
  ['policemen', 'policeman'],
  ['fishermen', 'fisherman'],
  ['guardsmen', 'guardsman'],
  ['businessmen', 'businessman'],
  ['cameramen', 'cameraman'],
  ['families', 'family'],
  ['deputies', 'deputy'],
  ['babies', 'baby'],
  ['ladies', 'lady'],
  ['schoolchildren', 'schoolchild'],
  ['grandchildren', 'child'],
  ['fiancée', 'fiancee'],
  ['fiancé', 'fiance'],
  ['officers', 'officer'],
]);

/** Find the singular under which the noun lexicon lists a word; undefined where it lists none. */
export function personLemma(token: Token): string | undefined {
  const word = token.lower;
  const plural = irregularPlurals.get(word);
  if (plural !== undefined) return plural;
  if (personNouns.has(word)) return word;
  if (word.endsWith('s') && personNouns.has(word.slice(0, -1))) return word.slice(0, -1);
  if (word.endsWith('es') && personNouns.has(word.slice(0, -2))) return word.slice(0, -2);
  if (word.endsWith('ies') && personNouns.has(`${word.slice(0, -3)}y`)) return `${word.slice(0, -3)}y`;
  return undefined;
}

/** Look up what a noun lemma says of the people it names. */
export function personNoun(lemma: string): PersonNoun | undefined {
  return personNouns.get(lemma);
}

/** Tell whether a noun after a people noun makes the two a thing ("police department", "victim advocate"). */
export function isThingAfterPeople(token: Token): boolean {
  return notPeople.has(token.lower) || notPeople.has(token.lemma);
}

/** Tell whether a word form is plural, for nouns of people. */
export function isPluralPerson(token: Token): boolean {
  const lemma = personLemma(token);
  return (
    ['people', 'police', 'staff', 'crew', 'family', 'others'].includes(token.lower) ||
    (lemma !== undefined && lemma !== token.lower)
  );
}

/** Find the class of a casualty verb in any of its forms; nouns and adjectives spelled alike are the caller's business. */
export function verbClass(token: Token): { readonly lemma: string; readonly class: VerbClass } | undefined {
  const lemma = irregular.get(token.lower) ?? token.lemma;
  const found = verbClasses.get(lemma);
  return found === undefined ? undefined : { lemma, class: found };
}

const participles: ReadonlySet<string> = new Set(
  [...irregular.entries()].filter(([form]) => !form.endsWith('ing') && !form.endsWith('s')).map(([form]) => form),
);

/** Tell whether a form may be a past participle of a casualty verb. */
export function isParticiple(token: Token): boolean {
  return participles.has(token.lower) || (token.lower.endsWith('ed') && verbClass(token) !== undefined);
}
