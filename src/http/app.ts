import { type Context, Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { cors } from 'hono/cors';
import { openPoster, type Poster, type RoomAssets, version } from '../pipeline/index.ts';
import { mayDo, type Room } from '../service/index.ts';
import { addressOf } from './address.ts';
import { addProgramApi, holdsNothing } from './api/answer.ts';
import { cutFiles, type SentFile } from './form-files.ts';
import { checkHost, checkMay, findAsker, limitRate, nameCookie, requireAsker, secureHeaders } from './guard.ts';
import { checkSaid, takeBody, takeText } from './intake.ts';
import { type Limits, usualLimits } from './limits.ts';
import { streamEvents } from './live.ts';
import { sendList, sendRecord } from './plain.ts';
import { addProbes } from './probes.ts';
import { describeProblem, type Problem, Refusal } from './problem.ts';
import { Download, type Route } from './route.ts';
import { routes } from './routes/index.ts';
import type { Sessions } from './session.ts';
import { printShell, viewPaths } from './shell.ts';
import { addDoor } from './team/pages.ts';
import type { Provider } from './team/provider.ts';

/** Answers a request of an assistant (MCP over streamable HTTP), for whoever asks. */
export type Assistant = (
  request: Request,
  asked: {
    readonly room: Room;
    readonly who: string;
    readonly roots: readonly string[];
    readonly mayPropose: boolean;
  },
) => Promise<Response>;

/** What a server is made of. */
export interface AppOptions {
  readonly room: Room;
  readonly sessions: Sessions;
  readonly assets: RoomAssets;
  /** Names under which it may be asked, with the port. */
  readonly hosts: ReadonlySet<string>;
  /** People sign in; otherwise one person works on this machine. */
  readonly isTeam?: boolean;
  /** Browsers come by https, which a proxy ends. */
  readonly isSecure?: boolean;
  /** Where browsers reach it, where that is not the address it listens at. */
  readonly publicOrigin?: string;
  /** Another place whose accounts people may sign in by. */
  readonly provider?: Provider;
  /** Addresses of proxies, which say where a request comes from. */
  readonly proxies?: ReadonlySet<string>;
  /** Name of the archive, for the head of the page. */
  readonly name: string;
  /** Told of what is our own mistake. */
  readonly complain: (error: unknown) => void;
  /** How much may be asked; the usual where absent. */
  readonly limits?: Limits;
  /** Answers assistants at `/mcp`; nobody does where it is absent. */
  readonly assistant?: Assistant;
  /** Sites whose pages may ask the API (CORS); none where absent. */
  readonly origins?: readonly string[];
  /** Sends messages to those who are told of moved figures; never to private addresses where absent. */
  readonly poster?: Poster;
}

const base = '/room/api';

/** Make the server: the page of the reading room and its API. */
export function makeApp(options: AppOptions): Hono {
  const app = new Hono();
  const { limits = usualLimits, sessions, room, isSecure = false, proxies = new Set() } = options;
  addProbes(app, room, sessions);
  app.use(secureHeaders(isSecure));
  app.use(checkHost(options.hosts));
  // A cookie that nobody was given buys no bucket of its own: who makes them up shares one with all who are not signed in.
  app.use(
    limitRate(
      async (context) => (await findAsker(context, sessions))?.key ?? `nobody ${addressOf(context, proxies)}`,
      limits,
    ),
  );
  app.use((context, next) => {
    checkSaid(context, limits.bodyBytes);
    return next();
  });
  app.onError((error, context) => sendProblem(context, error, options.complain));
  app.notFound((context) =>
    sendProblem(context, new Refusal(404, 'Not found', 'there is nothing at this address'), options.complain),
  );
  if (options.origins !== undefined)
    app.use('/api/*', cors({ origin: [...options.origins], exposeHeaders: ['etag', 'retry-after'], maxAge: 600 }));
  addPages(app, options);
  addApi(app, options);
  addProgramApi(app, { room, sessions, limits, poster: options.poster ?? openPoster() });
  addAssistant(app, options);
  return app;
}

function addPages(app: Hono, options: AppOptions): void {
  const { room, sessions, assets, name, isTeam = false } = options;
  if (isTeam) addDoor(app, { ...options, isSecure: options.isSecure ?? false, proxies: options.proxies ?? new Set() });
  app.get('/enter/:token', (context) => enter(context, sessions));
  app.get('/room.js', (context) =>
    context.body(assets.script, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  app.get('/room.css', (context) => context.body(assets.style, 200, { 'content-type': 'text/css; charset=utf-8' }));
  const sendAway = (context: Context): Response =>
    context.redirect(`/sign-in?next=${encodeURIComponent(readWanted(context))}`, 303);
  app.use('/plain/*', async (context, next) => {
    if (isTeam && (await findAsker(context, sessions)) === undefined) return sendAway(context);
    await requireAsker(context, sessions);
    return next();
  });
  app.get('/plain', (context) => sendList(context, room, name));
  app.get('/plain/:incident', (context) => sendRecord(context, room, context.req.param('incident')));
  for (const path of viewPaths)
    app.get(path, async (context) => {
      const isKnown = (await findAsker(context, sessions)) !== undefined;
      if (isTeam && !isKnown) return sendAway(context);
      return context.html(printShell(name, isKnown), isKnown ? 200 : 401);
    });
}

/** The view that was asked for, with what was asked of it. */
function readWanted({ req }: Context): string {
  const { pathname, search } = new URL(req.url);
  return `${pathname}${search}`;
}

function addApi(app: Hono, options: AppOptions): void {
  const { room, sessions, name, isTeam = false } = options;
  app.get(`${base}/session`, async (context) => {
    const { person, how, scopes, ...rest } = await requireAsker(context, sessions);
    const csrf = 'csrf' in rest ? rest.csrf : undefined;
    return context.json({ person, how, scopes, csrf, name, version, isTeam, seq: room.seq });
  });
  app.get(`${base}/events`, async (context) => {
    await requireAsker(context, sessions);
    return streamEvents(context, room, sessions);
  });
  for (const route of routes) app.on(route.method, base + route.path, (context) => answer(context, route, options));
}

/** Let assistants in as programs are; no folder of this machine is read for them. */
function addAssistant(app: Hono, { room, sessions, assistant, limits = usualLimits }: AppOptions): void {
  if (assistant === undefined) return;
  app.all('/mcp', async (context) => {
    const asker = await requireAsker(context, sessions);
    checkMay(asker, { method: 'get', role: 'reader' });
    const mayPropose = mayDo(asker.person.role, 'coder') && asker.scopes.includes('write');
    const who = `assistant of ${asker.person.name}`;
    const { url, method, headers, signal } = context.req.raw;
    const body = await takeBody(context, limits.wordBytes);
    const request = new Request(url, { method, headers, signal, ...(body.length === 0 ? {} : { body }) });
    return assistant(request, { room, who, roots: [], mayPropose });
  });
}

/** Turn the token of the printed address into a cookie, and leave the address behind. */
async function enter(context: Context, sessions: Sessions): Promise<Response> {
  if ((await findAsker(context, sessions)) !== undefined) return context.redirect('/');
  const cookie = await sessions.enter(context.req.param('token') ?? '');
  if (cookie === undefined)
    throw new Refusal(401, 'This address was used before', 'start variorum serve again for a new one');
  setCookie(context, nameCookie('session', false), cookie, { httpOnly: true, sameSite: 'Strict', path: '/' });
  return context.redirect('/');
}

async function answer(context: Context, route: Route, options: AppOptions): Promise<Response> {
  const { room, sessions, proxies, limits = usualLimits } = options;
  const asker = await requireAsker(context, sessions);
  checkMay(asker, route);
  const path = context.req.param() as Readonly<Record<string, string>>;
  const query = route.query?.parse(context.req.query()) ?? {};
  const body = route.files === true ? await readFiles(context, limits) : await readBody(context, route, limits);
  if (holdsNothing([path, query, route.files === true ? [] : body]))
    throw new Refusal(400, 'This was not understood', 'text holds the character U+0000');
  const { signal } = context.req.raw;
  const { person } = asker;
  const actor = { who: person.name, address: addressOf(context, proxies ?? new Set()) };
  const asked = { room, asker, actor, person, path, query, body, signal } as Parameters<Route['handle']>[0];
  const value = await route.handle(asked);
  if (!(value instanceof Download)) return context.json(value ?? {});
  const { content, type, name } = value;
  return context.body(content, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}"`,
  });
}

async function readBody(context: Context, { body }: Route, { wordBytes }: Limits): Promise<unknown> {
  if (body === undefined) return {};
  const text = await takeText(context, wordBytes);
  try {
    return body.parse(text === '' ? {} : JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal(400, 'This was not understood', 'the body is no JSON');
    throw error;
  }
}

async function readFiles(context: Context, { bodyBytes, files: most }: Limits): Promise<readonly SentFile[]> {
  const body = await takeBody(context, bodyBytes);
  const files = cutFiles(body, context.req.header('content-type') ?? '');
  if (files === undefined) throw new Refusal(400, 'This was not understood', 'the body is no form of files');
  if (files.length > most) throw new Refusal(413, 'Too many files', `add at most ${most} at once`);
  return files;
}

/** Write the detail of a problem, which follows a colon elsewhere, as a sentence of its own. */
function sayWhole(detail: string | undefined): string | undefined {
  if (detail === undefined) return undefined;
  return `${detail.slice(0, 1).toUpperCase()}${detail.slice(1)}${/[.!?]$/.test(detail) ? '' : '.'}`;
}

function sendProblem(context: Context, error: unknown, complain: AppOptions['complain']): Response {
  // A body that is broken off on its way is nobody's mistake here.
  const isGone = context.req.raw.signal.aborted;
  const known = isGone ? new Refusal(400, 'Broken off').problem : describeProblem(error);
  if (known === undefined) complain(error);
  const problem: Problem =
    known ?? new Refusal(500, 'A mistake of Variorum', 'see the terminal of variorum serve').problem;
  const isPage = !/^\/(?:(?:room\/)?api\/|mcp$)/.test(context.req.path);
  const wantsPage = isPage && (context.req.header('accept') ?? '').includes('text/html');
  if (wantsPage) return context.html(printShell(problem.title, false, sayWhole(problem.detail)), problem.status);
  const headers = error instanceof Refusal ? error.headers : {};
  return context.body(JSON.stringify(problem), problem.status, {
    ...headers,
    'content-type': 'application/problem+json',
  });
}
