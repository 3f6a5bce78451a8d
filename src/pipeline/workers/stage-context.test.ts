import { describe, expect, it } from 'vitest';
import { findRuntime } from '../../io/index.ts';
import { keepReader } from '../reader.ts';
import { read } from '../run.ts';
import { defaults } from '../settings.ts';
import { openResources } from './stage-context.ts';

const content =
  'Mill blast\n\nTarvel, 12 May 2024 - Two workers were killed at the old mill on Sunday. They were brothers.';
const context = { now: '2024-05-14T00:00:00Z', seed: 0 };

describe('keepReader', () => {
  it('keeps what was asked for where it can be had', async () => {
    const deep = { ...defaults, reader: 'deep' } as const;
    expect(await keepReader(deep, async () => 'wasm')).toEqual({ settings: deep, issues: [] });
    expect((await keepReader({ ...defaults, reader: 'fast' }, async () => undefined)).issues).toEqual([]);
  });

  it('reads fast where nothing can run the trained reader, and says so', async () => {
    const { settings, issues } = await keepReader({ ...defaults, reader: 'deep' }, async () => undefined);
    expect(settings.reader).toBe('fast');
    expect(issues).toMatchObject([{ code: 'annotate/no-runtime', severity: 'warning', hint: expect.any(String) }]);
  });
});

describe('findRuntime', () => {
  it('takes the first candidate that loads, and none where there is none', async () => {
    expect(await findRuntime(['wasm'])).toBe('wasm');
    expect(await findRuntime([])).toBeUndefined();
  });
});

describe('the deep reader in a run', () => {
  it('is stated in the edition, and gives the same bytes twice', async () => {
    const options = { now: context.now, reader: 'deep' } as const;
    const edition = await read([{ content, path: 'mill.txt' }], options);
    expect(edition.config.reader).toBe('deep');
    expect(edition.claims.length).toBeGreaterThan(0);
    expect(JSON.stringify(await read([{ content, path: 'mill.txt' }], options))).toBe(JSON.stringify(edition));
  });

  it('is opened once for a thread, and not at all for the fast reader', async () => {
    const deep = { ...defaults, reader: 'deep' } as const;
    const first = await openResources(deep, context);
    expect(first.resources.reader).toBeDefined();
    expect((await openResources(deep, context)).resources.reader).toBe(first.resources.reader);
    expect((await openResources({ ...defaults, reader: 'fast' }, context)).resources.reader).toBeUndefined();
  });
});
