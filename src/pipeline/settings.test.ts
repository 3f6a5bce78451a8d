import { describe, expect, it } from 'vitest';
import { isRecord } from '../model/index.ts';
import { type Bound, bounds } from './bounds.ts';
import { SettingsError } from './errors.ts';
import { defaults, hashSettings, makeSettings } from './settings.ts';

describe('makeSettings', () => {
  it('gives the defaults where nothing is said', () => {
    expect(makeSettings({}, undefined)).toEqual(defaults);
  });

  it('lays later parts over earlier ones and keeps their neighbours, however deep', () => {
    const settings = makeSettings({ policy: 'ucdp', link: { stories: { minCosine: 0.5 } } }, { policy: 'recorder' });
    expect(settings.policy).toBe('recorder');
    expect(settings.link.stories).toEqual({ ...defaults.link.stories, minCosine: 0.5 });
  });

  it.each([
    [{ polcy: 'ucdp' }, 'polcy'],
    [{ link: { stories: { minCosin: 1 } } }, 'minCosin'],
    [{ limits: { maxInputMegabytes: 'big' } }, 'limits.maxInputMegabytes'],
    [{ limits: { maxSecondsPerDocument: -1 } }, 'limits.maxSecondsPerDocument'],
    [{ limits: { maxWorkerMegabytes: 0 } }, 'limits.maxWorkerMegabytes'],
    [{ policy: 'hearsay' }, 'policy'],
    [[], 'config'],
  ])('refuses %j, naming what is wrong', (part, name) => {
    expect(() => makeSettings(part)).toThrow(SettingsError);
    expect(() => makeSettings(part)).toThrow(name);
  });
});

describe('numbers of the settings', () => {
  const numbers = listNumbers(defaults);

  it('all have bounds', () => {
    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers.filter(({ bound }) => bound === undefined)).toEqual([]);
  });

  it.each(numbers)('$path is refused out of its bounds, and taken at them', ({ path, value, bound }) => {
    const { least, most, isWhole } = bound as Bound;
    const make = (given: unknown) => makeSettings(nest(path, given));
    for (const given of [least, most, value])
      expect(listNumbers(make(given))).toContainEqual({ path, value: given, bound });
    const wrong = [
      least - 1,
      most + 1,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      '1',
      null,
      ...(isWhole ? [least + 0.5] : []),
    ];
    for (const given of wrong) {
      const words = typeof given === 'number' ? String(given) : JSON.stringify(given);
      const kind = isWhole ? 'a whole number' : 'a number';
      expect(() => make(given)).toThrow(SettingsError);
      expect(() => make(given)).toThrow(`${path}: give ${kind} from ${least} to ${most}, not ${words}`);
    }
  });

  it('are refused all at once', () => {
    const wrong = { fetch: { maxHosts: 0 }, link: { copies: { windowShingles: 0 } }, clean: { minBodyWords: 1.5 } };
    for (const path of ['fetch.maxHosts', 'link.copies.windowShingles', 'clean.minBodyWords'])
      expect(() => makeSettings(wrong)).toThrow(path);
  });
});

/** Every number of some settings with its path and its bound. */
function listNumbers(
  settings: object,
  within: object = bounds,
  above: readonly string[] = [],
): readonly NumberSetting[] {
  return Object.entries(settings).flatMap(([name, value]) => {
    const bound = (within as Readonly<Record<string, object | undefined>>)[name];
    const path = [...above, name];
    if (typeof value === 'number') return [{ path: path.join('.'), value, bound }];
    return isRecord(value) ? listNumbers(value, bound ?? {}, path) : [];
  });
}

interface NumberSetting {
  readonly path: string;
  readonly value: number;
  readonly bound: object | undefined;
}

/** A part of the settings that holds one value. */
function nest(path: string, value: unknown): unknown {
  return path.split('.').reduceRight((inner: unknown, name) => ({ [name]: inner }), value);
}

describe('hashSettings', () => {
  it('changes with a setting, and not with the order of keys', () => {
    const hash = hashSettings(defaults);
    expect(hashSettings({ ...defaults, names: true })).not.toBe(hash);
    expect(hashSettings(Object.fromEntries(Object.entries(defaults).reverse()) as typeof defaults)).toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
  });
});
