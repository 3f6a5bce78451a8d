import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';
import OidcProvider from 'oidc-provider';

/** A provider of accounts by OpenID Connect, on this machine, which lets in whoever types a name. */
export interface TestProvider {
  readonly issuer: string;
  /** Let rooms send people here, who are sent back to their addresses. */
  readonly admit: (clientId: string, secret: string, callback: string) => void;
  /** Go the whole way of a person, from where a room sends them to where they are sent back to. */
  readonly vouch: (address: string, login: string) => Promise<URL>;
  readonly close: () => void;
}

const verified = (login: string): boolean => !login.startsWith('unverified');

/** Start a provider. People have the address of mail that they sign in by; those whose name begins with "unverified" have not shown it to be theirs. */
export async function startProvider(): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clients: { client_id: string; client_secret: string; redirect_uris: string[] }[] = [];
  const answer: { handle?: ReturnType<OidcProvider['callback']> } = {};
  server.on('request', (request, response) => void answer.handle?.(request, response));
  return {
    issuer,
    admit: (client_id, client_secret, callback) => {
      clients.push({ client_id, client_secret, redirect_uris: [callback] });
      answer.handle = makeProvider(issuer, clients).callback();
    },
    vouch: (address, login) => walk(new URL(address), login, issuer),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function makeProvider(
  issuer: string,
  clients: { client_id: string; client_secret: string; redirect_uris: string[] }[],
) {
  const provider = new OidcProvider(issuer, {
    clients,
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    cookies: { keys: ['a key of tests'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: `${id}@desk.example`, email_verified: verified(id) }),
    }),
  });
  return provider;
}

/** Follow the pages of the provider as a browser does, typing a name where one is asked for, until it sends back elsewhere. */
async function walk(from: URL, login: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let [at, form]: [URL, Record<string, string> | undefined] = [from, undefined];
  for (let steps = 0; steps < 12; steps += 1) {
    const answer: Response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const next: string | null = answer.headers.get('location');
    const page: string = next === null ? await answer.text() : '';
    const action = /action="([^"]+)"/.exec(page)?.[1];
    if (next === null && action === undefined) throw new Error(`the provider says: ${page.slice(0, 400)}`);
    at = new URL(next ?? action ?? '', at);
    form =
      next === null
        ? { ...parse(`prompt=${/value="(login|consent)"/.exec(page)?.[1]}`), login, password: 'x' }
        : undefined;
    if (at.origin !== issuer) return at;
  }
  throw new Error('the provider sends from page to page');
}
