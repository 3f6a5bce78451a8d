import { agree, harmedSelf, type Individual, isHarmed, mayBeOne, stateOf } from './individual.ts';

/** Tell whether two persons stand side by side in a sentence, and so are two; one age told of both may still be one's. */
function standTogether(a: Individual, b: Individual): boolean {
  if (a.age !== undefined && a.age === b.age) return b.findings.some((finding) => a.findings.includes(finding));
  const told = new Set(a.stands);
  return b.stands.some((sentence) => told.has(sentence));
}

/** "One man was killed", and later "the suspect was killed": a report with two dead tells them side by side. */
function areOneDead(kept: Individual, person: Individual): boolean {
  return (
    stateOf(kept) === 'killed' && stateOf(person) === 'killed' && kept.role !== 'officer' && person.role !== 'officer'
  );
}

/** "A robber shot himself in the leg", and later "the teenager was treated": with two told hurt, who hurt himself is both. */
function areOneHurt(kept: Individual, person: Individual): boolean {
  return harmedSelf(kept) !== harmedSelf(person) && stateOf(kept) !== 'killed' && stateOf(person) !== 'killed';
}

function absorb(kept: Individual, gone: Individual): void {
  if (gone.nameKey !== undefined && (kept.nameKey === undefined || gone.nameKey.length > kept.nameKey.length)) {
    kept.nameKey = gone.nameKey;
    if (gone.name !== undefined) kept.name = gone.name;
  }
  if (gone.age !== undefined) kept.age ??= gone.age;
  if (gone.sex !== undefined) kept.sex ??= gone.sex;
  if (gone.role !== undefined) kept.role ??= gone.role;
  kept.nouns.push(...gone.nouns);
  for (const name of gone.classes) kept.classes.add(name);
  kept.findings.push(...gone.findings);
  kept.sentences.push(...gone.sentences);
  kept.stands.push(...gone.stands);
}

/**
 * Join harmed persons whom nothing tells apart: "a woman was shot" and, later, "Voss was taken to hospital".
 *
 * Two stay two when their names, ages or sexes differ, when one was introduced as another, or when one sentence tells of
 * both. A report that means two says so; one that means one tells of them again and again. Who fared alike is joined
 * first, so that the dead take up the dead. Returns, for each person absorbed, the one kept.
 */
export function collapsePeople(people: readonly Individual[]): ReadonlyMap<Individual, Individual> {
  const joined = new Map<Individual, Individual>();
  const harmed = people.filter(isHarmed);
  const join = (fits: (kept: Individual, person: Individual) => boolean): void => {
    for (const person of harmed) {
      if (person.another !== undefined || joined.has(person)) continue;
      const same = harmed.find(
        (other) =>
          other.index < person.index &&
          !joined.has(other) &&
          fits(other, person) &&
          agree(other, person) &&
          !standTogether(other, person),
      );
      if (same === undefined) continue;
      absorb(same, person);
      joined.set(person, same);
    }
  };
  join((kept, person) => stateOf(kept) === stateOf(person) && mayBeOne(kept, person));
  join(mayBeOne);
  join(areOneDead);
  if (harmed.length - joined.size === 2) join(areOneHurt);
  return follow(joined);
}

/** Point everybody absorbed at the one finally kept. */
function follow(joined: ReadonlyMap<Individual, Individual>): ReadonlyMap<Individual, Individual> {
  const last = (person: Individual): Individual => {
    const next = joined.get(person);
    return next === undefined ? person : last(next);
  };
  return new Map([...joined.keys()].map((person) => [person, last(person)]));
}
