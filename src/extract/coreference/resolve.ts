import cues from '../../../data/person-cues.json' with { type: 'json' };
import type { PeoplePhrase } from '../people/index.ts';
import { type Individual, isCompatible, isHarmed, isNamesake } from './individual.ts';

/** What is known of a group's part in its sentence when the person is sought. */
export interface PersonEvidence {
  readonly sentence: number;
  /** The sentence sums up what others tell. */
  readonly summary: boolean;
  /** Persons already mentioned in this sentence: an indefinite phrase is none of them. */
  readonly present: ReadonlySet<Individual>;
  readonly harmed: boolean;
  readonly role: Individual['role'];
  readonly killed: boolean;
  /** Told to live now: "is in stable condition", "remains in hospital". */
  readonly alive: boolean;
}

const victimNouns: ReadonlySet<string> = new Set(cues.victims);

function lastMention(person: Individual): number {
  return person.sentences.at(-1) ?? -1;
}

function isDead(person: Individual): boolean {
  return person.findings.some((finding) => finding.fate === 'killed');
}

function latest(candidates: readonly Individual[]): Individual | undefined {
  return candidates.toSorted((a, b) => lastMention(b) - lastMention(a) || b.index - a.index)[0];
}

function roleFits(person: Individual, part: PersonEvidence): boolean {
  if (part.role === 'suspect') return person.role === 'suspect' || (!isHarmed(person) && person.role !== 'officer');
  return !(part.harmed && person.role === 'suspect') || sharesHarm(person, part);
}

/** An attacker told dead or hurt before may be told so again: "The suspect was killed. He died of his wounds." */
function sharesHarm(person: Individual, part: PersonEvidence): boolean {
  return isHarmed(person) && isDead(person) === part.killed;
}

function byName(people: readonly Individual[], group: PeoplePhrase, part: PersonEvidence): Individual | undefined {
  const named = latest(people.filter((person) => isNamesake(person, group)));
  if (named !== undefined) return named;
  const open = people.filter(
    (person) =>
      person.nameKey === undefined &&
      !part.present.has(person) &&
      isCompatible(person, group) &&
      roleFits(person, part),
  );
  const aged = open.find((person) => person.age !== undefined && person.age === group.age);
  if (aged !== undefined) return aged;
  if (part.harmed)
    return open.find((person) => isHarmed(person) && (!part.killed || isDead(person))) ?? open.find(isHarmed);
  return part.role === 'suspect' ? open.find((person) => person.role === 'suspect') : undefined;
}

/** "A 22-year-old man" after "a man was shot": news tells the same victim again with more detail. */
function byDescription(
  people: readonly Individual[],
  group: PeoplePhrase,
  part: PersonEvidence,
): Individual | undefined {
  if (group.additional) return undefined;
  const open = people.filter(
    (person) => !part.present.has(person) && isCompatible(person, group) && roleFits(person, part),
  );
  const aged = open.find((person) => person.age !== undefined && person.age === group.age);
  if (aged !== undefined) return aged;
  if (part.role === 'suspect')
    return open.find((person) => person.role === 'suspect' && (person.age === undefined || group.age === undefined));
  if (!part.harmed) return undefined;
  const harmed = open.filter((person) => isHarmed(person) && person.role !== 'suspect');
  const alike = harmed.find((person) => group.noun !== '' && person.nouns.includes(group.noun) && !part.killed);
  if (alike !== undefined) return alike;
  const same = harmed.filter((person) => isDead(person) === part.killed);
  return same[0] ?? (harmed.length === 1 ? harmed[0] : undefined);
}

/** "The 21-year-old was shot in the leg": an age not told before is the dead man's only where death is told of it. */
function sharesFate(person: Individual, group: PeoplePhrase, part: PersonEvidence): boolean {
  return group.age === undefined || person.age !== undefined || part.killed || !isDead(person);
}

function byReference(people: readonly Individual[], group: PeoplePhrase, part: PersonEvidence): Individual | undefined {
  const open = people.filter((person) => isCompatible(person, group));
  if (group.role === 'suspect') return latest(open.filter((person) => person.role === 'suspect'));
  if (victimNouns.has(group.noun)) {
    const harmed = open.filter((person) => isHarmed(person) && person.role !== 'suspect');
    if (group.additional) return undefined;
    return latest(harmed);
  }
  const fitting = open.filter((person) => roleFits(person, part));
  const aged = group.age === undefined ? undefined : latest(fitting.filter((person) => person.age === group.age));
  if (aged !== undefined) return aged;
  const same = fitting.filter((person) => person.nouns.includes(group.noun));
  const meant = (part.harmed ? latest(same.filter(isHarmed)) : undefined) ?? latest(same);
  if (meant !== undefined) return meant;
  return part.harmed
    ? latest(
        fitting.filter((person) => isHarmed(person) && person.role !== 'suspect' && sharesFate(person, group, part)),
      )
    : latest(
        fitting.filter((person) => person.sex !== undefined && person.sex === group.sex && !part.present.has(person)),
      );
}

function byKin(people: readonly Individual[], group: PeoplePhrase, part: PersonEvidence): Individual | undefined {
  const kin = people.filter(
    (person) =>
      person.nouns.includes(group.noun) && isCompatible(person, group) && !(part.harmed && part.present.has(person)),
  );
  const same = latest(kin);
  if (same !== undefined) return same;
  if (!part.harmed) return undefined;
  const open = people.filter(
    (person) =>
      !part.present.has(person) && isHarmed(person) && person.role !== 'suspect' && isCompatible(person, group),
  );
  // "Her brother is dead" is told of the one who died.
  const dead = part.killed ? open.filter(isDead) : [];
  const meant = dead.length > 0 ? dead : open.filter((person) => group.sex !== undefined && person.sex === group.sex);
  return meant.length === 1 ? meant[0] : undefined;
}

/** Sentences back within which a pronoun finds its person; beyond, only somebody harmed is meant. */
const pronounReach = 3;

const objects: ReadonlySet<string> = new Set(['him', 'her']);

/** "The gunman fled after killing her": whoever did it in this sentence did it to somebody else. */
function isDoer(person: Individual, group: PeoplePhrase, part: PersonEvidence): boolean {
  return part.harmed && person.role === 'suspect' && objects.has(group.noun) && part.present.has(person);
}

function byPronoun(people: readonly Individual[], group: PeoplePhrase, part: PersonEvidence): Individual | undefined {
  const open = people.filter(
    (person) => isCompatible(person, group) && roleFits(person, part) && !isDoer(person, group, part),
  );
  const near = open.filter((person) => person.sentences.some((sentence) => part.sentence - sentence <= pronounReach));
  const meant = (candidates: readonly Individual[]) =>
    latest(candidates.filter((person) => person.sex === group.sex)) ?? latest(candidates);
  if (!part.harmed) return meant(near);
  const killed = part.killed ? meant(near.filter((person) => part.present.has(person) && isDead(person))) : undefined;
  if (killed !== undefined) return killed;
  const beside = meant(near.filter((person) => part.present.has(person) && isHarmed(person)));
  if (beside !== undefined) return beside;
  // Harm is told again of whoever came to harm before; the bystander named last is seldom meant.
  const dead = part.killed ? open.filter(isDead) : [];
  return meant(near.filter(isHarmed)) ?? meant(dead) ?? meant(near) ?? meant(open.filter(isHarmed));
}

/** "Two killed, another wounded" in the headline and again in the lead: sums tell of the same other person. */
function bySum(people: readonly Individual[], group: PeoplePhrase, part: PersonEvidence): Individual | undefined {
  return people.find(
    (person) =>
      person.another === 'in-sum' &&
      !part.present.has(person) &&
      isCompatible(person, group) &&
      isHarmed(person) === part.harmed &&
      isDead(person) === part.killed,
  );
}

/**
 * Find the person a singular group denotes among those already told of; undefined where it brings in a new one.
 *
 * Names refer to their bearer or to a nameless person nothing contradicts; "the victim" to the person last harmed; "a
 * 22-year-old man" retells a harmed man of no other age; "another", "a second" are always new.
 */
export function resolvePerson(
  people: readonly Individual[],
  group: PeoplePhrase,
  part: PersonEvidence,
): Individual | undefined {
  if (group.additional && part.summary) return bySum(people, group, part);
  // Whoever is told to live now is nobody told dead before.
  const open = part.alive ? people.filter((person) => !isDead(person) || isNamesake(person, group)) : people;
  if (group.name !== undefined) return byName(open, group, part);
  if (group.determiner === 'pronoun') return byPronoun(open, group, part);
  if (group.determiner === 'definite' && !group.counted) return byReference(open, group, part);
  if (group.determiner === 'possessive') return byKin(open, group, part);
  return byDescription(open, group, part);
}
