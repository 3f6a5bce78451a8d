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

/** Tell whether a place stands right behind the words of a figure: "killed four people in Harrowgate". */
function hasPlace(view: SentenceView, last: number): boolean {
  return where.test(wordAt(view, last)) && /^[A-Z]/.test(view.tokens[last + 1]?.form ?? '');
}

/** Give how many a finding counts, where it prints a number. */
function countOf({ groups, count }: Finding): number {
  return count?.anchor ?? groups.find(({ counted }) => counted)?.count?.anchor ?? 0;
}

/**
 * Tell whether a count adds to the one told before it: each has its own place, and those after it are no parts that make it up.
 *
 * Yes: "killed four people in Harrowgate and six in Tarn". No: "nine died in the county, seven of them in Tarn".
 */
function isBeside(view: SentenceView, findings: readonly Finding[], group: PeoplePhrase): boolean {
  const whole = findings.findLast(({ to, modality }) => to <= group.first && modality === 'asserted');
  const own = whole === undefined ? 0 : countOf(whole);
  if (whole === undefined || own === 0 || !hasPlace(view, whole.to)) return false;
  if (group.partOf || group.additional || !hasPlace(view, group.last)) return false;
  if (/^(?:the|other|another)$/.test(wordAt(view, group.first - 1))) return false;
  const later = view.quantities.filter(({ first, quantity }) => first >= whole.to && quantity === 'cardinal');
  const sum = later.reduce((all, { value }) => all + (value.anchor ?? 0), 0);
  return later.length === 1 ? wordAt(view, group.first - 1) === 'and' : sum > own;
}

/** Tell whether a place stands right before a count: "in Harrowgate four". */
function isPlaced(view: SentenceView, { first }: PeoplePhrase): boolean {
  return (
    /^[A-Z]/.test(view.tokens[first - 1]?.form ?? '') && [2, 3].some((back) => where.test(wordAt(view, first - back)))
  );
}

/** "In Harrowgate four, in Tarn six died": counts before the one that has the verb, each behind its place. */
function findFronted(
  view: SentenceView,
  groups: readonly PeoplePhrase[],
  findings: readonly Finding[],
): readonly Finding[] {
  return groups.flatMap((group) => {
    const gapped = group.counted && group.noun === '' && /^(?:,|and)$/.test(wordAt(view, group.last));
    if (!gapped || !isPlaced(view, group) || isTold(findings, group)) return [];
    const whole = findings.find(
      ({ groups: own }) => own.length === 1 && own.some((one) => one.first > group.last && isPlaced(view, one)),
    );
    return whole === undefined ? [] : [makeBeside(whole, group)];
  });
}

/** Say the fate of a finding of as many more people elsewhere, who are no part of it. */
function makeBeside(finding: Finding, group: PeoplePhrase): Finding {
  return { ...makePart(finding, [group], 'elided/beside'), groups: [{ ...group, partOf: false }] };
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
  const found: Finding[] = [...findFronted(view, groups, findings)];
  for (const group of [...groups, ...timedCounts(view, groups)]) {
    if (isTold(findings, group) || !(isOfThem(view, group) || isGapped(view, group))) continue;
    const whole = wholeBefore([...findings, ...found], group);
    if (whole === undefined) continue;
    const told = withClasses(view, groups, group);
    found.push(isBeside(view, findings, group) ? makeBeside(whole, told) : makePart(whole, [told], 'elided/part'));
  }
  return found;
};
