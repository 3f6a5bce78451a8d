import createClient, { type Client } from 'openapi-fetch';
import { followJob } from './jobs.ts';
import type { components, operations, paths } from './paths.ts';

export type { components, operations, paths };

/** Everything the API prints, by name: `Schemas['Incident']`. */
export type Schemas = components['schemas'];

/** Where an archive is served, and who asks. */
export interface ClientOptions {
  /** Address of the server: `http://127.0.0.1:8417`. */
  readonly url: string;
  /** Token of a program. */
  readonly token: string;
  /** Sends requests; that of the platform where absent. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Milliseconds before the first repeat of what the server was too busy for, or is still computing; 1000 where absent. */
  readonly waitMs?: number;
}

/** What the server refused, as it told it (RFC 9457). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly problem: Schemas['Problem'] | undefined;

  constructor(status: number, problem: Schemas['Problem'] | undefined) {
    super([problem?.title ?? `the server answered ${status}`, problem?.detail].filter(Boolean).join(': '));
    this.status = status;
    this.problem = problem;
  }
}

/** A client of one archive: `GET`, `POST` and `DELETE` of every path, typed by the document of the API. */
export type ArchiveClient = Client<paths>;

const busy: ReadonlySet<number> = new Set([429, 503]);
const mostRepeats = 3;

/**
 * Open a client of an archive that is served.
 *
 * Each POST carries a key of its own, so that one that is repeated is done once; what the server is too busy for is repeated by itself.
 * Whole editions that take longer are waited for, unless a request prefers to be told of the job (`prefer: respond-async`).
 */
export function openClient({ url, token, waitMs = 1000, fetch: send = fetch }: ClientOptions): ArchiveClient {
  const client = createClient<paths>({
    baseUrl: `${url.replace(/\/+$/, '')}/api/v1`,
    headers: { authorization: `Bearer ${token}` },
    fetch: (request) => sendPatiently(request, send, waitMs),
  });
  client.use({
    onRequest: ({ request }) => {
      if (request.method !== 'POST' || request.headers.has('idempotency-key')) return undefined;
      request.headers.set('idempotency-key', crypto.randomUUID());
      return request;
    },
  });
  return client;
}

async function sendPatiently(
  request: Request,
  send: NonNullable<ClientOptions['fetch']>,
  waitMs: number,
): Promise<Response> {
  for (let repeats = 0; ; repeats += 1) {
    const answer = await send(request.clone());
    if (isLater(request, answer)) return followJob(request, answer, send, waitMs);
    if (!busy.has(answer.status) || repeats === mostRepeats) return answer;
    await answer.body?.cancel();
    await new Promise((resolve) => setTimeout(resolve, waitMs * 2 ** repeats));
  }
}

/** Tell whether an answer is a job in place of what was asked for. */
function isLater(request: Request, answer: Response): boolean {
  const isAsked = /\brespond-async\b/i.test(request.headers.get('prefer') ?? '');
  return answer.status === 202 && answer.headers.has('location') && !isAsked;
}

/** What is answered besides a job that stands for it meanwhile. */
export type Answered<T> = [Exclude<T, Schemas['Job']>] extends [never] ? T : Exclude<T, Schemas['Job']>;

/** An answer of the server, as a request of the client gives it. */
export interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** Give what was answered. Throws ApiProblem for what the server refused. */
export async function dataOf<T>(answer: Promise<Answer<T>>): Promise<Answered<T>> {
  const { data, error, response } = await answer;
  if (data === undefined) throw new ApiProblem(response.status, error as Schemas['Problem'] | undefined);
  // The client has waited for what takes longer.
  return data as Answered<T>;
}

/** Turn the pages of something: `for await (const quote of itemsOf((cursor) => client.GET('/quotes', …)))`. Throws ApiProblem. */
export async function* itemsOf<T>(
  ask: (cursor: string | undefined) => Promise<Answer<{ readonly items: readonly T[]; readonly next?: string }>>,
): AsyncGenerator<T> {
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await dataOf(ask(cursor));
    yield* items;
    if (next === undefined) return;
    cursor = next;
  }
}
