import {
  type CountAttribute,
  type CountRecord,
  type Edition,
  type Incident,
  isCountRecord,
} from '../../src/model/index.ts';
import { tabulateAcled, tabulateGtd, tabulateUcdp } from '../../src/publish/index.ts';
import { type Asked, type InventedReport, inventEdition, sayReasons } from '../kits/invented-reports.ts';

/** One worked example: invented reports, and what each policy codes from them. */
export interface Example {
  readonly says: string;
  readonly reports: readonly InventedReport[];
  readonly asked?: Asked;
  /** Expected result of each question: `recorder killed`, `gtd row nkill`, `acled shares`, `emdat entry`, `recorder reasons`, `recorder grade`. */
  readonly coded: Readonly<Record<string, string>>;
}

const tables = { ucdp: tabulateUcdp, acled: tabulateAcled, gtd: tabulateGtd } as const;

/**
 * Answer one question of an example: "8 / 11 / 11" is low, best and high, a single number where the three are equal, "blank"
 * where there is none.
 */
export function workOut({ reports, asked = {} }: Example, what: string): string {
  const [policy = '', kind = '', name = ''] = what.split(' ');
  const edition = inventEdition(reports, { ...asked, policy });
  const [incident] = edition.incidents;
  if (incident === undefined) throw new Error('the example has no incident');
  if (kind === 'row') return sayCells(edition, policy, name);
  if (kind === 'shares')
    return (incident.units ?? []).map(({ shares }) => shares.killed ?? 0).join(' + ') || 'one event';
  const record = findRecord(incident, name === '' ? (kind as CountAttribute) : (name as CountAttribute));
  switch (kind) {
    case 'reasons':
      return sayAll(sayReasons(record ?? fail(what)));
    case 'status':
      return (record ?? fail(what)).status;
    case 'grade':
      return (record ?? fail(what)).grade;
    case 'rule':
      return (record ?? fail(what)).rule;
    case 'history':
      return (record?.history ?? []).map(({ best }) => best ?? 'blank').join(', ');
    case 'notes':
      return (record?.notes ?? []).join('; ');
    case 'entry':
      return incident.entry === undefined ? 'no criteria' : incident.entry.meets ? 'meets them' : 'does not';
    default:
      return record === undefined ? 'none' : sayCounts(record);
  }
}

function fail(what: string): never {
  throw new Error(`there is no record for ${what}`);
}

function findRecord(incident: Incident, name: CountAttribute): CountRecord | undefined {
  const wanted = ['reasons', 'status', 'grade', 'rule', 'history', 'notes', 'entry'].includes(name) ? 'killed' : name;
  const record = incident.attributes[wanted as CountAttribute];
  return record !== undefined && isCountRecord(record) ? record : undefined;
}

function sayCounts({ low, best, high }: CountRecord): string {
  const counts = [low, best, high].map((count) => count ?? 'blank');
  return new Set(counts).size === 1 ? `${counts[0]}` : counts.join(' / ');
}

function sayAll(reasons: Readonly<Record<string, string>>): string {
  return Object.entries(reasons)
    .map(([number, reason]) => `${number} ${reason}`)
    .join(', ');
}

function sayCells(edition: Edition, policy: string, column: string): string {
  const table = tables[policy as keyof typeof tables](edition);
  const at = table.columns.findIndex(({ name }) => name === column);
  if (at === -1) throw new Error(`${policy} has no column ${column}`);
  return table.rows.map((row) => `${row[at] ?? 'blank'}` || 'blank').join(' + ');
}
