import { type CountAttribute, compareText, type Incident, isCountRecord } from '../../src/model/index.ts';
/**
 * Read shootings under every policy: `npx tsx bench/run/policies.ts [--limit N]`; by default 250 incidents, spread over the
 * development half.
 *
 * Prints a Markdown table: how often each policy's dead and hurt (attackers included) equal the record's and the default
 * policy's, and for each difference from the default the rule that made it. A difference without a rule of that policy is
 * counted as unruled, and the program exits 1.
 */

import { policies, revise } from '../../src/reconcile/index.ts';
import { compareEdition, type RecordComparison } from '../gva/compare.ts';
import { readRecords } from '../gva/record.ts';
import { readRecord, sampleRecords } from '../gva/run.ts';

const limit = Number(process.argv[process.argv.indexOf('--limit') + 1]) || 250;
const source = new URL('../../../shared/corpora/gva/dev.jsonl.gz', import.meta.url).pathname;
const context = { now: '2026-01-01T00:00:00Z', seed: 0 };

interface Tally {
  killed: number;
  injured: number;
  both: number;
  readonly moved: Map<string, number>;
}

/** Name the rule behind a policy's figure. Where the policy has no such column or accepts no figure, the record names that rule. */
function nameRule(incident: Incident | undefined, attribute: CountAttribute): string {
  const record = incident?.attributes[attribute];
  return record !== undefined && isCountRecord(record) ? record.rule : 'unruled';
}

function addDifferences(tally: Tally, own: RecordComparison, other: RecordComparison): void {
  for (const attribute of ['killed', 'injured'] as const) {
    if (own[attribute] === other[attribute]) continue;
    const key = `${attribute} ${nameRule(own.incident, attribute)}`;
    tally.moved.set(key, (tally.moved.get(key) ?? 0) + 1);
  }
}

const records = sampleRecords(readRecords(source), limit);
const tallies = new Map(
  policies.map(({ name }): [string, Tally] => [name, { killed: 0, injured: 0, both: 0, moved: new Map() }]),
);
const reasons = new Map<string, number>();
for (const record of records) {
  const edition = await readRecord(record);
  const plain = compareEdition(record, edition);
  for (const { readings } of edition.incidents.flatMap(({ attributes }) => Object.values(attributes)))
    for (const { difference } of readings)
      if (difference !== undefined) reasons.set(difference, (reasons.get(difference) ?? 0) + 1);
  for (const [name, tally] of tallies) {
    const own = compareEdition(record, revise(edition, { policy: name }, context).value);
    if (own.right.killed) tally.killed += 1;
    if (own.right.injured) tally.injured += 1;
    if (own.right.both) tally.both += 1;
    addDifferences(tally, own, plain);
  }
}
const share = (count: number): string => (count / records.length).toFixed(3);
const lines = [...tallies].map(([name, { killed, injured, both, moved }]) => {
  const said = [...moved].sort(([a], [b]) => compareText(a, b)).map(([key, count]) => `${key}: ${count}`);
  return `| ${name} | ${share(both)} | ${share(killed)} | ${share(injured)} | ${said.join(', ') || 'none'} |`;
});
const told = [...reasons].sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`);
process.stdout.write(
  `${records.length} incidents\n| policy | both | killed | injured | differs from the default |\n| --- | --- | --- | --- | --- |\n${lines.join('\n')}\nreasons: ${told.join(', ')}\n`,
);
process.exitCode = [...tallies.values()].some(({ moved }) => [...moved.keys()].some((key) => key.endsWith('unruled')))
  ? 1
  : 0;
