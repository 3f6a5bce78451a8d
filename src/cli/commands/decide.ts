import { appendOutput, describeFailure, readClock } from '../../io/index.ts';
import { type CountValue, type DateValue, decisionActions, defined, type Edition } from '../../model/index.ts';
import { type Deciding, policies, writeDecision } from '../../pipeline/index.ts';
import { makeCommand } from '../command.ts';
import { isTime, loadEdition, readTarget } from '../editions.ts';
import { exitCodes, OutputError, UsageError } from '../failure.ts';
import { checkOut, writeOut } from '../output.ts';

/** Write one decision down; nothing is ever changed in place. */
export const decideCommand = makeCommand({
  meta: { name: 'variorum decide', description: 'Add a decision to a file of decisions' },
  args: {
    action: { type: 'positional', description: `One of ${decisionActions.join(', ')}`, required: true },
    edition: { type: 'positional', description: 'Edition, as variorum read writes it', required: true },
    target: {
      type: 'positional',
      description: 'An incident by its id or its number in the edition, from 1; with an attribute, such as 1.killed',
      valueHint: 'INCIDENT[.attribute]',
      required: true,
    },
    by: { type: 'string', description: 'Who decides', required: true, valueHint: 'NAME' },
    reason: { type: 'string', description: 'Why', required: true, valueHint: 'TEXT' },
    at: { type: 'string', description: 'When, UTC (default: now)', valueHint: 'TIME' },
    claims: { type: 'string', description: 'accept, reject, split: ids of claims, by commas', valueHint: 'IDS' },
    value: { type: 'string', description: 'override: 12, or 8-12', valueHint: 'COUNT' },
    date: { type: 'string', description: 're-date: a day, or FROM/TO', valueHint: 'DAYS' },
    policy: { type: 'string', description: 'set-policy: its name', valueHint: 'NAME' },
    with: { type: 'string', description: 'merge: the incident to join to it', valueHint: 'INCIDENT' },
    out: { type: 'string', description: 'File to add to (default: print)', valueHint: 'FILE' },
  },
  help: {
    usage: 'ACTION EDITION INCIDENT[.attribute]',
    examples: [
      "variorum decide override edition.json 1.killed --value 12 --by 'A. Recorder' --reason 'hospital list' --out decisions.jsonl",
      "variorum decide merge edition.json 1 --with 2 --by 'A. Recorder' --reason 'the same fire'",
    ],
    groups: {
      'Who decides, and why': ['by', 'reason', 'at'],
      'What is decided': ['claims', 'value', 'date', 'policy', 'with'],
      'Where it goes': ['out'],
    },
  },
  run: async ({ args: given }) => {
    await checkOut(given.out);
    const edition = await loadEdition(given.edition);
    const decision = writeDecision(edition, readDeciding(edition, given));
    const line = `${JSON.stringify(decision)}\n`;
    if (given.out === undefined) await writeOut(undefined, line);
    else await appendOutput(given.out, line).catch((error: unknown) => failOutput(given.out, error));
    return exitCodes.done;
  },
});

function failOutput(path: string | undefined, error: unknown): never {
  throw new OutputError(`${path}: ${describeFailure(error)}`);
}

type Given = Readonly<Record<'action' | 'target' | 'by' | 'reason', string>> &
  Readonly<Partial<Record<'at' | 'claims' | 'value' | 'date' | 'policy' | 'with', string | undefined>>>;

function readDeciding(edition: Edition, given: Given): Deciding {
  const action = decisionActions.find((one) => one === given.action);
  if (action === undefined)
    throw new UsageError(`there is no action "${given.action}"; there is ${decisionActions.join(', ')}`);
  const { incident, attribute } = readTarget(edition, given.target);
  const at = given.at ?? readClock();
  if (!isTime(at)) throw new UsageError(`--at ${at}: give a day or instant, such as 2024-03-23T12:00Z`);
  const deciding = {
    action,
    incident,
    by: given.by,
    at: new Date(at.includes('T') && !/(?:Z|[+-]\d{2}:?\d{2})$/.test(at) ? `${at}Z` : at).toISOString(),
    reason: given.reason,
    ...defined({ attribute }),
  };
  const need = <T>(value: T | undefined, option: string): T => {
    if (value === undefined) throw new UsageError(`${action} needs ${option}`);
    return value;
  };
  switch (action) {
    case 'accept':
      need(attribute, 'INCIDENT.attribute');
      return { ...deciding, claims: readClaims(edition, need(given.claims, '--claims')) };
    case 'reject':
    case 'split':
      return { ...deciding, claims: readClaims(edition, need(given.claims, '--claims')) };
    case 'override':
      need(attribute, 'INCIDENT.attribute');
      return { ...deciding, value: readCount(need(given.value, '--value')) };
    case 're-date':
      return { ...deciding, date: readDays(need(given.date, '--date')) };
    case 'set-policy':
      return { ...deciding, policy: readPolicy(need(given.policy, '--policy')) };
    case 'merge':
      return { ...deciding, other: readTarget(edition, need(given.with, '--with')).incident };
    case 'note':
      return deciding;
  }
}

function readClaims(edition: Edition, ids: string): readonly string[] {
  const known = new Set(edition.claims.map(({ id }) => id));
  const list = ids.split(',').map((id) => id.trim());
  const missing = list.find((id) => !known.has(id));
  if (missing !== undefined) throw new UsageError(`--claims: there is no claim "${missing}"`);
  return list;
}

function readCount(words: string): CountValue {
  const found = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(words);
  if (found === null) throw new UsageError(`--value ${words}: give a count such as 12, or 8-12`);
  const [min, max] = [Number(found[1]), Number(found[2] ?? found[1])];
  if (max < min) throw new UsageError(`--value ${words}: the first is to be the lower`);
  return found[2] === undefined
    ? { kind: 'count', min, max, anchor: min }
    : { kind: 'count', min, max, qualifier: 'between' };
}

function readDays(words: string): DateValue {
  const found = /^(\d{4}-\d{2}-\d{2})(?:\/(\d{4}-\d{2}-\d{2}))?$/.exec(words);
  const [earliest, latest] = [found?.[1] ?? '', found?.[2] ?? found?.[1] ?? ''];
  if (!isTime(earliest) || !isTime(latest) || latest < earliest)
    throw new UsageError(`--date ${words}: give a day such as 2024-03-22, or FROM/TO`);
  const precision = earliest === latest ? 'day' : 'days';
  return { kind: 'date', edtf: earliest === latest ? earliest : `${earliest}/${latest}`, earliest, latest, precision };
}

function readPolicy(name: string): string {
  if (!policies.some((policy) => policy.name === name))
    throw new UsageError(`--policy ${name}: there is ${policies.map((policy) => policy.name).join(', ')}`);
  return name;
}
