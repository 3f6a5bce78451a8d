import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { get } from './api.ts';

/** What a view waits for. */
export interface Loaded<T> {
  readonly value?: T;
  readonly error?: string;
  /** Ask again; what is shown stays until the answer is there. */
  readonly reload: () => Promise<void>;
}

/** Ask the server for what a view shows, again whenever the question changes. */
export function useLoaded<T>(path: string, query: Readonly<Record<string, unknown>> = {}): Loaded<T> {
  const key = JSON.stringify([path, query]);
  const latest = useRef(key);
  latest.current = key;
  const [state, setState] = useState<{ key: string; value?: T; error?: string | undefined }>({ key: '' });
  const load = useCallback(async () => {
    const [asked, words] = JSON.parse(key) as [string, Record<string, unknown>];
    const next = await get<T>(asked, words).then(
      (value) => ({ key, value, error: undefined }),
      (error: unknown) => ({ key, error: error instanceof Error ? error.message : String(error) }),
    );
    // What is shown stays where asking again fails.
    if (latest.current === key) setState((old) => (old.key === key ? { ...old, ...next } : next));
  }, [key]);
  useEffect(() => void load(), [load]);
  const isSame = state.key === key || JSON.parse(state.key === '' ? '[""]' : state.key)[0] === path;
  return {
    reload: load,
    ...(isSame && state.value !== undefined ? { value: state.value } : {}),
    ...(isSame && state.error !== undefined ? { error: state.error } : {}),
  };
}
