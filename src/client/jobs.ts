import type { components } from './paths.ts';

type Send = (request: Request) => Promise<Response>;
type Job = components['schemas']['Job'];

const ends: ReadonlySet<Job['state']> = new Set(['done', 'cancelled', 'failed']);
/** A job is looked after ever more rarely, up to so many times the first wait. */
const mostWaits = 10;

/** Wait for the job that was answered in place of what a request asks for, then ask again, or fetch what it printed. */
export async function followJob(request: Request, answer: Response, send: Send, waitMs: number): Promise<Response> {
  const address = new URL(answer.headers.get('location') ?? '', request.url);
  const ask = (path: string): Promise<Response> =>
    send(
      new Request(new URL(path, address), { headers: { authorization: request.headers.get('authorization') ?? '' } }),
    );
  let job = (await answer.json()) as Job;
  for (let waits = 1; !ends.has(job.state); waits = Math.min(waits * 1.5, mostWaits)) {
    await new Promise((resolve) => setTimeout(resolve, waitMs * waits));
    const told = await ask(address.pathname);
    if (!told.ok) return told;
    job = (await told.json()) as Job;
  }
  if (job.state !== 'done') return refuse(job);
  return job.kind === 'export' ? ask(`${address.pathname}/result`) : send(request.clone());
}

/** Say of a job that came to nothing what the server would have said of the request. */
function refuse({ state, failure = `the job was ${state}` }: Job): Response {
  const problem = { type: 'about:blank', title: 'This cannot be done', status: 422, detail: failure };
  return new Response(JSON.stringify(problem), {
    ...{ status: 422, headers: { 'content-type': 'application/problem+json' } },
  });
}
