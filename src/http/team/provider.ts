import type { AuthorizationCodeGrantChecks, ClientAuth, Configuration } from 'openid-client';
import { defined } from '../../model/index.ts';
import { ArchiveError, type Identity } from '../../service/index.ts';

/** Another place that has accounts, by OpenID Connect. */
export interface ProviderSettings {
  /** Its address, as its tokens say it: `https://accounts.example`. */
  readonly issuer: string;
  /** What the room is called there, and what proves it; without the latter, the round is held together by PKCE alone. */
  readonly clientId: string;
  readonly clientSecret?: string;
  /** What people call it: it stands on the button. */
  readonly label: string;
}

/** What a browser keeps from the beginning of a round to its end: nothing that comes back is believed without it. */
export interface Round {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** A place that vouches for people. */
export interface Provider {
  readonly label: string;
  readonly issuer: string;
  /** Begin a round: where to send a browser, which is to come back to `callback`. Throws what the network does. */
  begin(callback: string): Promise<{ readonly address: string; readonly round: Round }>;
  /** End a round: who is vouched for, by the address a browser came back to. Throws where anything does not fit. */
  finish(came: URL, round: Round): Promise<Identity>;
}

const timeoutSeconds = 10;
const scope = 'openid email';

async function loadClient(): Promise<typeof import('openid-client')> {
  try {
    return await import('openid-client');
  } catch (error) {
    const message = 'accounts of another place need the package openid-client: npm install openid-client';
    throw new ArchiveError('archive/no-driver', message, { cause: error });
  }
}

/** Open a provider; it is asked how it works when first needed, and again where it did not answer. */
export async function openProvider(settings: ProviderSettings): Promise<Provider> {
  const client = await loadClient();
  const { issuer, label } = settings;
  let known: Promise<Configuration> | undefined;
  const configure = (): Promise<Configuration> => {
    known ??= discover(client, settings).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  return {
    ...{ label, issuer },
    begin: async (callback) => {
      const configuration = await configure();
      const verifier = client.randomPKCECodeVerifier();
      const round = { state: client.randomState(), nonce: client.randomNonce(), verifier };
      const code_challenge = await client.calculatePKCECodeChallenge(verifier);
      const { state, nonce } = round;
      const asked = { redirect_uri: callback, scope, state, nonce, code_challenge, code_challenge_method: 'S256' };
      return { address: client.buildAuthorizationUrl(configuration, asked).href, round };
    },
    finish: async (came, { state, nonce, verifier }) => {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      return identify(client, await configure(), came, checks);
    },
  };
}

type Client = typeof import('openid-client');

async function discover(client: Client, { issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration> {
  const isPlain = new URL(issuer).protocol === 'http:';
  return client.discovery(new URL(issuer), clientId, undefined, chooseProof(client, clientSecret), {
    timeout: timeoutSeconds,
    // The command line has seen that plain http is to this machine alone. Signatures are checked though tokens come from the provider itself.
    execute: [client.enableNonRepudiationChecks, ...(isPlain ? [client.allowInsecureRequests] : [])],
  });
}

/** Prove who the room is, in the head of the request where the provider takes that, which is what OpenID Connect takes for granted. */
function chooseProof(client: Client, secret: string | undefined): ClientAuth {
  if (secret === undefined) return client.None();
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, own, body, headers) => {
    const taken = server.token_endpoint_auth_methods_supported;
    return (taken === undefined || taken.includes('client_secret_basic') ? basic : post)(server, own, body, headers);
  };
}

async function identify(
  client: Client,
  configuration: Configuration,
  came: URL,
  checks: AuthorizationCodeGrantChecks,
): Promise<Identity> {
  const tokens = await client.authorizationCodeGrant(configuration, came, checks);
  const claims = tokens.claims();
  if (claims === undefined) throw new Error('no ID token');
  const { iss: issuer, sub: subject } = claims;
  const isComplete = claims.email !== undefined || configuration.serverMetadata().userinfo_endpoint === undefined;
  const told = isComplete ? claims : await client.fetchUserInfo(configuration, tokens.access_token, subject);
  const mail = told.email_verified === true && typeof told.email === 'string' ? told.email : undefined;
  return { issuer, subject, ...defined({ mail }) };
}
