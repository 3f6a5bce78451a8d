import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Edition, type Incident, read } from '../src/index.ts';
import { isCountRecord } from '../src/model/index.ts';
import { findShared, sharedMissing } from './kits/shared.ts';

interface Expected {
  readonly killed?: number | { readonly min: number; readonly max: number } | null;
  readonly injured?: number | null;
}

const folder = findShared('cases');
const ending = '.expected.json';
/** Numbers of the inputs that test how words count people ("a couple and their son"). */
const counted: ReadonlySet<number> = new Set([7, 9, 11, 13, 15, 17, 18, 19, 21, 23, 24, 25, 30, 32, 33]);

/** Print an incident's counts of dead and hurt: "4, 9", "10 to 15, none". */
function printIncident({ attributes }: Incident): string {
  const names = ['killed', 'injured'] as const;
  return names
    .map((name) => {
      const record = attributes[name];
      if (record === undefined || !isCountRecord(record) || record.best === null) return 'none';
      return record.low === record.high ? `${record.best}` : `${record.low} to ${record.high}`;
    })
    .join(', ');
}

function printExpected({ killed, injured }: Expected): string {
  const dead = typeof killed === 'object' && killed !== null ? `${killed.min} to ${killed.max}` : (killed ?? 'none');
  return `${dead}, ${injured ?? 'none'}`;
}

/**
 * List the figures of the incidents that count somebody: one that counts nobody states no figure, so it does not matter whether
 * it is listed.
 */
function listFigures({ incidents }: Edition): readonly string[] {
  return incidents.map(printIncident).filter((line) => line !== 'none, none');
}

function readCase(dir: string, file: string): readonly string[] {
  const { expected } = JSON.parse(readFileSync(join(dir, file), 'utf8')) as {
    readonly expected: { readonly incidents: readonly Expected[] };
  };
  return expected.incidents.map(printExpected).filter((line) => line !== 'none, none');
}

describe('sentences that peers were blamed for', () => {
  if (folder === undefined) {
    it('are counted right', (context) => context.skip(sharedMissing));
    return;
  }
  const files = readdirSync(folder).filter((file) => file.endsWith(ending) && counted.has(Number.parseInt(file, 10)));
  it.each(files)(
    'are counted right: %s',
    async (file) => {
      const edition = await read([join(folder, file.replace(ending, '.txt'))]);
      expect(listFigures(edition)).toEqual(readCase(folder, file));
    },
    60_000,
  );
});
