import { listLog } from '../../src/service/index.ts';
import type { ServedRoom } from '../../test/kits/room.ts';
import { makeDice } from '../run/generate.ts';

interface Member {
  readonly cookie: string;
  readonly csrf: string;
}

/** Let people look, filter and decide at once; tells how long they wait, and whether every decision that was acknowledged is there. */
export async function crowdRoom(served: ServedRoom, people: number, seconds: number): Promise<string> {
  const until = Date.now() + seconds * 1000;
  const waits: number[] = [];
  const kept: string[] = [];
  const refusals = new Map<string, number>();
  const note = async (answer: Response): Promise<void> => {
    const { detail = '' } = (await answer.json()) as { detail?: string };
    const said = `${answer.status} (${detail.replaceAll(/"[^"]*"/g, '…')})`;
    refusals.set(said, (refusals.get(said) ?? 0) + 1);
  };
  const ids = [...served.room.board.keys()];
  const work = async (number: number): Promise<void> => {
    const member = await letIn(served, `Coder ${number}`);
    const dice = makeDice(number * 31 + 7);
    while (Date.now() < until) {
      const id = ids[dice(ids.length)] ?? '';
      const from = performance.now();
      const record = await ask(served.origin, member, `/incidents/${id}`);
      waits.push(performance.now() - from);
      if (!record.ok) {
        await note(record);
        continue;
      }
      const { hash } = (await record.json()) as { hash: string };
      const value = 1 + dice(60);
      const body = JSON.stringify({
        request: { action: 'override', target: `${id}.killed`, value, reason: `list ${number} at ${Date.now()}` },
        seen: hash,
      });
      const decided = performance.now();
      const answer = await ask(served.origin, member, `/incidents/${id}/decisions`, body);
      waits.push(performance.now() - decided);
      if (answer.ok) kept.push(((await answer.json()) as { decision: string }).decision);
      else await note(answer);
      // A person reads before deciding again.
      await new Promise((resolve) => setTimeout(resolve, 300 + dice(700)));
    }
  };
  await Promise.all(Array.from({ length: people }, (_, at) => work(at + 1)));
  const logged = new Set(listLog(served.room, 0, Number.MAX_SAFE_INTEGER).lines.map(({ decision }) => decision.id));
  const lost = kept.filter((id) => !logged.has(id)).length;
  const sorted = waits.sort((a, b) => a - b);
  const part = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0);
  const said = [...refusals].map(([words, count]) => `${count} of ${words}`).join(', ');
  return `${people} people for ${seconds} s: ${sorted.length} requests, p50 ${part(0.5)} p95 ${part(0.95)} ms; ${kept.length} decisions kept, ${lost} lost; refused: ${said === '' ? 'none' : said}`;
}

async function letIn({ origin, invite }: ServedRoom, name: string): Promise<Member> {
  const answer = await fetch(invite(name), { redirect: 'manual' });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const session = await fetch(`${origin}/room/api/session`, { headers: { cookie } });
  return { cookie, csrf: ((await session.json()) as { csrf: string }).csrf };
}

function ask(origin: string, { cookie, csrf }: Member, path: string, body?: string): Promise<Response> {
  const headers = { cookie, 'x-variorum-csrf': csrf, 'content-type': 'application/json' };
  return fetch(`${origin}/room/api${path}`, body === undefined ? { headers } : { method: 'POST', headers, body });
}
