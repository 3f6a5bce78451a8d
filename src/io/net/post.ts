import { request } from 'undici';
import { checkAddress } from './addresses.ts';
import { nameNetworkFailure, openAgent } from './exchange.ts';

/** Sends messages to other servers. */
export interface Poster {
  /** Check an address before it is kept. Throws FetchRefusal for one that nothing is sent to. */
  check(address: string): void;
  /** Send a message and give the status that is answered; redirects are not followed. Throws FetchRefusal. */
  post(address: string, headers: Readonly<Record<string, string>>, body: string, maxSeconds: number): Promise<number>;
  close(): Promise<void>;
}

/** Open a poster; it sends to private addresses only where that is allowed, and then without encryption too. */
export function openPoster({ isPrivateAllowed = false }: { readonly isPrivateAllowed?: boolean } = {}): Poster {
  const mayBePrivate = () => isPrivateAllowed;
  const agent = openAgent(mayBePrivate);
  return {
    check: (address) => void checkAddress(address, mayBePrivate),
    post: async (address, headers, body, maxSeconds) => {
      const url = checkAddress(address, mayBePrivate);
      const signal = AbortSignal.timeout(maxSeconds * 1000);
      try {
        const answer = await request(url, { dispatcher: agent, method: 'POST', headers, body, signal });
        // What is answered beside the status concerns nobody, however long it is.
        answer.body.on('error', () => undefined).destroy();
        return answer.statusCode;
      } catch (error) {
        throw nameNetworkFailure(error, url);
      }
    },
    close: () => agent.destroy(),
  };
}
