import words from '../../../data/constructions.json' with { type: 'json' };
import { type CountAttribute, sumCounts } from '../../model/index.ts';
import { wordAt } from '../view.ts';
import { type FigureStatement, printed } from './statement.ts';
import { belong, isFigure, sumOf } from './sums.ts';

export const disjointClasses: ReadonlySet<string> = new Set([
  'soldiers',
  'civilians',
  'police',
  'perpetrators',
  'rescuers',
]);

/** Nouns that may hold the members beside them: "40 people and two guards" are 40 or 42, "29 travellers and two guards" 31. */
const inclusive: ReadonlySet<string> = new Set(['', 'people', 'person', 'individual', 'victim', 'casualty', 'other']);

/** "Two others, Mara Voss and Ilo Renn", "four people, three women and a man": a figure told member by member; five men are no three women and two children. */
function tellsItsOwn([figure, ...others]: readonly FigureStatement[]): boolean {
  if (figure?.group?.sex !== undefined || figure?.group?.classes.includes('children') === true) return false;
  const told = others.reduce((sum, other) => sum + printed(other.value), 0);
  return others.length > 1 && figure?.value.anchor === told;
}

/** "13 soldiers as well as 170 civilians": members of one enumeration are summed; where one may hold the other, both ends are kept. */
function sumEnumeration(attribute: CountAttribute, members: readonly FigureStatement[]): FigureStatement | undefined {
  if (members.length < 2 || tellsItsOwn(members)) return undefined;
  const generic = members.some((member) => member.person === undefined && inclusive.has(member.group?.noun ?? ''));
  const specific = members.some((member) => member.victims.some((name) => disjointClasses.has(name)));
  const sum = sumCounts(members.map((member) => member.value));
  if (!(generic && specific)) return sumOf(attribute, members, 'tally/enumeration', sum);
  const largest = members.toSorted((a, b) => printed(b.value) - printed(a.value))[0];
  const { anchor: _, ...open } = sum;
  return sumOf(attribute, members, 'tally/ambiguous-enumeration', { ...open, min: largest?.value.min ?? sum.min });
}

const openers: ReadonlySet<string> = new Set(words.partOpeners);

/** "10 people including four children and two women": what stands behind the opener is counted among the figure before it. */
function findHolder(member: FigureStatement, members: readonly FigureStatement[]): FigureStatement | undefined {
  const { group, finding } = member;
  if (group === undefined) return undefined;
  return members.findLast(({ group: before }) => {
    if (before === undefined || before.last > group.first) return false;
    for (let at = before.last; at < group.first; at++) if (openers.has(wordAt(finding.view, at))) return true;
    return false;
  });
}

/** Put members that a figure before them includes among its people; gives those that stand for themselves. */
function settleIncluded(members: readonly FigureStatement[]): readonly FigureStatement[] {
  return members.filter((member) => {
    const holder = findHolder(member, members);
    if (holder !== undefined) belong(holder, [member]);
    return holder === undefined;
  });
}

/** Give the statements of each finding that names or counts several. */
function membersOf(
  told: readonly FigureStatement[],
  counts: (statement: FigureStatement) => boolean,
): readonly (readonly FigureStatement[])[] {
  const byFinding = new Map<object, FigureStatement[]>();
  for (const statement of told) {
    if (!counts({ ...statement, person: undefined }) || statement.finding.groups.length < 2) continue;
    byFinding.set(statement.finding, [...(byFinding.get(statement.finding) ?? []), statement]);
  }
  return [...byFinding.values()];
}

/** Tell whether the sum of an enumeration may be a total: of single persons hurt the scene's own sum is the better one, they are told again and again. */
function mayTotal(attribute: CountAttribute, members: readonly FigureStatement[]): boolean {
  return attribute === 'killed' || members.some(isFigure);
}

/** Sum the members of enumerations: "three pupils and their driver" are four. */
export function enumerations(attribute: CountAttribute, own: readonly FigureStatement[]): readonly FigureStatement[] {
  return membersOf(own, isFigure).flatMap((all) => {
    const members = settleIncluded(all);
    const sum = mayTotal(attribute, members) ? sumEnumeration(attribute, members) : undefined;
    if (sum === undefined) return [];
    belong(sum, members);
    return [sum];
  });
}

/** Sum the enumerations of which some or all members enter no total; what they add up to is said all the same. */
export function enumerationsAside(
  attribute: CountAttribute,
  told: readonly FigureStatement[],
): readonly FigureStatement[] {
  return membersOf(told, (statement) => isFigure({ ...statement, elsewhere: false })).flatMap((all) => {
    const members = settleIncluded(all);
    const counted = members.every(({ elsewhere }) => elsewhere !== true) || !mayTotal(attribute, members);
    const sum = counted ? undefined : sumEnumeration(attribute, members);
    return sum === undefined ? [] : [{ ...sum, elsewhere: true, scope: 'unstated' as const }];
  });
}
