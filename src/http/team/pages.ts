import type { Context, Hono } from 'hono';
import { deleteCookie } from 'hono/cookie';
import { RequestError } from '../../pipeline/index.ts';
import { endSession, openInvitation, SignInRefused, signIn, takeInvitation } from '../../service/index.ts';
import { addressOf } from '../address.ts';
import { csrfHeader, findAsker, nameCookie } from '../guard.ts';
import { takeFields } from '../intake.ts';
import { Refusal } from '../problem.ts';
import { isSame } from '../session.ts';
import { addProviderDoor } from './by-provider.ts';
import { beginForm, type DoorOptions, giveCookie, maxFormBytes, readForm, readNext } from './door.ts';
import { printDeadEnd, printInvitation, printSignIn } from './forms.ts';

/** Add the pages by which people of a team come and go; they need no script. */
export function addDoor(app: Hono, options: DoorOptions): void {
  app.get('/sign-in', async (context) => {
    const next = readNext(context.req.query('next'));
    if ((await findAsker(context, options.sessions)) !== undefined) return context.redirect(next, 303);
    return showSignIn(context, options, { next });
  });
  app.post('/sign-in', (context) => takeSignIn(context, options));
  app.post('/sign-out', (context) => takeSignOut(context, options));
  app.get('/invitation/:token', (context) => showInvitation(context, options));
  app.post('/invitation/:token', (context) => acceptInvitation(context, options));
  if (options.provider !== undefined) addProviderDoor(app, options, options.provider);
}

function showSignIn(
  context: Context,
  options: DoorOptions,
  shown: { readonly next: string; readonly refused?: string; readonly signIn?: string },
  status: 200 | 401 | 429 = 200,
): Response {
  const { name, provider } = options;
  const form = beginForm(context, options);
  return context.html(printSignIn({ ...shown, name, form, provider: provider?.label }), status) as Response;
}

async function takeSignIn(context: Context, options: DoorOptions): Promise<Response> {
  const { room, proxies } = options;
  const { signIn: typed = '', password = '', next: wanted } = await readForm(context, options);
  const next = readNext(wanted);
  try {
    const address = addressOf(context, proxies);
    const cookie = await signIn(room.archive, { signIn: typed, password, address });
    giveCookie(context, options, cookie);
    return context.redirect(next, 303);
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error;
    const { message: refused, waitSeconds } = error;
    if (waitSeconds > 0) context.header('retry-after', String(waitSeconds));
    return showSignIn(context, options, { next, refused, signIn: typed.slice(0, 120) }, waitSeconds > 0 ? 429 : 401);
  }
}

async function takeSignOut(context: Context, options: DoorOptions): Promise<Response> {
  const { room, sessions, isSecure, proxies } = options;
  const asker = await findAsker(context, sessions);
  if (asker !== undefined && 'csrf' in asker) {
    const { csrf = '' } = await takeFields(context, maxFormBytes);
    const given = context.req.header(csrfHeader) ?? csrf;
    if (!isSame(given, String(asker.csrf))) throw new Refusal(403, 'Not from this page', 'reload the page');
    const actor = { who: asker.person.name, address: addressOf(context, proxies) };
    await endSession(room.archive, actor, asker.key);
  }
  deleteCookie(context, nameCookie('session', isSecure), { path: '/', secure: isSecure });
  return context.redirect('/sign-in', 303);
}

const usedUp = 'It was used before, or is too old. Ask an admin of this archive for another.';

async function showInvitation(context: Context, options: DoorOptions, refused?: string): Promise<Response> {
  const { room, name, provider } = options;
  const token = context.req.param('token') ?? '';
  const found = await openInvitation(room.archive, token);
  if (found === undefined) return context.html(printDeadEnd(name, 'This address is no longer good', usedUp), 401);
  const { name: person, signIn: as } = found;
  const form = beginForm(context, options);
  return context.html(
    printInvitation({ name, form, refused, person, signIn: as, token, provider: provider?.label }),
    refused === undefined ? 200 : 422,
  ) as Response;
}

async function acceptInvitation(context: Context, options: DoorOptions): Promise<Response> {
  const { room, proxies } = options;
  const { password = '', again = '' } = await readForm(context, options);
  if (password !== again) return showInvitation(context, options, 'The two are not the same.');
  try {
    const address = addressOf(context, proxies);
    const token = context.req.param('token') ?? '';
    giveCookie(context, options, await takeInvitation(room.archive, { token, password, address }));
    return context.redirect('/', 303);
  } catch (error) {
    if (error instanceof RequestError || error instanceof SignInRefused)
      return showInvitation(context, options, error.message);
    throw error;
  }
}
