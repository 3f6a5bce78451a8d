import type { Context, Hono } from 'hono';
import { ZodError, type z } from 'zod';
import { isRecord } from '../../model/index.ts';
import type { Poster } from '../../pipeline/index.ts';
import { doOnce, type Room } from '../../service/index.ts';
import { checkMay, requireAsker } from '../guard.ts';
import { takeText } from '../intake.ts';
import type { Limits } from '../limits.ts';
import { streamEvents } from '../live.ts';
import { Refusal } from '../problem.ts';
import { Download } from '../route.ts';
import type { Sessions } from '../session.ts';
import { documentOf } from './document.ts';
import { Later, prefersJob, sendJob, watchWork } from './later.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations/index.ts';
import { printApiPage } from './page.ts';
import { pathSchemas } from './parameters.ts';
import { holdsTag, tagOf } from './tags.ts';

/** What the API is made of. */
export interface ApiOptions {
  readonly room: Room;
  readonly sessions: Sessions;
  readonly limits: Limits;
  readonly poster: Poster;
}

/** Where the API is. */
export const apiBase = '/api/v1';

/** Add the API for programs to a server: every operation, the document that describes them, and its page. */
export function addProgramApi(app: Hono, options: ApiOptions): void {
  const { room, sessions } = options;
  app.get('/api', (context) => context.html(printApiPage()));
  app.get(`${apiBase}/openapi.json`, (context) => context.json(documentOf()));
  app.get(`${apiBase}/events`, async (context) => {
    await requireAsker(context, sessions);
    return streamEvents(context, room, sessions);
  });
  const methods = new Map<string, string[]>([
    ['/openapi.json', ['GET']],
    ['/events', ['GET']],
  ]);
  for (const operation of operations) {
    const path = operation.path.replace(/\{(\w+)\}/g, ':$1');
    methods.set(path, [...(methods.get(path) ?? []), operation.method.toUpperCase()]);
    app.on(operation.method, apiBase + path, (context) => answer(context, operation, options));
  }
  for (const [path, allowed] of methods)
    app.all(apiBase + path, () => {
      const allow = [...allowed, ...(allowed.includes('GET') ? ['HEAD'] : [])].join(', ');
      throw new Refusal(405, 'Not a method of this', `there is ${allow}`, { allow });
    });
}

async function answer(context: Context, operation: Operation, options: ApiOptions): Promise<Response> {
  const { room, sessions, limits, poster } = options;
  const asker = await requireAsker(context, sessions);
  checkMay(asker, operation);
  const { isTagged, isSlow } = operation;
  const given = await readCall(context, operation, limits);
  const headers: Record<string, string> = {};
  if (isTagged) {
    const tag = await tagOf(room);
    Object.assign(headers, { etag: tag, 'cache-control': 'private, no-cache' });
    if (holdsTag(context, tag)) return context.body(null, 304, headers);
  }
  const { origin } = new URL(context.req.url);
  const patience = watchWork(isSlow ? (prefersJob(context) ? 0 : limits.patience) : undefined);
  const call = { room, asker, person: asker.person, poster, origin, begun: patience.begun, ...given };
  const seconds = isSlow ? limits.seconds * 10 : limits.seconds;
  const key = context.req.header('idempotency-key');
  const wait = <T>(work: Promise<T>) => within(seconds, Promise.race([work, patience.late]));
  try {
    if (operation.method !== 'post' || key === undefined)
      return send(context, operation, await wait(operation.handle(call)), headers);
    const { value, isRepeated } = await wait(doKeyed(room, asker.person.name, key, operation, call, given));
    return send(context, operation, value, { ...headers, ...(isRepeated ? { 'idempotency-replayed': 'true' } : {}) });
  } catch (error) {
    if (error instanceof Later) return sendJob(context, error.work);
    throw error;
  } finally {
    patience.end();
  }
}

function doKeyed(
  room: Room,
  who: string,
  key: string,
  operation: Operation,
  call: Parameters<Operation['handle']>[0],
  given: unknown,
) {
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Refusal(400, 'This was not understood', 'idempotency-key: give up to 200 letters and digits');
  const request = { who, key, asked: [operation.id, given] };
  return doOnce(room.archive, request, operation.status, () => operation.handle(call));
}

/** Read what is asked, by its schemas. Throws ZodError, Refusal. */
async function readCall(context: Context, { path, query, body }: Operation, limits: Limits) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const values = names.map((name) => [name, check(pathSchemas[name], context.req.param(name), name)] as const);
  const call = {
    path: Object.fromEntries(values) as Readonly<Record<string, string>>,
    query: query?.parse(context.req.query()),
    body: body === undefined ? undefined : body.parse(await readJson(context, limits)),
  };
  if (holdsNothing(call)) throw new Refusal(400, 'This was not understood', 'text holds the character U+0000');
  return call;
}

/** Check a part of the path; what cannot be the name of anything is not there. */
function check(schema: z.ZodType | undefined, value: unknown, name: string): unknown {
  try {
    return schema === undefined ? value : schema.parse(value);
  } catch (error) {
    if (error instanceof ZodError) throw new Refusal(404, 'Not found', `there is no such ${name}`);
    throw error;
  }
}

/** Tell whether some text holds the character that no database keeps. */
export function holdsNothing(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (Array.isArray(value)) return value.some(holdsNothing);
  return isRecord(value) && Object.values(value).some(holdsNothing);
}

async function readJson(context: Context, { bodyBytes }: Limits): Promise<unknown> {
  const type = context.req.header('content-type') ?? 'application/json';
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type))
    throw new Refusal(415, 'Not a type that is read', 'send application/json');
  const text = await takeText(context, bodyBytes);
  try {
    return JSON.parse(text === '' ? '{}' : text);
  } catch {
    throw new Refusal(400, 'This was not understood', 'the body is no JSON');
  }
}

/** Wait for an answer so long and no longer. Throws Refusal; what was begun may still be finished. */
async function within<T>(seconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const refusal = new Refusal(504, 'It took too long', `no answer within ${seconds} seconds`);
    timer = setTimeout(() => reject(refusal), seconds * 1000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function send(
  context: Context,
  { status }: Operation,
  value: unknown,
  headers: Readonly<Record<string, string>>,
): Response {
  if (!(value instanceof Download)) return context.json(value as object, status, headers);
  const { content, type, name } = value;
  const named = `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}"`;
  const bytes = typeof content === 'string' ? content : Uint8Array.from(content);
  return context.body(bytes, status, { ...headers, 'content-type': type, 'content-disposition': named });
}
