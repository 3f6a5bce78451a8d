import { Client } from '@modelcontextprotocol/client';
import { countTokens } from 'gpt-tokenizer';
import { mostTokens } from '../../src/mcp/budget.ts';

type Transport = Parameters<Client['connect']>[0];

/** What a tool answered, as the client has it. */
export interface Told {
  readonly structured: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly isError: boolean;
  readonly links: readonly string[];
  /** Tokens of the whole answer as it came, counted by a tokenizer (o200k). */
  readonly tokens: number;
}

/** An assistant: the protocol's own client, which checks each answer against the schema of its tool. */
export interface Assistant {
  readonly client: Client;
  readonly call: (name: string, given?: Readonly<Record<string, unknown>>) => Promise<Told>;
  /** Read a resource: all its contents, and how many tokens it cost. */
  readonly read: (uri: string) => Promise<{ readonly texts: readonly string[]; readonly tokens: number }>;
  readonly close: () => Promise<void>;
}

/** Connect an assistant. Every answer is checked to keep within the tokens it may cost. */
export async function connectAssistant(transport: Transport): Promise<Assistant> {
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(transport);
  const weigh = (answer: unknown, what: string): number => {
    const tokens = countTokens(JSON.stringify(answer));
    if (tokens > mostTokens) throw new Error(`${what}: ${tokens} tokens`);
    return tokens;
  };
  return {
    client,
    call: async (name, given = {}) => {
      const answer = await client.callTool({ name, arguments: { ...given } });
      const content = answer.content ?? [];
      return {
        structured: (answer.structuredContent ?? {}) as Record<string, unknown>,
        text: content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n'),
        links: content.flatMap((part) => (part.type === 'resource_link' ? [part.uri] : [])),
        isError: answer.isError === true,
        tokens: weigh(answer, name),
      };
    },
    read: async (uri) => {
      const answer = await client.readResource({ uri });
      return {
        texts: answer.contents.flatMap((part) => ('text' in part ? [part.text] : [])),
        tokens: weigh(answer, uri),
      };
    },
    close: () => client.close(),
  };
}

/** A quote as tools give it. */
interface Quoted {
  readonly quote: string;
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly address: string;
}

/** List every quote in an answer, and the figures that have none. */
export function listQuotes(value: unknown): { readonly quotes: readonly Quoted[]; readonly bare: readonly unknown[] } {
  const quotes: Quoted[] = [];
  const bare: unknown[] = [];
  const walk = (one: unknown): void => {
    if (Array.isArray(one)) for (const item of one) walk(item);
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return;
    if ('quote' in one) quotes.push(one as Quoted);
    if ('words' in one && (!('quotes' in one) || (one.quotes as readonly unknown[]).length === 0)) bare.push(one);
    for (const child of Object.values(one)) walk(child);
  };
  walk(value);
  return { quotes, bare };
}
