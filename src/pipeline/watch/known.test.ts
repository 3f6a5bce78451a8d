import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editionSchema } from '../../model/index.ts';
import type { Input } from '../intake/inputs.ts';
import { read } from '../run.ts';

const options = { now: '2026-01-01T00:00:00Z', reader: 'fast' } as const;
const folder = 'examples/river-flood';
const reports: readonly Input[] = readdirSync(folder)
  .filter((name) => /^\d/.test(name))
  .map((name) => ({ content: readFileSync(join(folder, name)), path: name }));

describe('read with an earlier edition', () => {
  it('keeps the ids of what that one had, whichever report comes last', async () => {
    for (const late of reports) {
      const before = await read(
        reports.filter((report) => report !== late),
        options,
      );
      const after = await read(reports, { ...options, known: before });
      const merged = (after.regrouped ?? []).flatMap((each) => (each.change === 'merged' ? each.before : []));
      const ids = new Set([...after.incidents, ...after.stories].map(({ id }) => id));
      const had = [...before.incidents, ...before.stories].map(({ id }) => id);
      expect(had.length).toBeGreaterThan(1);
      expect(had.filter((id) => !ids.has(id) && !merged.includes(id))).toEqual([]);
      const homes = new Map(after.claims.map(({ id, incident }) => [id, incident]));
      const moved = before.claims.filter(({ id, incident }) => homes.has(id) && homes.get(id) !== incident);
      expect(moved.filter(({ incident }) => !merged.includes(incident))).toEqual([]);
      expect(editionSchema.parse(after)).toEqual(after);
    }
  }, 60_000);

  it('changes nothing where nothing new is read', async () => {
    const whole = await read(reports, options);
    expect(await read(reports, { ...options, known: whole })).toEqual(whole);
  });
});
