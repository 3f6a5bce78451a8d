import {
  type DecisionAction,
  decisionActions,
  defined,
  type ProofStandard,
  proofStandards,
} from '../../model/index.ts';
import { appendDecision, type DecisionRequest, decide, loadEdition, printDecision } from '../../pipeline/index.ts';
import { decideOn, isArchivePlace } from '../../service/index.ts';
import { withArchive } from '../archives.ts';
import { makeCommand } from '../command.ts';
import { type ExitCode, exitCodes, UsageError } from '../failure.ts';
import { checkOut, print } from '../output.ts';

/** Add one decision to a file of decisions, or to an archive; neither the edition nor earlier decisions are changed. */
export const decideCommand = makeCommand({
  meta: { name: 'variorum decide', description: 'Add a decision to a file of decisions, or to an archive' },
  args: {
    action: { type: 'positional', description: `One of ${decisionActions.join(', ')}`, required: true },
    edition: { type: 'positional', description: 'Edition, as variorum read writes it, or an archive', required: true },
    target: {
      type: 'positional',
      description: 'An incident by its id or its number in the edition, from 1; with an attribute, such as 1.killed',
      valueHint: 'INCIDENT[.attribute]',
      required: true,
    },
    by: { type: 'string', description: 'Who decides', required: true, valueHint: 'NAME' },
    reason: { type: 'string', description: 'Why', required: true, valueHint: 'TEXT' },
    at: { type: 'string', description: 'When, UTC (default: now)', valueHint: 'TIME' },
    claims: { type: 'string', description: 'accept, reject, split, move: ids of claims, by commas', valueHint: 'IDS' },
    value: { type: 'string', description: 'override, add-claim: 12, or 8-12', valueHint: 'COUNT' },
    words: {
      type: 'string',
      description: 'add-claim: the words that state it, by positions in the article’s text',
      valueHint: 'ARTICLE:START-END',
    },
    place: { type: 'string', description: 're-place: its name; with its country, Norwick/GB', valueHint: 'NAME' },
    copy: { type: 'string', description: 'copy-of: id of the article that repeats another', valueHint: 'ARTICLE' },
    of: { type: 'string', description: 'copy-of: id of the article that is repeated', valueHint: 'ARTICLE' },
    date: { type: 'string', description: 're-date: a day, or FROM/TO', valueHint: 'DAYS' },
    policy: { type: 'string', description: 'set-policy: its name', valueHint: 'NAME' },
    proof: {
      type: 'string',
      description: `set-proof: the standard of proof that is met: ${proofStandards.join(', ')}`,
      valueHint: 'STANDARD',
    },
    with: {
      type: 'string',
      description: 'merge: the incident to join to it; move: where the claims go',
      valueHint: 'INCIDENT',
    },
    out: {
      type: 'string',
      description: 'File to add to (default: print); an archive keeps its own',
      valueHint: 'FILE',
    },
  },
  help: {
    usage: 'ACTION EDITION INCIDENT[.attribute]',
    examples: [
      "variorum decide override edition.json 1.killed --value 12 --by 'A. Recorder' --reason 'hospital list' --out decisions.jsonl",
      "variorum decide note archive/ 2 --by 'A. Recorder' --reason 'the hospital was asked'",
      "variorum decide merge edition.json 1 --with 2 --by 'A. Recorder' --reason 'the same fire'",
    ],
    groups: {
      'Who decides, and why': ['by', 'reason', 'at'],
      'What is decided': ['claims', 'value', 'words', 'date', 'place', 'policy', 'proof'],
      'Of which other': ['with', 'copy', 'of'],
      'Where it goes': ['out'],
    },
  },
  run: async ({ args: given }) => {
    const request: DecisionRequest = {
      action: readAction(given.action),
      target: given.target,
      by: given.by,
      reason: given.reason,
      ...defined({
        at: given.at,
        claims: given.claims?.split(',').map((id) => id.trim()),
        value: given.value === undefined ? undefined : readCount(given.value),
        date: given.date,
        policy: given.policy,
        proof: given.proof === undefined ? undefined : readProof(given.proof),
        other: given.with,
        words: given.words === undefined ? undefined : readWords(given.words),
        place: given.place === undefined ? undefined : readPlace(given.place),
        reports: given.copy === undefined || given.of === undefined ? undefined : { copy: given.copy, of: given.of },
      }),
    };
    if (await isArchivePlace(given.edition)) return decideInArchive(given.edition, request, given.out);
    await checkOut(given.out);
    const decision = decide(await loadEdition(given.edition), request);
    await (given.out === undefined ? print(printDecision(decision)) : appendDecision(given.out, decision));
    return exitCodes.done;
  },
});

async function decideInArchive(place: string, request: DecisionRequest, out: string | undefined): Promise<ExitCode> {
  if (out !== undefined) throw new UsageError(`--out ${out}: the archive itself keeps what is decided about it`);
  const decision = await withArchive(place, {}, (archive) => decideOn(archive, request));
  await print(`${decision.id} is kept: ${decision.action} ${request.target}.\n`);
  return exitCodes.done;
}

function readAction(name: string): DecisionAction {
  const action = decisionActions.find((one) => one === name);
  if (action === undefined)
    throw new UsageError(`there is no action "${name}"; there is ${decisionActions.join(', ')}`);
  return action;
}

function readProof(name: string): ProofStandard {
  const known = proofStandards.find((one) => one === name);
  if (known === undefined) throw new UsageError(`--proof ${name}: there is ${proofStandards.join(', ')}`);
  return known;
}

function readCount(words: string): number | readonly [number, number] {
  const found = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(words);
  if (found === null) throw new UsageError(`--value ${words}: give a count such as 12, or 8-12`);
  return found[2] === undefined ? Number(found[1]) : [Number(found[1]), Number(found[2])];
}

function readWords(words: string): NonNullable<DecisionRequest['words']> {
  const found = /^(.+):(\d{1,9})-(\d{1,9})$/.exec(words);
  if (found === null) throw new UsageError(`--words ${words}: give ARTICLE:START-END`);
  return { article: found[1] ?? '', start: Number(found[2]), end: Number(found[3]) };
}

function readPlace(words: string): NonNullable<DecisionRequest['place']> {
  const found = /^(.+?)(?:\/([A-Za-z]{2}))?$/.exec(words.trim());
  const country = found?.[2]?.toUpperCase();
  return { name: found?.[1] ?? words, ...defined({ country }) };
}
