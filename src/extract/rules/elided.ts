import type { Finding } from '../finding.ts';
import type { PeoplePhrase } from '../people/index.ts';
import { type SentenceView, wordAt } from '../view.ts';
import { makeCountedGroup } from './groups.ts';
import { isTold, makePart, type PartReader } from './parts.ts';

const where = /^(?:in|at|near|outside|by|from|on|aboard|inside|around)$/;
const clauseEnd = /^(?:[,;:.—–-]|and|but|while|as|when|before|after|because|though|although)$/;
/** Tokens from the last word told to a part that repeats no verb. */
const reach = 14;

/** Tell whether the words from a token to the end of their clause have a verb of their own. */
function hasVerb(view: SentenceView, from: number): boolean {
  for (let at = from; at < view.tokens.length; at++) {
    const token = view.tokens[at];
    if (token === undefined || clauseEnd.test(token.lower)) return false;
    if (token.pos === 'VERB' || token.pos === 'AUX') return true;
  }
  return false;
}

function wholeBefore(findings: readonly Finding[], group: PeoplePhrase): Finding | undefined {
  return findings.findLast(
    (finding) =>
      finding.to <= group.first &&
      group.first - finding.to < reach &&
      finding.modality === 'asserted' &&
      (finding.count !== undefined || finding.groups.some((one) => one.counted && !one.singular)),
  );
}

/** "163 people were rescued, four of them by a boat", "nine died, seven of them in Harrowgate". */
function isOfThem(view: SentenceView, group: PeoplePhrase): boolean {
  return group.partOf && /^(?:them|whom)$/.test(wordAt(view, group.last - 1)) && !hasVerb(view, group.last);
}

/** "and two in Tarn", "and the other two near the mill", "and one six weeks later". */
function isGapped(view: SentenceView, group: PeoplePhrase): boolean {
  if (!group.counted || group.noun !== '' || group.partOf) return false;
  let before = group.first - 1;
  while (/^(?:the|other|another)$/.test(wordAt(view, before))) before--;
  if (!/^(?:and|,)$/.test(wordAt(view, before)) || hasVerb(view, group.last)) return false;
  const told = view.times.some((time) => time.first <= group.last + 1 && time.last > group.last);
  const next = view.tokens[group.last];
  return told || (next !== undefined && where.test(next.lower) && view.tokens[group.last + 1]?.pos !== 'NUM');
}

/** "three of them firefighters": the noun behind says who they are. */
function withClasses(view: SentenceView, groups: readonly PeoplePhrase[], group: PeoplePhrase): PeoplePhrase {
  const noun = groups.find(
    (one) => one.first >= group.last && one.first - group.last < 2 && one.determiner === 'bare' && !one.singular,
  );
  const said = noun !== undefined && wordAt(view, group.last) !== ',' ? noun.classes : [];
  return said.length === 0 ? group : { ...group, classes: said };
}

/** "one six weeks later", "two the next day": numerals before a time, which no noun of people follows. */
function timedCounts(view: SentenceView, groups: readonly PeoplePhrase[]): readonly PeoplePhrase[] {
  return view.quantities
    .filter(
      (item) =>
        item.quantity === 'cardinal' &&
        !groups.some((group) => group.first <= item.first && group.last > item.first) &&
        view.times.some((time) => time.first === item.last),
    )
    .map((item) => makeCountedGroup(item, item.last, false));
}

/**
 * Read counts that share the verb of a figure told before them in their sentence.
 *
 * Yes: "seven people died in Harrowgate and two in Tarn", "four of them by a fishing boat". No: "two of them set off vests" (a verb
 * of its own), "three died and two in the crowd fled".
 */
export const readElided: PartReader = (view, groups, findings) => {
  const found: Finding[] = [];
  for (const group of [...groups, ...timedCounts(view, groups)]) {
    if (isTold(findings, group) || !(isOfThem(view, group) || isGapped(view, group))) continue;
    const whole = wholeBefore([...findings, ...found], group);
    if (whole !== undefined) found.push(makePart(whole, [withClasses(view, groups, group)], 'elided/part'));
  }
  return found;
};
