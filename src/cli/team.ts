import { isIP } from 'node:net';
import type { TeamOptions } from '../http/index.ts';
import { defined } from '../model/index.ts';
import { UsageError } from './failure.ts';

/** Flags of another place whose accounts people of a team may sign in by. */
export const providerArgs = {
  'oidc-issuer': {
    type: 'string',
    description: 'Let people sign in by accounts of another place too (OpenID Connect): its address',
    valueHint: 'URL',
  },
  'oidc-client': {
    type: 'string',
    description: 'What the room is called there; its secret is read from VARIORUM_OIDC_SECRET',
    valueHint: 'ID',
  },
  'oidc-name': {
    type: 'string',
    description: 'What people call that place (default: its host); it stands on the button',
    valueHint: 'NAME',
  },
} as const;

interface TeamFlags {
  readonly team?: boolean | undefined;
  readonly 'public-url'?: string | undefined;
  readonly 'trust-proxy'?: string | undefined;
  readonly 'oidc-issuer'?: string | undefined;
  readonly 'oidc-client'?: string | undefined;
  readonly 'oidc-name'?: string | undefined;
}

/** Read how a room is opened to a team; undefined where it is not. Throws UsageError. */
export function readTeam(given: TeamFlags, environment = process.env): TeamOptions | undefined {
  const { team, 'public-url': url, 'trust-proxy': proxies } = given;
  if (team === true)
    return defined({
      publicUrl: readPublicUrl(url),
      proxies: readProxies(proxies),
      provider: readProvider(given, environment.VARIORUM_OIDC_SECRET),
    });
  const rest = [url, proxies, given['oidc-issuer'], given['oidc-client'], given['oidc-name']];
  if (rest.every((one) => one === undefined)) return undefined;
  throw new UsageError('--public-url, --trust-proxy and --oidc-… go with --team');
}

function readPublicUrl(words: string | undefined): string | undefined {
  if (words === undefined) return undefined;
  const url = URL.canParse(words) ? new URL(words) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '')
    throw new UsageError(`--public-url ${words}: give an address without a path, such as https://room.example`);
  if (url.protocol === 'http:')
    process.stderr.write('variorum: --public-url is http: passwords and names can be read on the way\n');
  return url.origin;
}

function readProxies(words: string | undefined): readonly string[] | undefined {
  const given = words?.split(',').map((one) => one.trim());
  const wrong = given?.find((one) => isIP(one) === 0);
  if (wrong !== undefined) throw new UsageError(`--trust-proxy ${wrong}: give addresses such as 127.0.0.1`);
  return given;
}

function readProvider(given: TeamFlags, clientSecret: string | undefined): TeamOptions['provider'] {
  const { 'oidc-issuer': issuer, 'oidc-client': clientId, 'oidc-name': name } = given;
  if (issuer === undefined && clientId === undefined && name === undefined) return undefined;
  if (issuer === undefined || clientId === undefined)
    throw new UsageError('--oidc-issuer and --oidc-client go together: who vouches, and what the room is called there');
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  const isNear = url?.protocol === 'http:' && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (url === undefined || (url.protocol !== 'https:' && !isNear) || url.search !== '' || url.hash !== '')
    throw new UsageError(`--oidc-issuer ${issuer}: give an address such as https://accounts.example`);
  return { issuer, clientId, label: name ?? url.host, ...defined({ clientSecret: clientSecret || undefined }) };
}
