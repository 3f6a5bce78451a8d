import { randomBytes } from 'node:crypto';

/** Something that happened in a room, for all who look at it. */
export interface RoomEvent {
  readonly kind:
    | 'decided'
    | 'added'
    | 'progress'
    | 'leased'
    | 'assigned'
    | 'coded'
    | 'released'
    | 'working'
    | 'proposed';
  /** Event of the log; 0 for what is not in it. */
  readonly seq: number;
  readonly who: string;
  readonly incidents: readonly string[];
  /** What is to be said of it. */
  readonly detail?: unknown;
}

/** Something that happened, by the name under which it can be asked for again. */
export interface ToldEvent {
  readonly id: string;
  readonly event: RoomEvent;
}

/** Tells whoever listens what happens, and again to whoever was away for a while. */
export interface Hub {
  publish(event: RoomEvent): void;
  /** Listen until the returned function is called. */
  listen(listener: (event: RoomEvent, id: string) => void): () => void;
  /** Name of what was told last. */
  last(): string;
  /** What was told after something else, the oldest first; undefined where that was another server's, or is too long ago. */
  since(id: string): readonly ToldEvent[] | undefined;
}

/** Events that can be told again. */
const keptEvents = 1000;

export function makeHub(): Hub {
  const listeners = new Set<(event: RoomEvent, id: string) => void>();
  // Numbers begin anew with each server: those of another are not taken for its own.
  const server = randomBytes(6).toString('hex');
  const kept: ToldEvent[] = [];
  let told = 0;
  const nameOf = (number: number): string => `${server}.${number}`;
  return {
    publish: (event) => {
      told += 1;
      const id = nameOf(told);
      kept.push({ id, event });
      if (kept.length > keptEvents) kept.shift();
      for (const listener of listeners) listener(event, id);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    last: () => nameOf(told),
    since: (id) => {
      const number = Number(id.slice(server.length + 1));
      const missed = told - number;
      if (id !== nameOf(number) || !(missed >= 0 && missed <= kept.length)) return undefined;
      return missed === 0 ? [] : kept.slice(-missed);
    },
  };
}
