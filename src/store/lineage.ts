/** The mentions that incidents hold, by the incident's id. */
export type Holdings = ReadonlyMap<string, readonly string[]>;

/** What became of an incident; `now` is empty where nothing of it is left. */
export interface IncidentChange {
  readonly was: string;
  readonly now: string;
  /** Joined with another; part of it told apart; the same under another id; its reports are gone. */
  readonly how: 'merged' | 'split' | 'renamed' | 'ended';
}

/**
 * Say what became of incidents whose mentions are now held by others.
 *
 * An incident that keeps its id and gains mentions is named by those it gained them from.
 */
export function traceIncidents(before: Holdings, after: Holdings): readonly IncidentChange[] {
  const homes = new Map([...after].flatMap(([id, mentions]) => mentions.map((mention) => [mention, id] as const)));
  const heirs = new Map<string, ReadonlySet<string>>();
  const gives = new Map<string, number>();
  for (const [id, mentions] of before) {
    const found = new Set(mentions.flatMap((mention) => homes.get(mention) ?? []));
    heirs.set(id, found);
    for (const heir of found) gives.set(heir, (gives.get(heir) ?? 0) + 1);
  }
  return [...heirs].flatMap(([was, found]): readonly IncidentChange[] => {
    const others = [...found].filter((now) => now !== was).sort();
    if (after.has(was)) return others.map((now) => ({ was, now, how: 'split' }));
    const [only] = others;
    if (only === undefined) return [{ was, now: '', how: 'ended' }];
    if (others.length > 1) return others.map((now) => ({ was, now, how: 'split' }));
    return [{ was, now: only, how: (gives.get(only) ?? 0) > 1 ? 'merged' : 'renamed' }];
  });
}
