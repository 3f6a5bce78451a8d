import { type Individual, isHarmed, mayBeOne, stateOf } from './individual.ts';

/** Tell whether two persons stand side by side in a sentence, and so are two. */
function standTogether(a: Individual, b: Individual): boolean {
  const told = new Set(a.sentences);
  return b.sentences.some((sentence) => told.has(sentence));
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
}

/**
 * Join harmed persons whom nothing tells apart: "a woman was shot" and, later, "Voss was taken to hospital".
 *
 * Two stay two when their names, ages or sexes differ, when one was introduced as another, or when one sentence tells of
 * both. A report that means two says so; one that means one tells of them again and again. Returns, for each person
 * absorbed, the one kept.
 */
export function collapsePeople(people: readonly Individual[]): ReadonlyMap<Individual, Individual> {
  const joined = new Map<Individual, Individual>();
  const kept: Individual[] = [];
  for (const person of people.filter((one) => isHarmed(one))) {
    const fitting =
      person.another === true ? [] : kept.filter((other) => mayBeOne(other, person) && !standTogether(other, person));
    const same = fitting.find((other) => stateOf(other) === stateOf(person)) ?? fitting[0];
    if (same === undefined) kept.push(person);
    else {
      absorb(same, person);
      joined.set(person, same);
    }
  }
  return joined;
}
