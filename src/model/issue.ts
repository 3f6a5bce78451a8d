import { z } from 'zod';

/**
 * Describe something a reader of the edition must know about the input or the reading of it.
 *
 * `code` is `stage/what`, readable on its own (`clean/empty-body`). `at` is in UTF-16 code units of the article's text.
 */
export const issueSchema = z
  .object({
    code: z.string().regex(/^[a-z]+\/[a-z0-9-]+$/),
    severity: z.enum(['info', 'warning', 'error']),
    message: z.string(),
    article: z.string().optional(),
    path: z.string().optional(),
    at: z.object({ start: z.int(), end: z.int() }).readonly().optional(),
    hint: z.string().optional(),
  })
  .readonly();

export type Issue = z.infer<typeof issueSchema>;

/** Carry a stage's value together with what went wrong on the way to it. */
export interface Outcome<T> {
  readonly value: T;
  readonly issues: readonly Issue[];
}

/** Give a stage the two things it may not read from the world: the time of the run and the seed of its tie-breaks. */
export interface Context {
  /** ISO 8601 instant, UTC. */
  readonly now: string;
  readonly seed: number;
}

/** Name the shape every stage has; it is pure, and synchronous unless a model's weights force it to wait. */
export type Stage<In, Out, Options> = (
  input: In,
  options: Options,
  context: Context,
) => Outcome<Out> | Promise<Outcome<Out>>;
