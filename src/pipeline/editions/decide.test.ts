import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marketEdition } from '../../../test/kits/edition.ts';
import { OutputError, RequestError } from '../errors.ts';
import { appendDecision, type DecisionRequest, decide } from './decide.ts';
import { loadDecisions, loadEdition, parseDecisions, parseEdition } from './load.ts';
import { publishFile } from './save.ts';

const by = { by: 'A. Recorder', reason: 'the list of the hospital', at: '2025-09-21' } as const;
const [market, other] = marketEdition.incidents;
const [claim] = marketEdition.claims;
const request = (more: Omit<DecisionRequest, keyof typeof by>): DecisionRequest => ({ ...by, ...more });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-decide-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('decide', () => {
  it.each([
    [{ action: 'override', target: '1.killed', value: 12 }, { value: { kind: 'count', min: 12, max: 12, anchor: 12 } }],
    [
      { action: 'override', target: '1.killed', value: [8, 12] },
      { value: { kind: 'count', min: 8, max: 12, qualifier: 'between' } },
    ],
    [
      { action: 're-date', target: '1', date: '2025-09-12' },
      { date: { kind: 'date', edtf: '2025-09-12', earliest: '2025-09-12', latest: '2025-09-12', precision: 'day' } },
    ],
    [
      { action: 're-date', target: '1', date: '2025-09-12/2025-09-13' },
      { date: { edtf: '2025-09-12/2025-09-13', earliest: '2025-09-12', latest: '2025-09-13', precision: 'days' } },
    ],
    [{ action: 'set-policy', target: '1', policy: 'ucdp' }, { policy: 'ucdp' }],
    [
      { action: 'set-proof', target: '1', proof: 'reasonable-grounds-to-believe' },
      { proof: 'reasonable-grounds-to-believe' },
    ],
    [{ action: 'note', target: market?.id ?? '' }, { action: 'note' }],
    [
      { action: 'accept', target: '1.killed', claims: [claim?.id ?? ''] },
      { claims: [{ exact: claim?.evidence[0]?.quote }] },
    ],
    [{ action: 'reject', target: '1', claims: [claim?.id ?? ''] }, { action: 'reject' }],
  ] as const)('writes %j', (given, decision) => {
    expect(decide(marketEdition, request(given))).toMatchObject({
      by: by.by,
      at: '2025-09-21T00:00:00.000Z',
      ...decision,
    });
  });

  it('points at both incidents of a merge by their words', () => {
    const { on, claims = [] } = decide(marketEdition, request({ action: 'merge', target: '1', other: '2' }));
    expect(on.length).toBeGreaterThan(0);
    expect(claims.length).toBeGreaterThan(0);
    expect(other?.id).not.toBe(market?.id);
  });

  it.each([
    [{ action: 'override', target: '1.killed' }, 'override needs value'],
    [{ action: 'override', target: '1', value: 3 }, 'override needs INCIDENT.attribute'],
    [{ action: 'override', target: '1.killed', value: 1.5 }, 'give a count'],
    [{ action: 'override', target: '1.killed', value: [9, 8] }, 'the first is to be the lower'],
    [{ action: 'accept', target: '1.killed' }, 'accept needs claims'],
    [{ action: 'reject', target: '1', claims: ['claim-none'] }, 'there is no claim "claim-none"'],
    [{ action: 're-date', target: '1', date: 'Friday' }, 'give a day'],
    [{ action: 're-date', target: '1', date: '2025-09-13/2025-09-12' }, 'give a day'],
    [{ action: 'set-policy', target: '1', policy: 'hearsay' }, 'policy hearsay: there is recorder'],
    [{ action: 'set-proof', target: '1' }, 'set-proof needs proof'],
    [{ action: 'merge', target: '1' }, 'merge needs the other incident'],
    [{ action: 'note', target: '99' }, 'there is no one incident "99"'],
    [{ action: 'note', target: '1.kiled' }, 'there is no attribute "kiled"'],
    [{ action: 'note', target: '1', at: 'noon' }, 'give a day or instant'],
  ] as const)('refuses %j', (given, message) => {
    const decideSo = () => decide(marketEdition, { ...by, ...given });
    expect(decideSo).toThrow(RequestError);
    expect(decideSo).toThrow(message);
  });

  it('takes a time without a zone for UTC', () => {
    const noon = decide(marketEdition, { ...by, action: 'note', target: '1', at: '2025-09-21T12:00' });
    expect(noon.at).toBe('2025-09-21T12:00:00.000Z');
  });
});

describe('files of editions and decisions', () => {
  const note = decide(marketEdition, request({ action: 'note', target: '1' }));

  it('give back what was written', async () => {
    const [edition, decisions] = [join(folder, 'edition.json'), join(folder, 'decisions.jsonl')];
    await publishFile(marketEdition, 'json', edition);
    expect(await loadEdition(edition)).toEqual(marketEdition);
    await appendDecision(decisions, note);
    await appendDecision(decisions, note);
    expect(await loadDecisions(decisions)).toEqual([note, note]);
  });

  it('are refused where they are none', async () => {
    expect(() => parseEdition('{"variorum": 2}')).toThrow('the text: it is no edition (variorum:');
    expect(() => parseEdition('Two people were killed.', 'report.txt')).toThrow('report.txt: it is no edition');
    expect(() => parseDecisions(`${JSON.stringify(note)}\n{}\n`)).toThrow('line 2 is no decision');
    await expect(loadEdition(join(folder, 'missing.json'))).rejects.toThrow(RequestError);
  });

  it('cannot be written into a file', async () => {
    await publishFile(marketEdition, 'csv', join(folder, 'file'));
    await expect(publishFile(marketEdition, 'csv', join(folder, 'file/edition.csv'))).rejects.toThrow(OutputError);
    await expect(appendDecision(join(folder, 'file/decisions.jsonl'), note)).rejects.toThrow(OutputError);
  });
});
