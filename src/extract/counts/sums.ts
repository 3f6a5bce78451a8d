import { type CountAttribute, type CountValue, sumCounts } from '../../model/index.ts';
import { type FigureStatement, isPeriod, mayCount, printed } from './statement.ts';

/** Tell whether a statement gives a number of people that may be a total. */
export function isFigure(statement: FigureStatement): boolean {
  return (
    statement.person === undefined &&
    mayCount(statement) &&
    !isPeriod(statement) &&
    statement.group?.none !== true &&
    printed(statement.value) > 0
  );
}

/** Make the statement of a sum, which stands where its first part does; undefined without parts. */
export function sumOf(
  attribute: CountAttribute,
  parts: readonly FigureStatement[],
  rule: string,
  value: CountValue = sumCounts(parts.map((part) => part.value)),
): FigureStatement | undefined {
  const first = parts[0];
  if (first === undefined) return undefined;
  return {
    attribute,
    value,
    scope: 'total',
    finding: first.finding,
    victims: [],
    modality: 'asserted',
    additional: false,
    parts,
    rule,
    order: first.order,
  };
}

/** Make statements parts of a whole. */
export function belong(whole: FigureStatement, parts: readonly FigureStatement[]): void {
  for (const part of parts) {
    if (part === whole) continue;
    part.scope = 'subset';
    part.of = whole;
  }
}
