import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiHost, makeTestApi, tokenSessions } from '../../test/kits/api.ts';
import { openTestArchive, writeReport } from '../../test/kits/archives.ts';
import { type Assistant, connectAssistant, listQuotes } from '../../test/kits/assistant.ts';
import {
  acceptProposal,
  addReports,
  dismissProposal,
  findDecisions,
  listWaiting,
  openRoom,
  type Room,
  readReportText,
  releaseEdition,
} from '../service/index.ts';
import { makeAssistantHandler } from './index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'variorum-mcp-'));
const named = (name: string): string => join(folder, name);

const reports = [
  { path: 'a.json', content: writeReport('Springfield', 12) },
  { path: 'b.json', content: writeReport('Springfield', 14, 'officials', '2031-05-07') },
  { path: 'c.json', content: writeReport('Dayton', 3) },
];

/** Assistants over HTTP are let in by token, as programs are. */
function connectHttp(room: Room, token = 'admin', options: Parameters<typeof makeTestApi>[1] = {}): Promise<Assistant> {
  const api = makeTestApi(room, { assistant: makeAssistantHandler(() => undefined), ...options });
  const fetch = (input: string | URL, init?: RequestInit) => api.send(new Request(input, init));
  const requestInit = { headers: { authorization: `Bearer ${token}` } };
  return connectAssistant(new StreamableHTTPClientTransport(new URL(`http://${apiHost}/mcp`), { fetch, requestInit }));
}

async function fill(place: string): Promise<void> {
  const archive = await openTestArchive(place);
  await addReports(archive, reports.slice(0, 1));
  const room = await openRoom(archive);
  await releaseEdition(room, 'A. Editor', { name: 'first' });
  await addReports(archive, reports.slice(1));
  await archive.close();
}

beforeAll(async () => {
  mkdirSync(named('inbox'));
  writeFileSync(named('inbox/salem.json'), writeReport('Salem', 5));
  writeFileSync(named('outside.json'), writeReport('Salem', 6));
  symlinkSync(named('outside.json'), named('inbox/link.json'));
  for (const name of ['stdio', 'http']) await fill(named(name));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Found {
  readonly total: number;
  readonly incidents: readonly { readonly id: string; readonly title: string }[];
  readonly next?: string;
}

/** A whole round: find, get, explain, compare, quote, ask, read a report, propose. Returns the incident. */
async function goRound({ client, call, read }: Assistant): Promise<string> {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name).sort()).toEqual([
    ...['ask', 'compare_editions', 'explain_figure', 'find_incidents', 'find_quotes', 'get_incident'],
    ...['propose_decision', 'read_reports'],
  ]);
  for (const { outputSchema, annotations, name } of tools) {
    expect(outputSchema).toBeDefined();
    expect(annotations?.readOnlyHint).toBe(name !== 'propose_decision');
  }
  const found = await call('find_incidents', { words: 'springfield' });
  const incident = (found.structured as unknown as Found).incidents[0]?.id ?? '';
  expect(listQuotes(found.structured)).toMatchObject({ bare: [], quotes: expect.arrayContaining([expect.anything()]) });
  const page = (await call('find_incidents', { limit: 1 })).structured as unknown as Found;
  expect(page).toMatchObject({ total: 2, incidents: [expect.anything()], next: expect.any(String) });
  const rest = (await call('find_incidents', { limit: 1, cursor: page.next })).structured as unknown as Found;
  expect(rest.incidents[0]?.id).not.toBe(page.incidents[0]?.id);
  const got = await call('get_incident', { incident, detail: 'full' });
  expect(got.text).toContain('14');
  const [link = ''] = got.links;
  const { texts } = await read(link);
  expect(texts[0]).toContain('Harbour Mill');
  const explained = await call('explain_figure', { incident, attribute: 'killed' });
  expect(explained.structured).toMatchObject({ best: 14, rule: expect.any(String), policy: 'recorder' });
  expect(listQuotes(explained.structured).bare).toEqual([]);
  const compared = await call('compare_editions', { before: 'first' });
  expect(compared.text).toContain('became 14');
  const quoted = await call('find_quotes', { incident, attribute: 'killed', speaker: 'police' });
  expect(quoted.structured).toMatchObject({ quotes: [{ speaker: 'police', value: 'at least 12' }] });
  const asked = await call('ask', { question: 'How many were killed in Springfield according to police?' });
  expect(asked.structured).toMatchObject({ status: 'answered', values: [{ number: 12 }] });
  const none = await call('ask', { question: 'How many were killed in Tamworth?' });
  expect(none.structured).toMatchObject({ status: 'abstained', reason: 'no-such-incident' });
  return incident;
}

describe('an assistant over standard input and output', () => {
  let assistant: Assistant;
  let logged = '';
  beforeAll(async () => {
    const args = ['--import', 'tsx', join(root, 'src/cli/main.ts'), 'mcp', named('stdio'), '--root', named('inbox')];
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [...args, '--by', 'R. Ames'],
      cwd: root,
      stderr: 'pipe',
    });
    transport.stderr?.on('data', (chunk) => {
      logged += String(chunk);
    });
    assistant = await connectAssistant(transport);
  }, 120_000);
  afterAll(() => assistant.close());

  it('goes a whole round', async () => {
    const incident = await goRound(assistant);
    const proposed = await assistant.call('propose_decision', {
      ...{ incident, action: 'override', attribute: 'killed', value: 15 },
      reason: 'A list of names has 15.',
    });
    expect(proposed.structured).toMatchObject({
      state: 'waits for a person',
      changes: [{ attribute: 'Killed', after: '15' }],
    });
    const { structured } = await assistant.call('explain_figure', { incident });
    expect(structured).toMatchObject({ best: 14 });
    expect(logged).toBe('');
  }, 120_000);

  it('reads reports under an allowed folder, and nothing outside it', async () => {
    for (const path of ['salem.json', named('inbox/salem.json'), named('inbox')]) {
      const { structured } = await assistant.call('read_reports', { paths: [path] });
      expect(structured).toMatchObject({ articles: 1, incidents: [{ figures: expect.anything() }] });
      expect(listQuotes(structured).bare).toEqual([]);
    }
    for (const path of [
      named('outside.json'),
      'link.json',
      named('inbox/link.json'),
      '../outside.json',
      '/etc/hostname',
    ]) {
      const refused = await assistant.call('read_reports', { paths: [path] });
      expect(refused).toMatchObject({ isError: true, text: expect.stringContaining('not under an allowed folder') });
    }
  }, 120_000);

  it('is told in words what cannot be', async () => {
    const gone = await assistant.call('get_incident', { incident: 'incident-0' });
    expect(gone).toMatchObject({ isError: true, text: expect.stringContaining('there is no incident') });
    const unread = await assistant.call('find_incidents', { limit: 1000 });
    expect(unread.isError).toBe(true);
  });
});

describe('an assistant over HTTP', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom(await openTestArchive(named('http')));
  }, 120_000);
  afterAll(() => room.archive.close());

  it('goes a whole round; what it proposes a person accepts or dismisses', async () => {
    const assistant = await connectHttp(room);
    const incident = await goRound(assistant);
    const request = { incident, action: 'override', attribute: 'killed', reason: 'A list of names.' } as const;
    for (const value of [15, 16]) await assistant.call('propose_decision', { ...request, value });
    const [first, second] = await listWaiting(room);
    expect([first, second]).toMatchObject([
      { incident, by: 'assistant of A. Program', request: { value: 15 } },
      { request: { value: 16 } },
    ]);
    expect(room.board.get(incident)?.figures.killed?.best).toBe(14);
    await dismissProposal(room, 'R. Ames', first?.id ?? '');
    await acceptProposal(room, 'R. Ames', second?.id ?? '');
    expect(room.board.get(incident)?.figures.killed?.best).toBe(16);
    expect(findDecisions(room, 5).items[0]?.decision).toMatchObject({
      by: 'R. Ames',
      reason: expect.stringContaining('assistant of A. Program'),
    });
    expect(await listWaiting(room)).toEqual([]);
    await expect(acceptProposal(room, 'R. Ames', first?.id ?? '')).rejects.toThrow('no proposal');
    await assistant.close();
  }, 120_000);

  it('quotes what stands in the report, to the letter', async () => {
    const assistant = await connectHttp(room);
    const { structured } = await assistant.call('find_quotes', { limit: 30 });
    const { quotes } = listQuotes(structured);
    expect(quotes.length).toBeGreaterThan(4);
    for (const { article, start, end, quote, address } of quotes) {
      expect((await readReportText(room, article)).text.slice(start, end)).toBe(quote);
      expect(address).toMatch(/^https:\/\/courier\.example/);
    }
    await assistant.close();
  });

  it('is let in by token, may only look with one to look, and reads no files of the machine', async () => {
    await expect(connectHttp(room, '')).rejects.toThrow();
    const looking = await connectHttp(room, 'reader', { sessions: tokenSessions(['read']) });
    const { incidents } = (await looking.call('find_incidents')).structured as unknown as Found;
    const request = { incident: incidents[0]?.id, action: 'note', reason: 'A note.' };
    expect(await looking.call('propose_decision', request)).toMatchObject({ isError: true });
    expect(await looking.call('read_reports', { paths: [named('inbox/salem.json')] })).toMatchObject({ isError: true });
    await looking.close();
  });
});

describe('an incident that many reports tell differently', () => {
  it('is told within the tokens an answer may cost, every figure with its words', async () => {
    const archive = await openTestArchive(named('many'));
    const speakers = Array.from(
      { length: 40 },
      (_, at) => `the ${'north western district '.repeat(4)}police station ${at}`,
    );
    const day = (at: number) => `2031-05-${String(6 + (at % 20)).padStart(2, '0')}`;
    await addReports(
      archive,
      speakers.map((by, at) => ({
        path: `${'a long folder name/'.repeat(5)}${at}.json`,
        content: writeReport('Springfield', 12 + at, by, day(at)),
      })),
    );
    const assistant = await connectHttp(await openRoom(archive));
    const { incidents } = (await assistant.call('find_incidents', { detail: 'full' })).structured as unknown as Found;
    const incident = incidents[0]?.id ?? '';
    const calls = [
      ['get_incident', { incident, detail: 'full' }],
      ['explain_figure', { incident, detail: 'full' }],
      ['find_quotes', { limit: 30 }],
      ['ask', { question: 'Which reports disagree about the dead in Springfield?' }],
    ] as const;
    for (const [name, given] of calls) {
      const { structured, isError, tokens } = await assistant.call(name, given);
      expect([name, isError, listQuotes(structured).bare]).toEqual([name, false, []]);
      expect(tokens).toBeGreaterThan(800);
    }
    await assistant.close();
    await archive.close();
  }, 240_000);
});
