import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Room, RoomEvent } from '../service/index.ts';
import { lookUpAsker } from './guard.ts';
import type { Sessions } from './session.ts';

const heartbeatMs = 15_000;

/** Tell a browser what happens, as server-sent events, until it goes away. */
export function streamEvents(context: Context, room: Room, sessions: Sessions): Response {
  const isStillIn = async (): Promise<boolean> => (await lookUpAsker(context, sessions)) !== undefined;
  return streamSSE(context, async (stream) => {
    const waiting: RoomEvent[] = [];
    let wake: () => void = () => undefined;
    const leave = room.hub.listen((event) => {
      waiting.push(event);
      wake();
    });
    stream.onAbort(() => {
      leave();
      wake();
    });
    await stream.writeSSE({ event: 'hello', data: JSON.stringify({ seq: room.seq }) });
    while (!stream.aborted) {
      const event = waiting.shift();
      if (event !== undefined) {
        await stream.writeSSE({ event: 'room', data: JSON.stringify(event) });
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
