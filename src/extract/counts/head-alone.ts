import type { CountAttribute } from '../../model/index.ts';
import { type FigureStatement, mayCount } from './statement.ts';

/** Attributes of which a report that tells one in plain words tells the others so as well. */
const harm: ReadonlySet<CountAttribute> = new Set<CountAttribute>([
  'killed',
  'injured',
  'casualties',
  'perpetratorsKilled',
  'perpetratorsInjured',
]);

function isRuled({ finding }: FigureStatement): boolean {
  return !finding.rule.startsWith('head/');
}

/** Tell whether a statement prints a number of several people who are no part of others. */
function isPrinted(statement: FigureStatement): boolean {
  return statement.group?.counted === true && !statement.group.singular && mayCount(statement);
}

/**
 * Keep what the fate head alone found out of the totals where rules found anything of the attribute, or of any harm: it is likely counted already.
 *
 * Such statements stay claims, marked `elsewhere`; where the rules found nothing, they are all there is and count. So do numbers it
 * found of an attribute of which rules read single persons alone, or none but another harm of the same sentence ("10 killed and 15 hurt").
 */
export function leaveHeadAside(
  told: readonly FigureStatement[],
  all: readonly FigureStatement[],
): readonly FigureStatement[] {
  const ruled = told.filter(isRuled);
  const isHarm = told.some(({ attribute }) => harm.has(attribute));
  const known = isHarm ? all.filter((one) => isRuled(one) && harm.has(one.attribute)) : ruled;
  if (!known.some(mayCount)) return told;
  const lacksNumber = !ruled.some(isPrinted);
  const views = new Set(known.filter(mayCount).map(({ finding }) => finding.view));
  const kept = told.filter(
    (one) => isRuled(one) || (lacksNumber && isPrinted(one) && (ruled.some(mayCount) || views.has(one.finding.view))),
  );
  for (const statement of told) if (!kept.includes(statement)) statement.elsewhere = true;
  return kept;
}
