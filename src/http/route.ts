import type { z } from 'zod';
import type { Actor, Asker, Person, Role, Room } from '../service/index.ts';
import type { SentFile } from './form-files.ts';

/** What a handler is given: who asks, and what, checked. */
export interface Asked<P, Q, B> {
  readonly room: Room;
  readonly person: Person;
  /** The same person, and how it is known who it is. */
  readonly asker: Asker;
  /** The same again, for the log of access. */
  readonly actor: Actor;
  readonly path: P;
  readonly query: Q;
  readonly body: B;
  /** Aborted where whoever asked has gone away. */
  readonly signal: AbortSignal;
}

/** An answer that is not JSON. */
export class Download {
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly name: string;

  constructor(content: string | Uint8Array<ArrayBuffer>, type: string, name: string) {
    this.content = content;
    this.type = type;
    this.name = name;
  }
}

/** One thing that can be asked of the server; the table of them is walked by a test, route by role. */
export interface Route {
  readonly method: 'get' | 'post' | 'delete';
  /** As Hono writes it: `/incidents/:incident`. */
  readonly path: string;
  /** The least role that may ask. */
  readonly role: Role;
  /** What it is for, in a sentence. */
  readonly summary: string;
  readonly query?: z.ZodType;
  /** Of a JSON body; `files` takes a form of files instead. */
  readonly body?: z.ZodType;
  readonly files?: true;
  /** A token does not do: whoever holds one could make more of it. */
  readonly browser?: true;
  readonly handle: (asked: Asked<Readonly<Record<string, string>>, never, never>) => Promise<unknown>;
}

type Out<S> = S extends z.ZodType ? z.infer<S> : Record<string, never>;

interface Definition<Q extends z.ZodType | undefined, B extends z.ZodType | undefined> {
  readonly method: Route['method'];
  readonly path: string;
  readonly role: Role;
  readonly summary: string;
  readonly query?: Q;
  readonly body?: B;
  readonly browser?: true;
  readonly handle: (asked: Asked<Readonly<Record<string, string>>, Out<Q>, Out<B>>) => Promise<unknown>;
}

/** Make a route whose handler is given what its schemas say. */
export function makeRoute<Q extends z.ZodType | undefined = undefined, B extends z.ZodType | undefined = undefined>(
  definition: Definition<Q, B>,
): Route {
  return definition as unknown as Route;
}

interface FileDefinition extends Pick<Route, 'path' | 'role' | 'summary'> {
  readonly handle: (asked: Asked<Readonly<Record<string, string>>, unknown, readonly SentFile[]>) => Promise<unknown>;
}

/** Make a route that takes a form of files. */
export function makeFileRoute(definition: FileDefinition): Route {
  return { ...definition, method: 'post', files: true } as unknown as Route;
}
