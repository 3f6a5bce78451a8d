import {
  type CountAttribute,
  countTable,
  groupBy,
  isTollAttribute,
  sortBy,
  type TollAttribute,
  tollAttributes,
} from '../../model/index.ts';
import { isBefore, newestOf, type ReportTime } from '../evidence/times.ts';

/** What one report comes to when it is judged as if it were the only one. */
export interface ReportCount {
  readonly article: string;
  /** Name of its family of copies, else its own id: copies have one vote together. */
  readonly report: string;
  readonly time: ReportTime | undefined;
  /** Its numbers of dead and hurt, victims and attackers; 0 where it counts nobody. */
  readonly counts: Readonly<Record<TollAttribute, number>>;
}

/** The number that more reports come to than any other, and how many do: 12, by 3 of 4. */
export interface ReportMajority {
  /** 0 where the reports that agree count nobody. */
  readonly number: number;
  readonly reports: number;
  readonly of: number;
  readonly articles: ReadonlySet<string>;
}

/** Reports that count no hurt outvote a report that counts this many of them, and none that counts more. */
const mostSilenced = 1;
/** From this toll on one newer report is enough to say that it has risen. */
const largeToll = 5;

const deadOf = ({ counts }: ReportCount): number => sumHarmed(counts, 'dead');
const hurtOf = ({ counts }: ReportCount): number => sumHarmed(counts, 'hurt');

function sumHarmed(counts: ReportCount['counts'], harm: 'dead' | 'hurt'): number {
  return tollAttributes.reduce((sum, name) => (countTable[name].harm === harm ? sum + counts[name] : sum), 0);
}

/**
 * Find the number most reports come to, each judged as if it were the only one: of the dead, then, among reports that agree on the
 * dead, of the hurt. Reports with 12, 12 and 13 dead give 12, by 2 of 3.
 *
 * Undefined where no number has more reports than any other, and at least two. Reports that count nobody have no vote. A higher toll
 * goes before where it is newer and large, or two reports give it more than `freshDays` later; so does one in which some of the hurt
 * have since died. Reports that count no hurt outvote one hurt person, not several.
 */
export function askReports(
  votes: readonly ReportCount[],
  attribute: CountAttribute,
  freshDays: number,
): ReportMajority | undefined {
  if (!isTollAttribute(attribute)) return undefined;
  const telling = votes.filter((vote) => deadOf(vote) + hurtOf(vote) > 0);
  const agreed = findLargest(telling, deadOf);
  if (agreed === undefined) return undefined;
  const settled = followDeaths(followRise(agreed, telling, freshDays), telling);
  if (countTable[attribute].harm === 'dead') return sayMajority(settled, telling, attribute);
  const hurt = findLargest(settled, hurtOf, settled === agreed ? 2 : 1);
  if (hurt === undefined) return undefined;
  const silent = hurtOf(hurt[0] as ReportCount) === 0;
  if (silent && telling.some((vote) => hurtOf(vote) > mostSilenced)) return undefined;
  return sayMajority(hurt, telling, attribute);
}

function sayMajority(
  group: readonly ReportCount[],
  telling: readonly ReportCount[],
  attribute: TollAttribute,
): ReportMajority | undefined {
  const split = findSplit(group);
  return split === undefined
    ? undefined
    : {
        number: split.counts[attribute],
        reports: countVoices(group),
        of: countVoices(telling),
        articles: new Set(group.map(({ article }) => article)),
      };
}

/** Of reports that agree on a sum, choose how most of them divide it into victims and attackers; of equals, the one with more attackers. */
function findSplit(group: readonly ReportCount[]): ReportCount | undefined {
  const alike = groupBy(group, ({ counts }) => tollAttributes.map((attribute) => counts[attribute]).join(' '));
  const [most] = sortBy([...alike], ([spelt, votes]) => [-countVoices(votes), -countAttackers(votes[0]), spelt]);
  return most?.[1][0];
}

const countAttackers = (vote: ReportCount | undefined): number =>
  vote === undefined ? 0 : vote.counts.perpetratorsKilled + vote.counts.perpetratorsInjured;

/** The reports behind the number with the most of them; undefined for a tie and for fewer than `least`. */
function findLargest(
  votes: readonly ReportCount[],
  numberOf: (vote: ReportCount) => number,
  least = 2,
): readonly ReportCount[] | undefined {
  const groups = [...groupBy(votes, (vote) => `${numberOf(vote)}`).values()];
  const [first, second] = sortBy(groups, (group) => [-countVoices(group)]);
  if (first === undefined || countVoices(first) < least) return undefined;
  return second !== undefined && countVoices(second) === countVoices(first) ? undefined : first;
}

const countVoices = (votes: readonly ReportCount[]): number => new Set(votes.map(({ report }) => report)).size;

function followRise(
  agreed: readonly ReportCount[],
  telling: readonly ReportCount[],
  freshDays: number,
): readonly ReportCount[] {
  const newest = newestOf(agreed.map(({ time }) => time));
  const [known] = agreed;
  if (newest === undefined || known === undefined) return agreed;
  const higher = telling.filter(
    (vote) => deadOf(vote) > deadOf(known) && deadOf(vote) + hurtOf(vote) >= deadOf(known) + hurtOf(known),
  );
  const risen = [...new Set(higher.map(deadOf))].flatMap((dead) => {
    const group = telling.filter((vote) => deadOf(vote) === dead);
    const newer = group.every(({ time }) => time !== undefined && isBefore(newest, time));
    const later = group.every(({ time }) => time !== undefined && time.day > newest.day + freshDays);
    return (newer && dead >= largeToll) || (later && countVoices(group) > 1) ? [{ dead, group }] : [];
  });
  return sortBy(risen, ({ dead }) => [-dead])[0]?.group ?? agreed;
}

function followDeaths(agreed: readonly ReportCount[], telling: readonly ReportCount[]): readonly ReportCount[] {
  const [known] = agreed;
  if (known === undefined) return agreed;
  const newest = newestOf(agreed.map(({ time }) => time));
  const told = deadOf(known) + Math.max(...agreed.map(hurtOf));
  const died = telling.filter(
    (vote) =>
      deadOf(vote) > deadOf(known) &&
      deadOf(vote) + hurtOf(vote) === told &&
      vote.time !== undefined &&
      !isBefore(vote.time, newest),
  );
  const most = Math.max(...died.map(deadOf));
  return died.length === 0 ? agreed : died.filter((vote) => deadOf(vote) === most);
}
