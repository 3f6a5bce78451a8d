import { type CountAttribute, countAttributes } from '../../model/index.ts';
import type { ReadSentence } from '../findings.ts';
import type { Individual } from '../people/individual.ts';
import { registerPeople } from '../people/register.ts';
import { collectStatements } from './collect.ts';
import { mayCount, printed, type Statement } from './statement.ts';
import { personFits, type Tally, tallyAttribute } from './totals.ts';

/** Everything one scene counts: its statements with their scopes settled, sums last, and the persons told of. */
export interface SceneTally {
  readonly statements: readonly Statement[];
  readonly people: readonly Individual[];
}

/**
 * Derive the injured from the number shot or struck: casualties less the killed, both stated in one report.
 *
 * Where no death is told, those "shot" are the injured: the report would not leave a death out. An explicit number of
 * injured, or more persons told one by one, stand instead.
 */
function deriveInjured(tallies: ReadonlyMap<CountAttribute, Tally>): Statement | undefined {
  const casualties = tallies.get('casualties')?.total;
  const killed = tallies.get('killed')?.total;
  const injured = tallies.get('injured')?.total;
  if (casualties?.value.anchor === undefined || casualties.person !== undefined) return undefined;
  const left = casualties.value.anchor - (killed === undefined ? 0 : printed(killed.value));
  const explicit =
    injured !== undefined &&
    injured.person === undefined &&
    injured.finding.fate === 'injured' &&
    injured.parts === undefined;
  if (explicit || left <= 0 || (injured !== undefined && printed(injured.value) >= left)) return undefined;
  return makeInjured(casualties, killed, left);
}

function makeInjured(casualties: Statement, killed: Statement | undefined, left: number): Statement {
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
export function tallyScene(sentences: readonly ReadSentence[]): SceneTally {
  const register = registerPeople(sentences);
  const statements = collectStatements(sentences, register);
  const tallies = new Map<CountAttribute, Tally>();
  for (const attribute of countAttributes) {
    if (statements.some((statement) => statement.attribute === attribute)) {
      tallies.set(attribute, tallyAttribute(attribute, statements, personFits(attribute)));
    }
  }
  const derived = [...tallies.values()].flatMap((tally) => tally.derived);
  const injured = deriveInjured(tallies);
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
