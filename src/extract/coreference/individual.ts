import cues from '../../../data/person-cues.json' with { type: 'json' };
import type { Finding } from '../finding.ts';
import type { PeoplePhrase } from '../people/index.ts';

/** One person of one scene, as described, named and told of across sentences. */
export interface Individual {
  /** Order of introduction in the scene. */
  readonly index: number;
  name?: string;
  /** Key shared by all mentions of the name. */
  nameKey?: string;
  age?: number;
  sex?: 'female' | 'male';
  role?: 'victim' | 'suspect' | 'officer';
  readonly nouns: string[];
  readonly classes: Set<string>;
  readonly findings: Finding[];
  /** Sentence indices of its mentions, in order. */
  readonly sentences: number[];
  /** Those of mentions in its own right: "the boy's family" tells nothing beside the boy. */
  readonly stands: number[];
  /** Introduced as one more ("another man", "a second victim"): never the same as somebody told before; in a sentence that sums up, or in one that tells of single persons. */
  readonly another?: 'in-sum' | 'told';
}

/** Fates that are bodily harm. */
export const harmfulFates: ReadonlySet<string> = new Set(['killed', 'injured', 'struck', 'hospitalised']);
const harmful: ReadonlySet<string> = new Set([...harmfulFates, 'missing', 'hostages']);
const asserted: ReadonlySet<string> = new Set(['asserted', 'alleged', 'claimed']);

/** Tell whether a finding is asserted, be it by hearsay. */
export function isAsserted(finding: Finding): boolean {
  return asserted.has(finding.modality);
}

/** Tell whether the text says the person came to harm. */
export function isHarmed(person: Individual): boolean {
  return person.findings.some((finding) => harmful.has(finding.fate) && isAsserted(finding));
}

/** Say what became of a person: death outweighs a wound, a wound outweighs a blow of unknown outcome. */
export function stateOf(person: Individual): 'killed' | 'injured' | 'struck' | undefined {
  const fates = new Set(person.findings.filter(isAsserted).map((finding) => finding.fate));
  if (fates.has('killed')) return 'killed';
  if (fates.has('injured') || fates.has('hospitalised')) return 'injured';
  return fates.has('struck') ? 'struck' : undefined;
}

const adults: ReadonlySet<string> = new Set(cues.adults);
const children: ReadonlySet<string> = new Set(cues.children);
const adultAge = 18;

function isChild(person: { readonly age?: number; readonly nouns: readonly string[] }): boolean | undefined {
  if (person.age !== undefined) return person.age < adultAge;
  if (person.nouns.some((noun) => children.has(noun))) return true;
  return person.nouns.some((noun) => adults.has(noun)) ? false : undefined;
}

function nameWords(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '' && !/^(?:jr|sr|ii|iii|iv)\.?$/.test(word));
}

/** Tell whether two names may be one bearer's: "Renn" and "Ilo Renn", "Ilo Renn" and "Ilo Aro Renn", never "Mara" and "Ilo". */
function namesMeet(a: string, b: string): boolean {
  const [short = [], long = []] = [nameWords(a), nameWords(b)].toSorted((one, other) => one.length - other.length);
  if (short.length === 0) return false;
  return short.every((word) => long.includes(word));
}

/** Years by which ages told of a small child differ: one report counts months, another the years begun. */
const infantYears = 2;

function agesMeet(a: number, b: number): boolean {
  return a === b || (Math.min(a, b) <= infantYears && Math.abs(a - b) <= 1);
}

/** Tell whether a group may denote a person already told of: nothing said of the two contradicts. */
export function isCompatible(person: Individual, group: PeoplePhrase): boolean {
  if (person.sex !== undefined && group.sex !== undefined && person.sex !== group.sex) return false;
  if (person.age !== undefined && group.age !== undefined && !agesMeet(person.age, group.age)) return false;
  const name = group.name?.key;
  if (person.nameKey !== undefined && name !== undefined && !namesMeet(person.nameKey, name)) return false;
  const child = isChild(person);
  const other = isChild({ ...(group.age === undefined ? {} : { age: group.age }), nouns: [group.noun] });
  return child === undefined || other === undefined || child === other;
}

/** Tell whether somebody is told hurt or dead by their own hand. */
export function harmedSelf({ findings }: Individual): boolean {
  return findings.some(({ selfInflicted }) => selfInflicted === true);
}

/** Tell whether two persons of a scene may be one, by what is said of them alone. */
export function mayBeOne(a: Individual, b: Individual): boolean {
  // Who shot himself may be called a suspect in one sentence and a victim in the next.
  return ((a.role === 'suspect') === (b.role === 'suspect') || (harmedSelf(a) && harmedSelf(b))) && agree(a, b);
}

/** Tell whether nothing said of two persons contradicts, whatever part they are told to have had. */
export function agree(a: Individual, b: Individual): boolean {
  if (a.sex !== undefined && b.sex !== undefined && a.sex !== b.sex) return false;
  if (a.age !== undefined && b.age !== undefined && !agesMeet(a.age, b.age)) return false;
  if (a.nameKey !== undefined && b.nameKey !== undefined && !namesMeet(a.nameKey, b.nameKey)) return false;
  const child = isChild(a);
  const other = isChild(b);
  return child === undefined || other === undefined || child === other;
}

/** Tell whether a group names this very person. */
export function isNamesake(person: Individual, group: PeoplePhrase): boolean {
  return person.nameKey !== undefined && group.name !== undefined && namesMeet(person.nameKey, group.name.key);
}

/** Add what a group says to the person it denotes. */
export function learn(person: Individual, group: PeoplePhrase, sentence: number, role: Individual['role']): void {
  if (group.name !== undefined && (person.nameKey === undefined || group.name.key.length > person.nameKey.length)) {
    person.name = group.name.name;
    person.nameKey = group.name.key;
  }
  if (group.age !== undefined) person.age ??= group.age;
  if (group.sex !== undefined) person.sex ??= group.sex;
  // Only the text's own word ("the gunman") turns somebody it tells of as hurt into a suspect.
  if (group.role === 'victim') person.role ??= 'victim';
  if (group.role === 'suspect' || (role === 'suspect' && !isHarmed(person) && person.role !== 'victim'))
    person.role = 'suspect';
  else if (group.role === 'officer') person.role ??= 'officer';
  if (group.noun !== '' && group.determiner !== 'pronoun') person.nouns.push(group.noun);
  for (const name of group.classes) person.classes.add(name);
  person.sentences.push(sentence);
  if (!group.possessor) person.stands.push(sentence);
}
