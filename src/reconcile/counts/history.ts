import { type CountRecord, countTable, type TollStep, toIsoDay } from '../../model/index.ts';
import { type ReportTime, reportTimeOf } from '../evidence/times.ts';
import type { Archive } from '../evidence/witnesses.ts';
import type { AttackerToll, AttributeEvidence } from './attribute-evidence.ts';

type Counts = Pick<CountRecord, 'low' | 'best' | 'high'>;

/** With more times of report than this, steps are taken by day. */
const maxInstants = 24;
/** With more days than this, only every second, third … of them is a step. */
const maxDays = 60;

/**
 * Tell how the accepted figure moved: judge what was known at each time of report, and keep the times at which it changed.
 *
 * Reports whose time is not known enter no step. None where there are fewer than two times.
 */
export function addHistory(
  record: CountRecord,
  told: AttributeEvidence,
  judge: (part: AttributeEvidence) => Counts,
  archive: Archive,
): CountRecord {
  if (countTable[told.attribute].drawn !== true) return record;
  const timed = told.own.flatMap((claim) => {
    const time = reportTimeOf(claim, archive);
    return time === undefined || time.open === true ? [] : [{ claim, time }];
  });
  const times = listTimes(timed.map(({ time }) => time));
  if (times.length < 2) return record;
  const byInstant = times[0]?.includes('T') === true;
  const keyed = timed.map(({ claim, time }) => ({ claim, key: keyOf(time, byInstant) }));
  const fallen = told.dead.flatMap((claim) => {
    const time = reportTimeOf(claim, archive);
    return time === undefined || time.open === true ? [] : [{ claim, key: keyOf(time, byInstant) }];
  });
  const votes = told.votes.flatMap((vote) =>
    vote.time === undefined || vote.time.open === true ? [] : [{ vote, key: keyOf(vote.time, byInstant) }],
  );
  const steps: TollStep[] = [];
  let before = '';
  for (const [at, key] of times.entries()) {
    const known = keyed.filter((one) => one.key <= key);
    const dead = fallen.filter((one) => one.key <= key);
    const counts = judge({
      attribute: told.attribute,
      own: known.map(({ claim }) => claim),
      attackers: { ...told.attackers, record: cutAttackers(told.attackers.record, key) },
      dead: dead.map(({ claim }) => claim),
      votes: votes.filter((one) => one.key <= key).map(({ vote }) => vote),
    });
    const said = `${counts.low}|${counts.best}|${counts.high}`;
    if (said === before) continue;
    before = said;
    const since = times[at - 1];
    const fresh = known.filter((one) => since === undefined || one.key > since);
    const articles = [...new Set(fresh.map(({ claim }) => claim.article))].sort();
    steps.push({ at: key, low: counts.low, best: counts.best, high: counts.high, articles });
  }
  return { ...record, history: steps };
}

/** Spell a time as finely as steps are taken: by the instant only where every report has one. */
function keyOf({ day, instant }: ReportTime, byInstant: boolean): string {
  if (!byInstant || instant === undefined) return spellDay(day);
  return new Date(instant).toISOString();
}

const spelt = new Map<number, string>();

/** Days are few and asked for often; what is kept is a pure function of its key. */
function spellDay(day: number): string {
  const known = spelt.get(day) ?? toIsoDay(day);
  if (spelt.size < 50_000) spelt.set(day, known);
  return known;
}

function listTimes(times: readonly ReportTime[]): readonly string[] {
  if (times.every(({ instant }) => instant !== undefined)) {
    const instants = [...new Set(times.map(({ instant = 0 }) => new Date(instant).toISOString()))].sort();
    if (instants.length <= maxInstants) return instants;
  }
  const days = [...new Set(times.map(({ day }) => day))].sort((a, b) => a - b).map(toIsoDay);
  const stride = Math.ceil(days.length / maxDays);
  return days.filter((_, at) => (days.length - 1 - at) % stride === 0);
}

/** What was known of the attackers by then; a record without steps holds for all times. */
function cutAttackers(record: AttackerToll | undefined, key: string): AttackerToll | undefined {
  if (record?.history === undefined) return record;
  const steps = record.history.filter(({ at }) => at <= key || at.startsWith(key));
  const last = steps.at(-1);
  return last === undefined ? undefined : { ...record, low: last.low, best: last.best, high: last.high };
}
