import { ZodError } from 'zod';
import { RequestError } from '../pipeline/index.ts';
import { ArchiveError, NotAllowed, NotThere, SeenElsewhere, UnderWay } from '../service/index.ts';

/** What went wrong, as RFC 9457 tells it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: 400 | 401 | 403 | 404 | 405 | 408 | 409 | 413 | 415 | 422 | 429 | 500 | 503 | 504;
  readonly detail?: string;
}

/** Refuses what is asked, in words for whoever asked. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: Problem;
  /** What goes with the answer: `allow`, `retry-after`. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: Problem['status'], title: string, detail?: string, headers: Refusal['headers'] = {}) {
    super(title);
    this.headers = headers;
    const type = `https://variorum.invalid/problems/${title.toLowerCase().replace(/[^a-z]+/g, '-')}`;
    this.problem = { type, title, status, ...(detail === undefined ? {} : { detail }) };
  }
}

/** Say what an error means to whoever asked; undefined for a bug of ours. */
export function describeProblem(error: unknown): Problem | undefined {
  if (error instanceof Refusal) return error.problem;
  if (error instanceof UnderWay) return new Refusal(409, 'It is under way', error.message).problem;
  if (error instanceof SeenElsewhere) return new Refusal(409, 'Somebody was here', error.message).problem;
  if (error instanceof NotThere) return new Refusal(404, 'Not found', error.message).problem;
  if (error instanceof NotAllowed) return new Refusal(403, 'Not allowed', error.message).problem;
  if (error instanceof RequestError) return new Refusal(422, 'This cannot be done', error.message).problem;
  if (error instanceof ArchiveError) return new Refusal(503, 'The archive cannot be written to', error.message).problem;
  if (!(error instanceof ZodError)) return undefined;
  const [first] = error.issues;
  return new Refusal(400, 'This was not understood', `${first?.path.join('.') ?? ''}: ${first?.message ?? ''}`).problem;
}
