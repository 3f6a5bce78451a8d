import { InMemoryTransport } from '@modelcontextprotocol/client';
import { makeServer } from '../../src/mcp/server.ts';
import { openRoom, type Room, readReportText, releaseEdition } from '../../src/service/index.ts';
import { type Assistant, connectAssistant, listQuotes } from '../../test/kits/assistant.ts';
import { openBenchArchive } from '../archive/fill.ts';
import { fillIncidents } from '../room/fill.ts';

/** What the answers of one tool came to. */
export interface ToolCost {
  readonly name: string;
  readonly calls: number;
  readonly failed: number;
  readonly mostTokens: number;
  /** Median and 95th percentile, milliseconds by the clock. */
  readonly times: readonly [p50: number, p95: number];
  readonly quotes: number;
  /** Values without words, and quotes that do not stand in their report as told or have no address. */
  readonly bare: number;
  readonly wrong: number;
}

interface Call {
  readonly name: string;
  readonly given: Readonly<Record<string, unknown>>;
}

/** Fill an archive with so many invented incidents, and ask for all that an assistant may, many times. */
export async function measureAssistant(place: string, incidents: number, turns: number): Promise<readonly ToolCost[]> {
  const archive = await openBenchArchive(place);
  await fillIncidents(archive, incidents);
  const room = await openRoom(archive);
  const ids = [...room.board.values()].map(({ id, title }) => ({ id, title }));
  const step = Math.max(1, Math.floor(ids.length / turns));
  const some = ids.filter((_, at) => at % step === 0).slice(0, turns);
  if (incidents <= 1000) await releaseEdition(room, 'bench', { name: 'first' });
  const [mine, theirs] = InMemoryTransport.createLinkedPair();
  const context = { room, who: 'assistant of bench', roots: [], mayPropose: true };
  await makeServer(context, (error) => process.stderr.write(`${String(error)}\n`)).connect(theirs);
  const assistant = await connectAssistant(mine);
  const costs: ToolCost[] = [];
  for (const calls of listCalls(some)) costs.push(await measureCalls(room, assistant, calls));
  await assistant.close();
  await archive.close();
  return costs;
}

/** The calls of each tool, the dearest there are among them. */
function listCalls(
  incidents: readonly { readonly id: string; readonly title: string }[],
): readonly (readonly Call[])[] {
  const each = (name: string, make: (id: string, title: string) => Call['given']): readonly Call[] =>
    incidents.map(({ id, title }) => ({ name, given: make(id, title) }));
  return [
    [
      { name: 'find_incidents', given: { limit: 25, detail: 'full' } },
      { name: 'find_incidents', given: { limit: 25, background: true, sort: 'killed' } },
      ...each('find_incidents', (_, title) => ({ words: title.split(/[\s,]+/)[0] ?? '', detail: 'full' })),
    ],
    each('get_incident', (incident) => ({ incident, detail: 'full' })),
    each('explain_figure', (incident) => ({ incident, attribute: 'killed', detail: 'full' })),
    [{ name: 'find_quotes', given: { limit: 30 } }, ...each('find_quotes', (incident) => ({ incident, limit: 30 }))],
    each('ask', (_, title) => ({ question: `How many people were killed in the ${title}?` })),
    each('propose_decision', (incident) => ({ incident, action: 'note', reason: 'A note to be read by a person.' })),
  ];
}

async function measureCalls(room: Room, assistant: Assistant, calls: readonly Call[]): Promise<ToolCost> {
  const times: number[] = [];
  let [failed, tokens, quotes, bare, wrong] = [0, 0, 0, 0, 0];
  for (const { name, given } of calls) {
    const before = performance.now();
    const told = await assistant.call(name, given);
    times.push(performance.now() - before);
    if (told.isError) failed += 1;
    tokens = Math.max(tokens, told.tokens);
    const listed = listQuotes(told.structured);
    bare += listed.bare.length;
    for (const { article, start, end, quote, address } of listed.quotes) {
      quotes += 1;
      const { text } = await readReportText(room, article);
      if (text.slice(start, end) !== quote || address === '') wrong += 1;
    }
  }
  const sorted = times.toSorted((a, b) => a - b);
  const spread = [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted[Math.floor(sorted.length * 0.95)] ?? 0] as const;
  return {
    name: calls[0]?.name ?? '',
    calls: calls.length,
    failed,
    mostTokens: tokens,
    times: spread,
    quotes,
    bare,
    wrong,
  };
}
