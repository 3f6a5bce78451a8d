import { describe, expect, it } from 'vitest';
import { marketEdition } from '../../../test/kits/edition.ts';
import { RequestError } from '../errors.ts';
import { policies, revise } from './revise.ts';

describe('revise', () => {
  it('gives the edition back where nothing is asked', () => {
    expect(revise(marketEdition).value).toBe(marketEdition);
    expect(revise(marketEdition, { decisions: [] })).toEqual({ value: marketEdition, issues: [] });
  });

  it('codes under another policy, and looks from an earlier day', () => {
    expect(revise(marketEdition, { policy: 'ucdp' }).value.config.policy).toBe('ucdp');
    const early = revise(marketEdition, { asOf: '2025-09-13T23:00Z' }).value;
    expect(early.articles.length).toBeLessThan(marketEdition.articles.length);
  });

  it.each([{ policy: 'hearsay' }, { asOf: 'noon' }, { asOf: '2025-13-40' }])('refuses %j', (revision) => {
    expect(() => revise(marketEdition, revision)).toThrow(RequestError);
  });
});

describe('policies', () => {
  it('are described by name, day, source and numbered rules', () => {
    expect(policies.map(({ name }) => name)).toEqual(['recorder', 'ucdp', 'gtd', 'acled', 'gva', 'emdat']);
    for (const { edition, source, rules } of policies) {
      expect([edition, source].every((text) => text.length > 0)).toBe(true);
      expect(rules.length).toBeGreaterThan(0);
    }
  });
});
