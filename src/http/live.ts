import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Room, ToldEvent } from '../service/index.ts';
import { lookUpAsker } from './guard.ts';
import type { Sessions } from './session.ts';

const heartbeatMs = 15_000;
/** A client that lost the line comes again after this. */
const retryMs = 2000;

/**
 * Tell a browser or a program what happens, as server-sent events, until it goes away.
 *
 * Each event has an id. Whoever comes again with the last one it heard (`Last-Event-ID`) is told what it missed; where that cannot be told any more,
 * `hello` says so, and it has to look again.
 */
export function streamEvents(context: Context, room: Room, sessions: Sessions): Response {
  const isStillIn = async (): Promise<boolean> => (await lookUpAsker(context, sessions)) !== undefined;
  const heard = context.req.header('last-event-id');
  return streamSSE(context, async (stream) => {
    const missed = heard === undefined ? [] : room.hub.since(heard);
    const waiting: ToldEvent[] = [...(missed ?? [])];
    const id = heard === undefined || missed === undefined ? room.hub.last() : heard;
    let wake: () => void = () => undefined;
    const leave = room.hub.listen((event, id) => {
      waiting.push({ id, event });
      wake();
    });
    stream.onAbort(() => {
      leave();
      wake();
    });
    const hello = { seq: room.seq, missed: missed === undefined };
    await stream.writeSSE({ event: 'hello', id, retry: retryMs, data: JSON.stringify(hello) });
    while (!stream.aborted) {
      const told = waiting.shift();
      if (told !== undefined) {
        await stream.writeSSE({ event: 'room', id: told.id, data: JSON.stringify(told.event) });
        continue;
      }
      const isIdle = await new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(true), heartbeatMs);
        wake = () => {
          clearTimeout(timer);
          resolve(false);
        };
      });
      // Who was signed out, or may no longer come in, hears no more.
      if (isIdle && !(await isStillIn())) break;
      if (isIdle) await stream.writeSSE({ event: 'beat', data: '{}' });
    }
    leave();
  });
}
