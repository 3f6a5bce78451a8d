import type { Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { noteStrange, SignInRefused, signInByIdentity } from '../../service/index.ts';
import { addressOf } from '../address.ts';
import { nameCookie } from '../guard.ts';
import { type DoorOptions, giveCookie, readForm, readNext } from './door.ts';
import { printDeadEnd, printOnward } from './forms.ts';
import type { Provider } from './provider.ts';

const callbackPath = '/sign-in/provider/back';
/** A person types a password, and perhaps a code from a telephone, meanwhile. */
const roundSeconds = 15 * 60;

const keptSchema = z.strictObject({
  state: z.string().min(1).max(200),
  nonce: z.string().min(1).max(200),
  verifier: z.string().min(1).max(200),
  next: z.string().max(2000),
  invitation: z.string().max(200).optional(),
});

/** Add the pages by which people come in with an account of another place: there by a form of ours, back by an address. */
export function addProviderDoor(app: Hono, options: DoorOptions, provider: Provider): void {
  app.post('/sign-in/provider', (context) => goThere(context, options, provider));
  app.get(callbackPath, (context) => comeBack(context, options, provider));
}

/** Send a browser to the provider. A form begins it, so that no other site can have somebody take an invitation unasked. */
async function goThere(context: Context, options: DoorOptions, provider: Provider): Promise<Response> {
  const { next, invitation } = await readForm(context, options);
  const { address, round } = await provider
    .begin(ownOrigin(context, options) + callbackPath)
    .catch((error: unknown) => {
      options.complain(error);
      return { address: undefined, round: undefined };
    });
  if (address === undefined) {
    const words = `${provider.label} does not answer. Try again in a while, or sign in by a password.`;
    return context.html(printDeadEnd(options.name, 'Nobody answers', words), 503) as Response;
  }
  const kept = { ...round, next: readNext(next), ...(invitation === undefined ? {} : { invitation }) };
  // Not Strict: the browser comes back from another site.
  setCookie(context, roundCookie(options), Buffer.from(JSON.stringify(kept)).toString('base64url'), {
    ...{ httpOnly: true, sameSite: 'Lax', path: '/', secure: options.isSecure, maxAge: roundSeconds },
  });
  // Answering a form with another site's address is what the policy of the page forbids; a page that leads on is none.
  context.header('refresh', `0; url=${address}`);
  return context.html(printOnward(options.name, provider.label, address)) as Response;
}

async function comeBack(context: Context, options: DoorOptions, provider: Provider): Promise<Response> {
  const { room, name, proxies, isSecure } = options;
  const kept = readRound(context, options);
  deleteCookie(context, roundCookie(options), { path: '/', secure: isSecure });
  const refuse = (words: string, status: 401 | 429 = 401): Response =>
    context.html(printDeadEnd(name, 'Not signed in', words), status) as Response;
  if (kept === undefined) return refuse('This took too long, or began elsewhere. Begin again.');
  const address = addressOf(context, proxies);
  const { search } = new URL(context.req.url);
  try {
    const identity = await believe(provider, new URL(ownOrigin(context, options) + callbackPath + search), kept);
    if ('why' in identity) {
      await noteStrange(room.archive, { issuer: provider.issuer, why: identity.why, address });
      return refuse(
        `${provider.label} did not vouch for you, or what came back does not fit what was asked. Begin again.`,
      );
    }
    const { invitation } = kept;
    giveCookie(context, options, await signInByIdentity(room.archive, { identity, invitation, address }));
    return context.redirect(kept.next, 303);
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error;
    if (error.waitSeconds > 0) context.header('retry-after', String(error.waitSeconds));
    return refuse(error.message, error.waitSeconds > 0 ? 429 : 401);
  }
}

/** Hear whom the provider vouches for, or why it cannot be believed. */
async function believe(provider: Provider, came: URL, round: z.infer<typeof keptSchema>) {
  try {
    return await provider.finish(came, round);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { code, error: said } = error as { readonly code?: unknown; readonly error?: unknown };
    const inner = error.cause instanceof Error ? error.cause.message : undefined;
    const parts = [inner ?? error.message, code, said].filter((part) => typeof part === 'string');
    return { why: [...new Set(parts)].join(', ').slice(0, 300) };
  }
}

const roundCookie = ({ isSecure }: DoorOptions): string => nameCookie('round', isSecure);

function readRound(context: Context, options: DoorOptions): z.infer<typeof keptSchema> | undefined {
  const cookie = getCookie(context, roundCookie(options)) ?? '';
  try {
    return keptSchema.safeParse(JSON.parse(Buffer.from(cookie, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
}

/** Where browsers reach this server; what a request says of itself has been checked to be a name of ours. */
function ownOrigin(context: Context, { publicOrigin, isSecure }: DoorOptions): string {
  return publicOrigin ?? `${isSecure ? 'https' : 'http'}://${context.req.header('host') ?? ''}`;
}
