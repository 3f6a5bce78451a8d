import type { CountAttribute } from '../../model/index.ts';
import { type FigureStatement, isPeriod, printed } from './statement.ts';

const bodily: ReadonlySet<CountAttribute> = new Set(['killed', 'injured', 'casualties', 'perpetratorsKilled']);

/** Sentences from one person to the next within which a report tells of them one by one; the dead are told together. */
const nextReach: Readonly<Partial<Record<CountAttribute, number>>> = { killed: 0, injured: 1 };
/** The same for who is said to have come to harm as well: "Daniel Orme, 19, was also killed". */
const alsoReach = 1;

/** Tell whether a statement says that its people came to harm as well. */
export function comesAlso({ finding: { view, first, last } }: FigureStatement): boolean {
  if (view.tokens[last]?.lower === 'too') return true;
  return view.tokens.slice(first, last).some((token) => token.lower === 'also');
}

/** Sentences from the first harm told to the first mention of its people. */
const introduction = 4;

/** Give the sentence that first tells of harm, whatever it is and to whomever. */
function firstHarm(statements: readonly FigureStatement[]): number {
  const harm = statements.filter(
    (one) => bodily.has(one.attribute) && one.modality === 'asserted' && !isPeriod(one) && printed(one.value) > 0,
  );
  return Math.min(...harm.map(({ finding }) => finding.view.index));
}

/**
 * Mark persons first told of long after the harm was: the incident's own people are introduced with it.
 *
 * Yes: "a woman was wounded", and ten sentences on "a boy of 3 was killed in April". No: "She died on Tuesday" of the woman.
 */
export function markElsewhere(statements: readonly FigureStatement[], attribute: CountAttribute): void {
  if (nextReach[attribute] === undefined) return;
  const latest = firstHarm(statements) + introduction;
  for (const statement of statements) {
    if (statement.attribute !== attribute || statement.person === undefined) continue;
    if (Math.min(...statement.person.sentences) > latest) statement.elsewhere = true;
  }
}

/**
 * Keep the persons a report tells together: in the sentence that first tells of such harm and those right after it.
 *
 * Yes: "A man was shot in the leg. A woman was shot in the arm." No: somebody told dead ten sentences on is the same victim in
 * other words, or died in another incident; a report that means one more says so at once.
 */
export function keepTogether(
  attribute: CountAttribute,
  persons: readonly FigureStatement[],
): readonly FigureStatement[] {
  const reach = nextReach[attribute];
  if (reach === undefined) return persons;
  const own = persons.filter((person) => !isPeriod(person));
  let last = own[0]?.finding.view.index ?? 0;
  const shared = new Set<object>();
  return own.filter((person) => {
    const { index } = person.finding.view;
    const together =
      index - last <= Math.max(reach, comesAlso(person) ? alsoReach : 0) ||
      person.person?.findings.some((finding) => shared.has(finding)) === true;
    if (together) {
      last = index;
      for (const finding of person.person?.findings ?? []) shared.add(finding);
    }
    return together;
  });
}
