import type { Person } from '../../../src/service/index.ts';

/** What the server refused, in its words. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Who works here, and on what. */
export interface Session {
  readonly person: Person;
  readonly csrf: string;
  /** People sign in. */
  readonly isTeam: boolean;
  readonly name: string;
  readonly version: string;
  readonly seq: number;
}

const base = '/room/api';
let csrf = '';

/** Ask the server who works here; changes can be sent from then on. */
export async function openSession(): Promise<Session> {
  const session = await get<Session>('/session');
  csrf = session.csrf;
  return session;
}

/** Ask for something. Throws Refused. */
export async function get<T>(path: string, query: Readonly<Record<string, unknown>> = {}): Promise<T> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const words = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return read<T>(await fetch(`${base}${path}${words === '' ? '' : `?${words}`}`));
}

/** Change something. Throws Refused. */
export async function post<T = unknown>(path: string, body: unknown = {}): Promise<T> {
  const headers = { 'content-type': 'application/json', 'x-variorum-csrf': csrf };
  return read<T>(await fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

/** Send files. Throws Refused. */
export async function send<T>(path: string, files: readonly File[]): Promise<T> {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  return read<T>(await fetch(base + path, { method: 'POST', headers: { 'x-variorum-csrf': csrf }, body: form }));
}

/** Take something back that is under way. Throws Refused. */
export async function remove(path: string): Promise<void> {
  await read(await fetch(base + path, { method: 'DELETE', headers: { 'x-variorum-csrf': csrf } }));
}

async function read<T>(answer: Response): Promise<T> {
  const told: unknown = await answer.json().catch(() => ({}));
  if (answer.ok) return told as T;
  const { title = 'The server does not answer', detail = '' } = told as { title?: string; detail?: string };
  throw new Refused(answer.status, detail === '' ? title : `${title}: ${detail}`);
}
