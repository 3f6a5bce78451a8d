import { type CountAttribute, countAttributes, countTable } from '../../model/index.ts';
import { type FigureStatement, isPeriod, mayCount, printed } from './statement.ts';
import type { AttributeTally } from './totals.ts';

/** Rules that read a state ("three dead", "three bodies"), which says nothing of who did it to whom. */
const states = /^(?:deaths\/(?:dead|die)|nominal\/counted)$/;
/** Rules that read somebody as one of a number: "five dead, including the gunman". */
const inclusions = /^(?:deaths\/added|subset\/|membership\/)/;
/** Acts that hold their doer's own death, wherever the report names them so. */
const selfEnding = /\bmurder ?-? ?suicide\b/;

/** Tell whether a figure counts the dead or the found, not what somebody did to others. */
function tellsState({ finding: { rule, view, first, last } }: FigureStatement): boolean {
  if (states.test(rule)) return true;
  return rule === 'nominal/of' && view.tokens.slice(first, last).some((token) => token.lower === 'bodies');
}

/**
 * Tell whether a report's figure holds the attackers it tells of: its victims told one by one and they make it up, or it
 * counts the dead and nobody is said to have killed so many.
 *
 * Yes: "Three people are dead. Police say a man shot his wife and son before killing himself." No: "A man killed three
 * people, then himself"; "Three dead, gunman killed".
 */
function holdsAttackers(
  same: readonly FigureStatement[],
  victims: number,
  attackers: readonly FigureStatement[],
): boolean {
  const whole = printed(same[0]?.value ?? { kind: 'count', min: 0, max: 0 });
  const own = new Set(attackers.map(({ person }) => person)).size;
  const views = new Set(same.map(({ finding }) => finding.view));
  const beside = attackers.filter(({ finding }) => views.has(finding.view));
  if (beside.some(({ rule }) => inclusions.test(rule))) return true;
  if (victims > 0 && victims + own === whole) return true;
  if (victims >= whole || own >= whole || beside.length > 0) return false;
  const ended = [...same, ...attackers].some(({ finding }) => selfEnding.test(finding.view.words));
  return same.some(tellsState) || (ended && same.every(({ rule }) => rule !== 'verb/active'));
}

/** List the figures of a scene that give the number of its total. */
function listSame(total: FigureStatement, statements: readonly FigureStatement[]): readonly FigureStatement[] {
  return statements.filter(
    (one) =>
      one.attribute === total.attribute &&
      (one === total || (one.person === undefined && mayCount(one) && !isPeriod(one))) &&
      printed(one.value) === printed(total.value),
  );
}

/** Make dead or hurt attackers parts of the figure that holds them. */
export function settleAttackers(
  tallies: ReadonlyMap<CountAttribute, AttributeTally>,
  statements: readonly FigureStatement[],
): void {
  for (const name of countAttributes) {
    const other = countTable[name].attackers;
    if (other === undefined) continue;
    const tally = tallies.get(name);
    const total = tally?.total;
    const attackers = statements.filter(
      ({ attribute, modality, person }) => attribute === other && modality === 'asserted' && person !== undefined,
    );
    const figure = total !== undefined && total.person === undefined && total.parts === undefined;
    if (!figure || attackers.length === 0) continue;
    if (!holdsAttackers(listSame(total, statements), tally?.persons ?? 0, attackers)) continue;
    for (const attacker of attackers) {
      attacker.scope = 'subset';
      attacker.of = total;
    }
  }
}
