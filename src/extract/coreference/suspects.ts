import cues from '../../../data/person-cues.json' with { type: 'json' };
import { findSubject, frameVerb } from '../arguments.ts';
import type { ReadSentence } from '../findings.ts';
import type { PeoplePhrase } from '../people/index.ts';
import { wordAt } from '../view.ts';
import { harmfulFates } from './individual.ts';

const accusing: ReadonlySet<string> = new Set(cues.accusing);
/** Tokens after a person within which an accusing word is taken to be about them. */
const accusingReach = 6;
/** Words that begin another clause, about somebody or something else: "Voss was playing when it fired". */
const clauseBounds: ReadonlySet<string> = new Set(['when', 'as', 'while', 'after', 'before', 'it']);

/** Find who did the harm, as head tokens: the subject of an active verb, or whoever is charged, sought or arrested. */
export function findSuspects({ view, groups, findings }: ReadSentence): ReadonlySet<number> {
  const harmed = new Set(
    findings
      .filter((finding) => harmfulFates.has(finding.fate))
      .flatMap((finding) => finding.groups.map((group) => group.head)),
  );
  const heads = new Set<number>();
  const accuse = (group: PeoplePhrase): void => {
    if (group.singular && group.role !== 'officer' && !harmed.has(group.head)) heads.add(group.head);
  };
  for (const finding of findings) {
    if (finding.fate === 'arrested' || finding.fate === 'detained') finding.groups.forEach(accuse);
    if (finding.selfInflicted === true || finding.rule !== 'verb/active' || !harmfulFates.has(finding.fate)) continue;
    const { start } = frameVerb(view, finding.last - 1);
    // "Voss stood by when it fired and struck her": the nearer subject is the gun.
    for (const subject of findSubject({ view, groups }, start))
      if (!view.tokens.slice(subject.last, start).some((token) => token.lower === 'it')) accuse(subject);
  }
  for (const group of groups) {
    const next = groups.find((other) => other.first >= group.last)?.first ?? view.tokens.length;
    for (let at = group.last; at < Math.min(group.last + accusingReach, next); at++) {
      if (clauseBounds.has(wordAt(view, at))) break;
      if (accusing.has(wordAt(view, at))) accuse(group);
    }
  }
  return heads;
}
