import { describe, expect, it } from 'vitest';
import { findRuntime } from '../../io/index.ts';
import { type Runtime, runtimes } from '../../model/index.ts';
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
    expect(await keepReader(deep, undefined, async () => 'wasm')).toEqual({
      settings: deep,
      runtime: 'wasm',
      issues: [],
    });
    expect((await keepReader({ ...defaults, reader: 'fast' }, undefined, async () => undefined)).issues).toEqual([]);
  });

  it('reads fast where nothing can run the trained reader, and says so', async () => {
    const { settings, issues } = await keepReader({ ...defaults, reader: 'deep' }, undefined, async () => undefined);
    expect(settings.reader).toBe('fast');
    expect(issues).toMatchObject([{ code: 'annotate/no-runtime', severity: 'warning', hint: expect.any(String) }]);
  });
});

describe('keepReader, asked for one runtime', () => {
  const deep = { ...defaults, reader: 'deep' } as const;

  it('looks for that one alone', async () => {
    const asked: unknown[] = [];
    const find = async (candidates?: readonly Runtime[]) => {
      asked.push(candidates);
      return candidates?.[0];
    };
    expect(await keepReader(deep, 'wasm', find)).toEqual({ settings: deep, runtime: 'wasm', issues: [] });
    expect(asked).toEqual([['wasm']]);
  });

  it('refuses where it cannot be loaded, and where there is no such thing', async () => {
    await expect(keepReader(deep, 'native', async () => undefined)).rejects.toThrow('runtime: native cannot be loaded');
    const runtime = 'abacus' as Runtime;
    await expect(read([], { reader: 'deep', runtime })).rejects.toThrow('runtime: give native or wasm, not abacus');
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

  it.each(runtimes)(
    'is computed by %s where that is asked for, and the edition says so',
    async (runtime) => {
      const options = { now: context.now, reader: 'deep' } as const;
      const { config, ...told } = await read([{ content, path: 'mill.txt' }], { ...options, runtime });
      expect(config.runtime).toBe(runtime);
      const { config: plain, ...wanted } = await read([{ content, path: 'mill.txt' }], { ...options, workers: 1 });
      expect(plain.runtime).toBe(await findRuntime());
      expect([told, { ...config, runtime: plain.runtime }]).toEqual([wanted, plain]);
      const fast = await read([{ content, path: 'mill.txt' }], { ...options, reader: 'fast', runtime });
      expect('runtime' in fast.config).toBe(false);
    },
    60_000,
  );

  it('is opened once for a thread, and not at all for the fast reader', async () => {
    const deep = { ...defaults, reader: 'deep' } as const;
    const first = await openResources(deep, context);
    expect(first.resources.reader).toBeDefined();
    expect((await openResources(deep, context)).resources.reader).toBe(first.resources.reader);
    expect((await openResources({ ...defaults, reader: 'fast' }, context)).resources.reader).toBeUndefined();
  });
});
