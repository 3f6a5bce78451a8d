import type { Attribution, Claim, Range } from '../model/index.ts';
import { makeClaim, type Setting, wordsOf } from './claims.ts';
import { confidenceOf } from './confidence.ts';
import type { SceneTally } from './counts/index.ts';
import { type FigureStatement, isPeriod, printed } from './counts/statement.ts';
import { readPeriod } from './periods/read-period.ts';

function accumulationOf(statement: FigureStatement): Claim['accumulation'] {
  if (isPeriod(statement) && statement.elsewhere !== true) return 'period';
  if (statement.finding.running === true || isSoFar(statement)) return 'running';
  if (diedOfWounds(statement)) return 'new';
  return statement.scope === 'additional' && statement.of === undefined ? 'new' : 'final';
}

/** "12 people have died so far": the count goes on. */
function isSoFar({ finding: { view, from, to }, person }: FigureStatement): boolean {
  const near = view.tokens.slice(Math.max(0, from - 3), to + 4).map((token) => token.lower);
  return person === undefined && /\b(?:so far|to date|thus far)\b/.test(near.join(' '));
}

/** "Two of the wounded have died": dead since the figure before. */
function diedOfWounds({ attribute, group, finding: { view } }: FigureStatement): boolean {
  if (attribute !== 'killed' || group?.partOf !== true) return false;
  return /^(?:wounded|injured|hurt)$/.test(view.tokens[group.last - 1]?.lower ?? '');
}

function personOf(statement: FigureStatement): Pick<Claim, 'person'> {
  const { person } = statement;
  if (person === undefined) return {};
  const { name, age, sex, role } = person;
  return {
    person: {
      key: `person-${person.index}`,
      ...(name === undefined ? {} : { name }),
      ...(age === undefined ? {} : { age }),
      ...(sex === undefined ? {} : { sex }),
      ...(role === undefined ? {} : { role }),
    },
  };
}

function evidenceOf(statement: FigureStatement) {
  const parts = statement.parts ?? [statement];
  const ranges = parts.map(({ finding, group }) => {
    const from = group === undefined ? finding.from : Math.min(group.first, finding.first);
    const to = group === undefined ? finding.to : Math.max(group.last, finding.last);
    return wordsOf(finding.view, from, to);
  });
  const unique = new Map(ranges.map((range) => [`${range.start}-${range.end}`, range]));
  return [...unique.values()].sort((a, b) => a.start - b.start);
}

/** The words whose speaker answers for a figure: its own, or the first of its parts'. */
function figureOf(statement: FigureStatement): Range {
  const { finding } = statement.parts?.[0] ?? statement;
  return wordsOf(finding.view, finding.from, finding.to);
}

/** Tell whether a party to the violence speaks of it, or an army counts those it fights. */
function isPartysCount(
  { modality, attribute, victims }: FigureStatement,
  attribution: Attribution | undefined,
): boolean {
  if (modality !== 'asserted' || attribution === undefined) return false;
  const { kind } = attribution;
  if (kind === 'perpetrator' || kind === 'partisan') return true;
  return kind === 'military' && (attribute === 'perpetratorsKilled' || victims.includes('perpetrators'));
}

/** Tell whether an earlier figure of a report may hold a later one or a person told of later. */
function mayHold(whole: FigureStatement, part: FigureStatement): boolean {
  const counts = whole.person === undefined && whole.parts === undefined && whole.modality === 'asserted';
  if (!counts || whole.order >= part.order || printed(whole.value) <= printed(part.value)) return false;
  const bodily = part.attribute === 'killed' || part.attribute === 'injured';
  if (whole.attribute !== part.attribute && !(bodily && whole.attribute === 'casualties')) return false;
  return whole.victims.every((name) => part.victims.includes(name));
}

/**
 * Say what a claim counts of the whole: a part only where its words say so or the report gave the sum before, so that
 * persons who are merely added up are no parts of anything told.
 */
function scopeOf(statement: FigureStatement, all: readonly FigureStatement[]): Claim['scope'] {
  const { scope, group, finding } = statement;
  if (scope !== 'subset') return scope;
  const said = group?.partOf === true || /^(?:subset|elided|membership)\//.test(finding.rule);
  return said || all.some((other) => mayHold(other, statement)) ? 'subset' : 'unstated';
}

/** Sums of parts that say nothing of how many more: their value without the mark of a single person. */
function say(statement: FigureStatement, all: readonly FigureStatement[], attribution: Attribution | undefined) {
  return {
    attribute: statement.attribute,
    value: statement.value,
    evidence: evidenceOf(statement),
    view: statement.finding.view,
    rule: statement.rule,
    scope: scopeOf(statement, all),
    accumulation: accumulationOf(statement),
    // Whoever did it speaks for themselves: their figures are claims, never findings.
    modality: isPartysCount(statement, attribution) ? 'claimed' : statement.modality,
    attribution,
    victims: statement.victims,
    confidence: confidenceOf({
      rule: statement.rule,
      modality: statement.modality,
      value: statement.value,
      person: statement.person !== undefined,
      derived: statement.parts !== undefined,
    }),
  } as const;
}

/** Make the claims of everything a scene counts; parts point at their whole, sums at their parts. */
export function makeCountClaims(
  setting: Setting,
  tally: SceneTally,
  attribute: (range: Range) => Attribution | undefined,
): readonly Claim[] {
  const made = new Map<FigureStatement, Claim>();
  for (const statement of tally.statements) {
    const claim = makeClaim(setting, say(statement, tally.statements, attribute(figureOf(statement))));
    const { revisedFrom } = statement.finding;
    const revision = revisedFrom === undefined || statement.group !== undefined ? {} : { revisedFrom };
    const elsewhere = statement.elsewhere === true ? { elsewhere: true } : {};
    const period = claim.accumulation === 'period' ? { period: readPeriod(statement.finding.view) } : {};
    made.set(statement, { ...claim, ...personOf(statement), ...revision, ...elsewhere, ...period });
  }
  const claims = new Map<string, Claim>();
  for (const [statement, claim] of made) {
    const whole = statement.of === undefined ? undefined : made.get(statement.of);
    const parts = statement.parts?.flatMap((part) => made.get(part)?.id ?? []).filter((id) => id !== claim.id);
    claims.set(claim.id, {
      ...claim,
      ...(whole === undefined || whole.id === claim.id ? {} : { of: whole.id }),
      ...(parts === undefined || parts.length === 0 ? {} : { parts }),
    });
  }
  return [...claims.values()];
}
