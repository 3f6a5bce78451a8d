import type { z } from 'zod';
import { defined } from '../../model/index.ts';
import type { Poster } from '../../pipeline/index.ts';
import type { Asker, Asking, Person, Role, Room } from '../../service/index.ts';
import type { Download } from '../route.ts';

/** What a handler is given: who asks, and what, checked. */
export interface Call<P, Q, B> {
  readonly room: Room;
  readonly person: Person;
  /** The same person, and how it is known who it is. */
  readonly asker: Asker;
  readonly path: P;
  readonly query: Q;
  readonly body: B;
  /** Sends messages to those who are told of moved figures. */
  readonly poster: Poster;
  /** Address under which the server was asked. */
  readonly origin: string;
  /** Takes the job that computes a whole edition, so that it can be told of. */
  readonly begun: NonNullable<Asking['begun']>;
}

/** One thing a program can ask: its line of the OpenAPI document, and what answers it. */
export interface Operation {
  readonly method: 'get' | 'post' | 'delete';
  /** As OpenAPI writes it: `/incidents/{incident}`. */
  readonly path: string;
  /** Name of the operation, as generated clients call it. */
  readonly id: string;
  /** The least role that may ask. */
  readonly role: Role;
  readonly summary: string;
  readonly tag: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** What is answered; media types where that is no JSON. */
  readonly answer: z.ZodType | readonly string[];
  readonly status: 200 | 201 | 202;
  /** True where the answer changes with the log alone, so that a tag of the edition tells whether it has. */
  readonly isTagged: boolean;
  /** True where it may compute whole editions: where that takes longer, the job is answered (202). */
  readonly isSlow: boolean;
  readonly handle: (call: Call<Readonly<Record<string, string>>, unknown, unknown>) => Promise<unknown>;
}

type Out<S> = S extends z.ZodType ? z.output<S> : undefined;
type In<S> = S extends z.ZodType ? z.input<S> : Download;

/** Names in braces of a path. */
type Names<P extends string> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

interface Definition<
  P extends string,
  Q extends z.ZodObject | undefined,
  B extends z.ZodType | undefined,
  A extends z.ZodType | readonly string[],
> extends Pick<Operation, 'id' | 'role' | 'summary' | 'tag'> {
  readonly method: Operation['method'];
  readonly path: P;
  readonly query?: Q;
  readonly body?: B;
  readonly answer: A;
  /** 200 where absent. */
  readonly status?: Operation['status'];
  readonly isTagged?: true;
  readonly isSlow?: true;
  readonly handle: (call: Call<Readonly<Record<Names<P>, string>>, Out<Q>, Out<B>>) => Promise<In<A>>;
}

/** Make an operation whose handler is given, and held to, what its schemas say. */
export function makeOperation<
  const P extends string,
  A extends z.ZodType | readonly string[],
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(definition: Definition<P, Q, B, A>): Operation {
  const { status = 200, isTagged = false, isSlow = false, ...rest } = definition;
  return { ...defined(rest), status, isTagged, isSlow } as unknown as Operation;
}
