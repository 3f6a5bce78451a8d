import nouns from '../../data/people-nouns.json' with { type: 'json' };
import { verbForms, verbs } from '../lang/en/index.ts';
import type { Token } from '../model/index.ts';

/** What a casualty verb says of its object (or, for `died`, of its subject). */
export type VerbClass = keyof typeof verbs;

/** A casualty verb in the lexicon. */
export interface CasualtyVerb {
  readonly lemma: string;
  readonly class: VerbClass;
}

const irregularVerbs: ReadonlyMap<string, string> = new Map(Object.entries(verbForms));

function buildVerbs(): ReadonlyMap<string, CasualtyVerb> {
  const made = new Map<string, CasualtyVerb>();
  for (const [name, lemmas] of Object.entries(verbs))
    for (const lemma of lemmas) made.set(lemma, { lemma, class: name as VerbClass });
  return made;
}

const casualtyVerbs = buildVerbs();

/** What a noun for people says of them. */
export interface PersonNoun {
  readonly classes: readonly string[];
  readonly sex?: 'female' | 'male';
  readonly role?: 'suspect' | 'officer' | 'victim';
}

const { notPeople, irregular: irregularNouns, plurals: collectiveNouns, ...families } = nouns;

const classOf: ReadonlyMap<string, string> = new Map([
  ['child', 'children'],
  ['police', 'police'],
  ['military', 'soldiers'],
  ['rescuer', 'rescuers'],
  ['civilian', 'civilians'],
  ['journalist', 'journalists'],
  ['suspect', 'perpetrators'],
]);

function roleIn(family: string, lemma: string): PersonNoun['role'] {
  if (family === 'suspect') return 'suspect';
  if (family === 'police' || family === 'guard') return 'officer';
  return lemma === 'victim' ? 'victim' : undefined;
}

function buildNouns(): ReadonlyMap<string, PersonNoun> {
  const made = new Map<string, PersonNoun>();
  for (const [family, lemmas] of Object.entries(families)) {
    for (const lemma of lemmas) {
      const known = made.get(lemma);
      const named = classOf.get(family);
      const role = roleIn(family, lemma) ?? known?.role;
      const sex = family === 'female' || family === 'male' ? family : known?.sex;
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

/** List every form of the nouns with its singular; where two nouns share a form, the plainer way to make it wins. */
function buildForms(): ReadonlyMap<string, string> {
  const lemmas = [...personNouns.keys()];
  return new Map([
    ...lemmas.filter((lemma) => lemma.endsWith('y')).map((lemma) => [`${lemma.slice(0, -1)}ies`, lemma] as const),
    ...lemmas.map((lemma) => [`${lemma}es`, lemma] as const),
    ...lemmas.map((lemma) => [`${lemma}s`, lemma] as const),
    ...lemmas.map((lemma) => [lemma, lemma] as const),
    ...Object.entries(irregularNouns),
  ]);
}

const nounForms = buildForms();
const thingNouns: ReadonlySet<string> = new Set(notPeople);
const pluralForms: ReadonlySet<string> = new Set(collectiveNouns);

/** Find the singular under which the noun lexicon lists a word; undefined where it lists none. */
export function personLemma(token: Token): string | undefined {
  return nounForms.get(token.lower);
}

/** Look up what a noun lemma says of the people it names. */
export function personNoun(lemma: string): PersonNoun | undefined {
  return personNouns.get(lemma);
}

/** Tell whether a noun after a people noun makes the two a thing ("police department", "victim advocate"). */
export function isThingAfterPeople(token: Token): boolean {
  return thingNouns.has(token.lower) || thingNouns.has(token.lemma);
}

/** Tell whether a word form is plural, for nouns of people. */
export function isPluralPerson(token: Token): boolean {
  const lemma = personLemma(token);
  return pluralForms.has(token.lower) || (lemma !== undefined && lemma !== token.lower);
}

/** Find the class of a casualty verb in any of its forms; nouns and adjectives spelled alike are the caller's business. */
export function verbClass(token: Token): CasualtyVerb | undefined {
  return casualtyVerbs.get(irregularVerbs.get(token.lower) ?? token.lemma);
}

const participles: ReadonlySet<string> = new Set(
  [...irregularVerbs.keys()].filter((form) => !form.endsWith('ing') && !form.endsWith('s')),
);

/** Tell whether a form may be a past participle of a casualty verb. */
export function isParticiple(token: Token): boolean {
  return participles.has(token.lower) || (token.lower.endsWith('ed') && verbClass(token) !== undefined);
}
