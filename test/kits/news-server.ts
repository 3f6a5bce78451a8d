import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The answer to one path; a string is a page of HTML. */
export type Handler = string | ((request: IncomingMessage, response: ServerResponse) => void);

/** A web server for tests, reachable on this machine only. */
export interface NewsServer {
  /** "http://127.0.0.1:PORT" */
  readonly origin: string;
  /** The answer of each path, which a test may change at any time; any other path is not found. */
  readonly pages: Map<string, Handler>;
  /** Requests in order: path, headers, and time in milliseconds of the monotonic clock. */
  readonly asked: { readonly path: string; readonly headers: IncomingMessage['headers']; readonly at: number }[];
  close(): Promise<void>;
}

/** Start a server on a free port. */
export async function startNewsServer(pages: Readonly<Record<string, Handler>> = {}): Promise<NewsServer> {
  const known = new Map(Object.entries(pages));
  const asked: NewsServer['asked'] = [];
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push({ path, headers: request.headers, at: performance.now() });
    const handler = known.get(path);
    response.on('error', () => undefined);
    if (typeof handler === 'function') handler(request, response);
    else if (handler === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': typeOf(handler) }).end(handler);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pages: known,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function typeOf(content: string): string {
  if (content.startsWith('{')) return 'application/json';
  return content.startsWith('<?xml') ? 'application/xml' : 'text/html; charset=utf-8';
}
