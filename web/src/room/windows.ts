import { useEffect, useRef, useState } from 'preact/hooks';
import type { BoardRow } from '../../../src/service/index.ts';
import { get } from './api.ts';

const windowRows = 100;

interface Window {
  readonly total: number;
  readonly seq: number;
  readonly rows: readonly BoardRow[];
}

/** Rows of a long table, asked for a window at a time as they come into view. */
export interface Windows {
  readonly total: number | undefined;
  readonly rowAt: (at: number) => BoardRow | undefined;
  /** Have the rows of a stretch there. */
  readonly need: (from: number, to: number) => void;
  /** Ask again for what is shown; until it is there, what was shown stays. */
  readonly refresh: () => void;
  readonly error: string | undefined;
}

/** Hold the rows that fit a query. */
export function useWindows(query: Readonly<Record<string, unknown>>): Windows {
  const key = JSON.stringify(query);
  const held = useRef({ key, parts: new Map<number, readonly BoardRow[]>(), asked: new Set<number>() });
  const [total, setTotal] = useState<number | undefined>(undefined);
  const [error, setError] = useState<string | undefined>(undefined);
  const [, draw] = useState(0);
  if (held.current.key !== key) held.current = { key, parts: new Map(), asked: new Set() };
  const ask = (part: number): void => {
    const mine = held.current;
    if (mine.asked.has(part)) return;
    mine.asked.add(part);
    get<Window>('/incidents', { ...query, from: part * windowRows, count: windowRows }).then(
      (found) => {
        if (held.current !== mine) return;
        mine.parts.set(part, found.rows);
        setTotal(found.total);
        setError(undefined);
        draw((count) => count + 1);
      },
      (refused: Error) => setError(refused.message),
    );
  };
  useEffect(() => ask(0), [key]);
  return {
    total,
    error,
    rowAt: (at) => held.current.parts.get(Math.floor(at / windowRows))?.[at % windowRows],
    need: (from, to) => {
      for (let part = Math.floor(from / windowRows); part <= Math.floor(to / windowRows); part += 1) ask(part);
    },
    refresh: () => {
      const shown = [...held.current.parts.keys()];
      held.current.asked.clear();
      for (const part of shown) ask(part);
    },
  };
}
