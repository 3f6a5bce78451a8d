import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killAndResume } from './kill.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-kill-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a run killed at random moments', () => {
  it('prints what an uninterrupted one prints, and keeps nothing twice', async () => {
    const plan = { folder, files: 60, kills: 3, seed: 11, reader: 'fast', workers: 1 } as const;
    expect(await killAndResume(plan)).toMatchObject({
      kept: 60,
      keptTwice: 0,
      sameBytes: true,
      sameManifest: true,
      articles: 60,
    });
  }, 300_000);
});
