import cues from '../../../data/person-cues.json' with { type: 'json' };
import { findSubject, frameVerb } from '../arguments.ts';
import type { Finding } from '../finding.ts';
import type { ReadSentence } from '../findings.ts';
import type { Group } from '../groups/index.ts';
import { wordAt } from '../view.ts';
import { collapsePeople } from './collapse.ts';
import { type Individual, learn } from './individual.ts';
import { type Part, resolvePerson } from './resolve.ts';

const harmful: ReadonlySet<string> = new Set(['killed', 'injured', 'struck', 'hospitalised']);
const accusing: ReadonlySet<string> = new Set(cues.accusing);
const identifying: ReadonlySet<string> = new Set(cues.identifying);
/** Tokens after a person within which an accusing word is taken to be about them. */
const accusingReach = 6;

/** Find who did the harm: the subject of an active verb, or whoever is charged, sought or arrested. */
function findSuspects({ view, groups, findings }: ReadSentence): ReadonlySet<number> {
  const harmed = new Set(
    findings
      .filter((finding) => harmful.has(finding.fate))
      .flatMap((finding) => finding.groups.map((group) => group.head)),
  );
  const heads = new Set<number>();
  const accuse = (group: Group): void => {
    if (group.singular && group.role !== 'officer' && !harmed.has(group.head)) heads.add(group.head);
  };
  for (const finding of findings) {
    if (finding.fate === 'arrested') finding.groups.forEach(accuse);
    if (finding.selfInflicted === true || finding.rule !== 'verb/active' || !harmful.has(finding.fate)) continue;
    findSubject({ view, groups }, frameVerb(view, finding.last - 1).start).forEach(accuse);
  }
  for (const group of groups) {
    const next = groups.find((other) => other.first >= group.last)?.first ?? view.tokens.length;
    for (let at = group.last; at < Math.min(group.last + accusingReach, next); at++)
      if (accusing.has(wordAt(view, at))) accuse(group);
  }
  return heads;
}

/** "The victim was identified as Mara Voss", "The victim was a man": the two are one person. */
function findIdentified({ view, groups }: ReadSentence): ReadonlyMap<number, Group> {
  const same = new Map<number, Group>();
  view.tokens.forEach((token, at) => {
    if (token.lower !== 'as') return;
    const verb = [1, 2, 3, 4, 5, 6, 7, 8].some((back) => identifying.has(wordAt(view, at - back)));
    const name = groups.find((group) => group.name !== undefined && group.last > at && group.first - at <= 5);
    const subject = groups.findLast(
      (group) => group.singular && group.last <= at && group.role !== 'officer' && group.name === undefined,
    );
    if (verb && name !== undefined && subject !== undefined) same.set(name.head, subject);
  });
  for (const [index, subject] of groups.entries()) {
    const told = groups[index + 1];
    if (told === undefined || !subject.singular || !told.singular || told.determiner === 'pronoun') continue;
    const between = view.tokens.slice(subject.last, told.first).map((token) => token.lower);
    const verb = between.findIndex((word) => word === 'was' || word === 'is');
    // "The victim who died was a man": only a relative clause may stand before the copula, nothing after it.
    if (verb >= 0 && verb === between.length - 1 && (verb === 0 || between[0] === 'who')) same.set(told.head, subject);
  }
  return same;
}

/** People of one scene, and which group of which sentence denotes whom. */
export interface Register {
  readonly people: readonly Individual[];
  find(sentence: number, group: Group): Individual | undefined;
}

function partOf(sentence: ReadSentence, group: Group, present: ReadonlySet<Individual>, suspect: boolean): Part {
  const own = sentence.findings.filter((finding) => finding.groups.some((other) => other.head === group.head));
  return {
    sentence: sentence.view.index,
    present,
    harmed: own.some((finding) => harmful.has(finding.fate)),
    killed: own.some((finding) => finding.fate === 'killed'),
    role: suspect || group.role === 'suspect' ? 'suspect' : undefined,
  };
}

/** Tell whether a finding's own people did it to themselves, so that no other hand is meant. */
function marksSuspect(finding: Finding): boolean {
  return finding.selfInflicted === true && finding.fate === 'killed';
}

/**
 * Register the people of a scene, sentence by sentence: each singular group is joined to the person it denotes.
 *
 * The result is keyed by sentence and head token, so that every finding about a group is the person's.
 */
export function registerPeople(sentences: readonly ReadSentence[]): Register {
  const people: Individual[] = [];
  const denoted = new Map<string, Individual>();
  for (const sentence of sentences) {
    const suspects = findSuspects(sentence);
    const identified = findIdentified(sentence);
    const present = new Set<Individual>();
    for (const group of sentence.groups) {
      if (!group.singular || group.none) continue;
      const alias = identified.get(group.head);
      const known = alias === undefined ? undefined : denoted.get(`${sentence.view.index}:${alias.head}`);
      const part = partOf(sentence, group, present, suspects.has(group.head));
      let person = known ?? resolvePerson(people, group, part);
      // A pronoun nobody answers to is no new person.
      if (person === undefined && group.determiner === 'pronoun') continue;
      if (person === undefined) {
        person = { index: people.length, nouns: [], classes: new Set(), findings: [], sentences: [] };
        people.push(person);
      }
      if (group.additional && person.sentences.length === 0) person.another = true;
      learn(person, group, sentence.view.index, part.role);
      present.add(person);
      denoted.set(`${sentence.view.index}:${group.head}`, person);
      for (const finding of sentence.findings) {
        if (!finding.groups.some((other) => other.head === group.head)) continue;
        person.findings.push(finding);
        if (marksSuspect(finding)) person.role = 'suspect';
      }
    }
  }
  const joined = collapsePeople(people);
  return {
    people: people.filter((person) => !joined.has(person)),
    find(sentence, group) {
      const person = denoted.get(`${sentence}:${group.head}`);
      return person === undefined ? undefined : (joined.get(person) ?? person);
    },
  };
}
