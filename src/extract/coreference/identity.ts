import cues from '../../../data/person-cues.json' with { type: 'json' };
import type { ReadSentence } from '../findings.ts';
import type { PeoplePhrase } from '../people/index.ts';
import { wordAt } from '../view.ts';

const identifying: ReadonlySet<string> = new Set(cues.identifying);
/** Tokens before "as" within which the verb that identifies stands, and after it those of the name. */
const verbReach = 8;
const nameReach = 5;

/** "The victim was identified as Mara Voss", "the man, whom they named as their brother". */
function pairIdentified({ view, groups }: ReadSentence, same: Map<number, PeoplePhrase>): void {
  view.tokens.forEach((token, at) => {
    if (token.lower !== 'as') return;
    const from = Math.max(0, at - verbReach);
    if (!view.tokens.slice(from, at).some((word) => identifying.has(word.lower))) return;
    const after = groups.filter((group) => group.singular && group.first > at && group.first - at <= nameReach);
    const told = after.find((group) => group.name !== undefined) ?? after[0];
    const subject = groups.findLast(
      (group) => group.singular && group.last <= at && group.role !== 'officer' && group.determiner !== 'pronoun',
    );
    const nameless = groups.findLast(
      (group) => group.singular && group.last <= at && group.role !== 'officer' && group.name === undefined,
    );
    const meant = told?.name === undefined ? subject : nameless;
    if (told !== undefined && meant !== undefined) same.set(told.head, meant);
  });
}

/** "The victim was a man", "The victim who died was a man": only a relative clause may stand before the copula. */
function pairPredicates({ view, groups }: ReadSentence, same: Map<number, PeoplePhrase>): void {
  for (const [index, subject] of groups.entries()) {
    const told = groups[index + 1];
    if (told === undefined || !subject.singular || !told.singular || told.determiner === 'pronoun') continue;
    const between = Array.from({ length: told.first - subject.last }, (_, step) => wordAt(view, subject.last + step));
    const verb = between.findIndex((word) => word === 'was' || word === 'is');
    if (verb >= 0 && verb === between.length - 1 && (verb === 0 || between[0] === 'who')) same.set(told.head, subject);
  }
}

/** Find which groups of a sentence, by head token, only say who an earlier group of it is. */
export function findIdentified(sentence: ReadSentence): ReadonlyMap<number, PeoplePhrase> {
  const same = new Map<number, PeoplePhrase>();
  pairIdentified(sentence, same);
  pairPredicates(sentence, same);
  return same;
}
