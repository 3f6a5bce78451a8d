import { describe, expect, it } from 'vitest';
import { defaults, hashSettings, makeSettings, SettingsError } from './settings.ts';

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

describe('hashSettings', () => {
  it('changes with a setting, and not with the order of keys', () => {
    const hash = hashSettings(defaults);
    expect(hashSettings({ ...defaults, names: true })).not.toBe(hash);
    expect(hashSettings(Object.fromEntries(Object.entries(defaults).reverse()) as typeof defaults)).toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
  });
});
