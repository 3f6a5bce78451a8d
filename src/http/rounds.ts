import type { Poster } from '../pipeline/index.ts';
import { deliverDue, type Room, refreshRoom } from '../service/index.ts';

/** How often it is looked whether another process has changed the archive, and what is due to be told. */
const lookEveryMs = 1000;

/** Look again and again what others changed and what is due to be told, until the returned function is called. */
export function beginRounds(room: Room, poster: Poster, complain: (error: unknown) => void): () => Promise<void> {
  let telling: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    void room.turn(() => refreshRoom(room)).catch(complain);
    telling ??= deliverDue(room, poster)
      .catch(complain)
      .finally(() => {
        telling = undefined;
      });
  }, lookEveryMs);
  return async () => {
    clearInterval(timer);
    await telling;
    await poster.close();
  };
}
