import { type CountAttribute, countAttributes } from '../../model/index.ts';
import type { Individual } from '../coreference/individual.ts';
import { registerPeople } from '../coreference/register.ts';
import type { ReadSentence } from '../findings.ts';
import type { Hazard } from '../scenes/scene.ts';
import { settleAttackers } from './attackers.ts';
import { collectStatements, openFates } from './collect.ts';
import { type FigureStatement, mayCount, printed } from './statement.ts';
import { type AttributeTally, personFits, tallyAttribute } from './totals.ts';

/** Everything one scene counts: its statements with their scopes settled, sums last, and the persons told of. */
export interface SceneTally {
  readonly statements: readonly FigureStatement[];
  readonly people: readonly Individual[];
}

/** Count the single persons a figure's own words tell beside it: "three girls, 1 man shot". */
function countBeside(figure: FigureStatement, statements: readonly FigureStatement[]): number {
  return statements.filter(
    ({ finding, person, attribute, additional }) =>
      finding === figure.finding && person !== undefined && attribute === 'injured' && !additional,
  ).length;
}

/**
 * Derive the injured from the number shot or struck: casualties less the killed, both stated in one report.
 *
 * Where no death is told, those "shot" are the injured: the report would not leave a death out. An explicit number of
 * injured, or more persons told one by one, stand instead.
 */
function deriveInjured(
  tallies: ReadonlyMap<CountAttribute, AttributeTally>,
  statements: readonly FigureStatement[],
): FigureStatement | undefined {
  const casualties = tallies.get('casualties')?.total;
  const killed = tallies.get('killed')?.total;
  const injured = tallies.get('injured')?.total;
  if (casualties?.value.anchor === undefined || casualties.person !== undefined) return undefined;
  if (statements.some((one) => deniesHarm(one, casualties))) return undefined;
  const beside = casualties.parts === undefined ? countBeside(casualties, statements) : 0;
  const left = casualties.value.anchor + beside - (killed === undefined ? 0 : printed(killed.value));
  if (left <= 0 || (injured !== undefined && (isExplicit(injured) || standsFor(injured, casualties, left))))
    return undefined;
  return makeInjured(casualties, killed, left);
}

/** "Their barge was hit, but none of the 21 was injured": of those hit nobody is left to be hurt. */
function deniesHarm({ attribute, value, finding }: FigureStatement, casualties: FigureStatement): boolean {
  return attribute === 'injured' && value.max === 0 && finding.view === casualties.finding.view;
}

const grave: ReadonlySet<string> = new Set(['critically', 'seriously', 'gravely', 'severely', 'badly']);

/** Tell whether a figure counts the hurt in so many words, not only the worst hurt: "three wounded", never "two critically wounded". */
function isExplicit({ person, parts, finding: { fate, view, first } }: FigureStatement): boolean {
  if (person !== undefined || parts !== undefined || fate !== 'injured') return false;
  return !view.tokens.slice(Math.max(0, first - 1), first + 1).some((token) => grave.has(token.lower));
}

/** Tell whether those hurt are told as more than those left; "all four were taken to hospital" still counts who died there. */
function standsFor(injured: FigureStatement, casualties: FigureStatement, left: number): boolean {
  const all = injured.finding.fate === 'hospitalised' && printed(injured.value) === casualties.value.anchor;
  return !all && printed(injured.value) >= left;
}

function makeInjured(casualties: FigureStatement, killed: FigureStatement | undefined, left: number): FigureStatement {
  const { max, qualifier } = casualties.value;
  return {
    ...casualties,
    attribute: 'injured',
    value: {
      kind: 'count',
      min: left,
      max: max === null ? null : left,
      anchor: left,
      ...(qualifier === undefined ? {} : { qualifier }),
    },
    scope: 'total',
    parts: killed === undefined ? [casualties] : [casualties, killed],
    rule: killed === undefined ? 'tally/struck-and-alive' : 'tally/casualties-less-killed',
  };
}

/** Count one scene: register its people, state its figures, settle totals and parts, derive what follows from both. */
export function tallyScene(sentences: readonly ReadSentence[], hazard?: Hazard): SceneTally {
  const area = hazard === undefined ? undefined : { hazard, views: sentences.map(({ view }) => view) };
  const register = registerPeople(sentences);
  const statements = openFates(collectStatements(sentences, register));
  const tallies = new Map<CountAttribute, AttributeTally>();
  for (const attribute of countAttributes) {
    if (statements.some((statement) => statement.attribute === attribute)) {
      tallies.set(attribute, tallyAttribute(attribute, statements, personFits(attribute), area));
    }
  }
  settleAttackers(tallies, statements);
  const derived = [...tallies.values()].flatMap((tally) => tally.derived);
  const injured = deriveInjured(tallies, statements);
  if (injured !== undefined) {
    for (const statement of statements) {
      if (statement.attribute === 'injured' && mayCount(statement)) {
        statement.scope = 'subset';
        statement.of = injured;
      }
    }
  }
  const superseded = injured === undefined ? derived : derived.filter((statement) => statement.attribute !== 'injured');
  return {
    statements: [...statements, ...superseded, ...(injured === undefined ? [] : [injured])],
    people: register.people,
  };
}
