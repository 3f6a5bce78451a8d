import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describePolicies } from './worked/describe.ts';
import { workOut } from './worked/example.ts';
import { chapters } from './worked/index.ts';

describe.each(chapters)('worked examples: $title', ({ examples }) => {
  const all = examples.flatMap((example) => Object.entries(example.coded).map(([what, is]) => ({ example, what, is })));
  it.each(all)('$example.says: $what is $is', ({ example, what, is }) => {
    expect(workOut(example, what)).toBe(is);
  });
});

describe('docs/policies.md', () => {
  it('holds what the examples come to; npm run policies writes it', () => {
    // The formatter pads table cells with spaces and dashes, which do not count as differences.
    const plain = (page: string): string => page.replace(/ {2,}/g, ' ').replace(/-{3,}/g, '---');
    const page = readFileSync(new URL('../docs/policies.md', import.meta.url), 'utf8');
    expect(plain(page)).toBe(plain(describePolicies()));
  });

  it('has the eleven of the design and sixty more', () => {
    const count = chapters.map(({ examples }) => examples.length);
    expect(count[0]).toBeGreaterThanOrEqual(11);
    expect(count.slice(1).reduce((sum, part) => sum + part, 0)).toBeGreaterThanOrEqual(60);
  });
});
