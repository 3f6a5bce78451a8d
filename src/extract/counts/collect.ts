import cues from '../../../data/person-cues.json' with { type: 'json' };
import { type CountAttribute, type CountValue, exactly } from '../../model/index.ts';
import { type Individual, stateOf } from '../coreference/individual.ts';
import type { Register } from '../coreference/register.ts';
import type { Fate, Finding } from '../finding.ts';
import type { ReadSentence } from '../findings.ts';
import type { PeoplePhrase } from '../people/index.ts';
import { nationAdjectives, nationals } from '../people/words.ts';
import type { SentenceView } from '../view.ts';
import { countAboard } from './aboard.ts';
import { type FigureStatement, isPeriod, printed } from './statement.ts';

/** Fates that no attribute is named for: an open blow counts as dead and hurt together, care in hospital as hurt. */
function attributeOf(fate: Fate): CountAttribute {
  if (fate === 'struck') return 'casualties';
  return fate === 'hospitalised' ? 'injured' : fate;
}

const outcomes: ReadonlySet<Fate> = new Set<Fate>(['injured', 'struck', 'hospitalised']);

/**
 * Say which attribute a fate counts towards.
 *
 * A single person's blow counts by what became of them: as dead and hurt together where they died, else as injured. Of a
 * number of people "shot" the outcome is open.
 */
function attributeFor({ fate, groups }: Finding, suspect: boolean, person: Individual | undefined): CountAttribute {
  const outcome = outcomes.has(fate);
  // "A teenager and two children were shot": as open for the one as for the two.
  if (person !== undefined && !suspect && fate === 'struck' && groups.some((group) => !group.singular))
    return 'casualties';
  if (person !== undefined && outcome && stateOf(person) === 'killed') return 'casualties';
  if (suspect && fate === 'killed') return 'perpetratorsKilled';
  if (suspect && outcome) return 'perpetratorsInjured';
  return person !== undefined && outcome ? 'injured' : attributeOf(fate);
}

/** Sentences back within which "they", "both" or "the victims" refer to the last figure. */
const referenceReach = 2;

const plurals: ReadonlySet<string> = new Set(cues.plurals);

/** "All of the men", "they were all": all of whom, no last figure tells. */
function meansAll(group: PeoplePhrase, { view }: ReadSentence): boolean {
  const before = view.tokens.slice(Math.max(0, group.first - 2), group.first);
  const after = view.tokens.slice(group.last, group.last + 2);
  return [...before, ...after].some((token) => token.lower === 'all');
}

/** Find the figure a plural phrase without a number refers back to. */
function findReferent(
  group: PeoplePhrase,
  sentence: ReadSentence,
  before: readonly FigureStatement[],
): FigureStatement | undefined {
  const refers = group.determiner === 'pronoun' || group.determiner === 'definite';
  if (!refers || group.additional || !plurals.has(group.noun)) return undefined;
  if (meansAll(group, sentence)) return undefined;
  const last = before.findLast(
    (statement) => statement.group?.singular === false && statement.value.anchor !== undefined,
  );
  if (last === undefined || sentence.view.index - last.finding.view.index > referenceReach) return undefined;
  if (last.finding.view.index === sentence.view.index && group.determiner !== 'pronoun') return undefined;
  return last;
}

/** Words that make every figure of their sentence a count over a longer time or a wider area. */
const otherPeriod =
  /\b(?:this year|so far this|year to date|in the (?:past|last) (?:\w+ )?(?:years?|months?|weeks?|decades?)|over the (?:past|last)|annually|each year|every year|per year|nationwide|statewide|homicides? (?:of|in|this)|\d+(?:st|nd|rd|th) homicide)\b/i;

const several = String.raw`(?:separate|several|multiple|weekend|unrelated|various|\d+|two|three|four|five|six|seven|eight|nine|ten|(?:a )?dozen)`;
/** Words that make every figure of their sentence a sum over happenings that have nothing to do with each other. */
const manyHappenings = new RegExp(
  String.raw`\b(?:${several} (?:\w+ ){0,2}(?:shootings|stabbings|homicides)|(?:separate|unrelated|various) (?:\w+ )?(?:incidents|attacks|cases)|across the city|citywide)\b`,
  'i',
);

/** "Since the truce took effect on 10 October, 1,259 people have been killed": a count over all that time. */
const sinceThen =
  /(?:^|[,;(] ?)since (?:the|a|an|its|their|hostilities|fighting)(?! ?(?:mon|tues|wednes|thurs|fri|satur|sun)day)[^,;]*\b(?:ceasefire|truce|war|conflict|fighting|hostilities|offensive|uprising|campaign|invasion|occupation|coup|election|operation|crackdown|escalation|took (?:effect|power|office)|came into (?:force|effect))\b/i;

const longTimes: ReadonlySet<string> = new Set(['week', 'month', 'season', 'year', 'years']);

/** Tell whether a sentence counts from a time long before the incident: "since January", not "since Friday's attack". */
function countsSince(sentence: ReadSentence): boolean {
  return sentence.view.times.some(({ role, reference, value }) => {
    if (role !== 'since') return false;
    if (reference.kind === 'window') return true;
    if (value !== undefined) return longTimes.has(value.precision);
    return reference.kind === 'calendar';
  });
}

const adultAge = 18;

/** Name the people that counted ones are of: "a dozen Americans", "two French tourists". */
function nationOf(view: SentenceView, { first, last, counted }: PeoplePhrase): readonly string[] {
  if (!counted) return [];
  const words = view.tokens
    .slice(first, last)
    .map(({ lower }) => (nationals.has(lower) ? lower : lower.replace(/s$/u, '')));
  return words.filter((word) => nationals.has(word) || nationAdjectives.has(word)).slice(0, 1);
}

/** Give the classes the words themselves name; an age under 18 names a child. */
function classesOf(
  view: SentenceView,
  group: PeoplePhrase | undefined,
  person: Individual | undefined,
): readonly string[] {
  if (group === undefined) return [];
  return [...namedClasses(group, person), ...nationOf(view, group)];
}

function namedClasses(group: PeoplePhrase, person: Individual | undefined): readonly string[] {
  const age = group.age ?? (group.determiner === 'pronoun' ? undefined : person?.age);
  if (group.noun === 'woman' && (!group.singular || group.partOf)) return [...group.classes, 'women'];
  const young = age !== undefined && age < adultAge && !group.classes.includes('children');
  return young ? [...group.classes, 'children'] : group.classes;
}

const combatants: ReadonlySet<string> = new Set(cues.combatants);

/**
 * Tell whether people are counted as attackers of the incident. Fighters who die in fighting are its dead (docs/annotation.md), unless
 * they blew themselves up.
 *
 * Yes: "a gunman was shot dead". No: "18 militants were killed in a raid".
 */
function isAttacker(
  group: PeoplePhrase | undefined,
  person: Individual | undefined,
  { selfInflicted }: Finding,
): boolean {
  const role = person === undefined ? group?.role : person.role;
  return role === 'suspect' && (selfInflicted === true || !combatants.has(group?.noun ?? ''));
}

function statementOf(
  finding: Finding,
  group: PeoplePhrase | undefined,
  value: CountValue,
  order: number,
  person: Individual | undefined,
): FigureStatement {
  const suspect = isAttacker(group, person, finding);
  const partial = group?.partOf === true;
  const denied = finding.modality === 'negated' && value.min > 0;
  return {
    attribute: attributeFor(finding, suspect, person),
    // "Two guards were not hurt" counts nobody hurt.
    value: denied
      ? exactly(0)
      : finding.open === true && value.min > 0
        ? { ...value, max: null, qualifier: 'at-least' }
        : value,
    scope: partial ? 'subset' : 'unstated',
    finding,
    ...(group === undefined ? {} : { group }),
    ...(person === undefined ? {} : { person }),
    victims: classesOf(finding.view, group, person),
    modality: finding.modality,
    additional: group?.additional === true,
    rule: finding.period === true ? `${finding.rule}+period` : finding.rule,
    order,
  };
}

/**
 * Turn the findings of a scene into statements: one for each counted group, person and bare count, in text order.
 *
 * Plurals that only refer back ("both died") take the count of what they refer to. Bare plurals without any count
 * ("people were hurt") and figures of a longer period make no statement here.
 */
export function collectStatements(sentences: readonly ReadSentence[], register: Register): readonly FigureStatement[] {
  const statements: FigureStatement[] = [];
  for (const sentence of sentences) {
    const words = sentence.view.tokens.map((token) => token.form).join(' ');
    for (const finding of sentence.findings) {
      if (finding.count !== undefined)
        statements.push(statementOf(finding, undefined, finding.count, statements.length, undefined));
      for (const group of finding.groups) {
        const person = group.singular && !group.none ? register.find(sentence.view.index, group) : undefined;
        if (group.determiner === 'pronoun' && group.singular && person === undefined) continue;
        const referent = group.count === undefined ? findReferent(group, sentence, statements) : undefined;
        const value =
          group.count ??
          (referent && ({ ...referent.value, qualifier: 'implicit' } as const)) ??
          countAboard(group, sentence, sentences);
        if (value === undefined) continue;
        const stated = statementOf(finding, group, value, statements.length, person);
        // "They were taken to hospital" is said of all who were shot; some may have died there.
        const open = finding.fate === 'hospitalised' && referent?.attribute === 'casualties';
        statements.push(open ? { ...stated, attribute: 'casualties' } : stated);
      }
    }
    const wide = otherPeriod.test(words) || manyHappenings.test(words) || sinceThen.test(words);
    if (wide || countsSince(sentence) || goesOnCounting(statements, sentence)) markPeriod(statements, sentence);
  }
  return statements;
}

/** "Some 150 were killed this year. Another 31 died in attacks on settlers": more than a figure of a longer time is of that time too. */
function goesOnCounting(statements: readonly FigureStatement[], { view }: ReadSentence): boolean {
  const of = (index: number) => statements.filter(({ finding }) => finding.view.index === index);
  const [before, own] = [of(view.index - 1), of(view.index)];
  const dated = view.times.some(({ role }) => role === 'point');
  return !dated && before.length > 0 && before.every(isPeriod) && own.length > 0 && own.every((one) => one.additional);
}

/**
 * Leave it open what became of persons told only as shot where the report counts as many dead without saying who.
 *
 * "Two boys were killed and a girl hurt. An 8-year-old boy, a 9-year-old boy and a girl were shot": the boys are the dead.
 */
export function openFates(statements: readonly FigureStatement[]): readonly FigureStatement[] {
  const dead = statements.filter((one) => one.attribute === 'killed' && one.modality === 'asserted' && !isPeriod(one));
  const most = Math.max(0, ...dead.filter(({ person }) => person === undefined).map(({ value }) => printed(value)));
  const struck = new Set(
    statements.flatMap(({ attribute, person }) =>
      attribute === 'injured' && person !== undefined && stateOf(person) === 'struck' ? [person] : [],
    ),
  );
  const unnamed = most > 0 && struck.size === most && dead.every(({ person }) => person === undefined);
  if (!unnamed) return statements;
  return statements.map((one) =>
    one.attribute === 'injured' && one.person !== undefined && struck.has(one.person)
      ? { ...one, attribute: 'casualties' }
      : one,
  );
}

/** A sentence that speaks of a year or a city's homicides counts something else unless it tells of single persons. */
function markPeriod(statements: FigureStatement[], sentence: ReadSentence): void {
  statements.forEach((statement, index) => {
    if (statement.finding.view.index !== sentence.view.index || statement.person !== undefined) return;
    const rule = isPeriod(statement) ? statement.rule : `${statement.rule}+period`;
    statements[index] = { ...statement, scope: 'unstated', rule };
  });
}
