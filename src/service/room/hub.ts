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

/** Tells whoever listens what happens. */
export interface Hub {
  publish(event: RoomEvent): void;
  /** Listen until the returned function is called. */
  listen(listener: (event: RoomEvent) => void): () => void;
}

export function makeHub(): Hub {
  const listeners = new Set<(event: RoomEvent) => void>();
  return {
    publish: (event) => {
      for (const listener of listeners) listener(event);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
