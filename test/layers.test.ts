import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Cruise {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

/** Check the layers of a checkout; the exit code is not looked at, the report is. */
function cruise(folder: string): Cruise['summary'] {
  const binary = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [binary, 'src', '--config', 'layers.cjs', '--output-type', 'json'];
  try {
    return read(execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8, stdio: 'pipe' }));
  } catch (error) {
    return read((error as { stdout: string }).stdout);
  }
}

function read(report: string): Cruise['summary'] {
  return (JSON.parse(report) as Cruise).summary;
}

// Each file breaks the law once; the rule that must notice stands beside it.
const planted = {
  'src/link/planted-stage.ts': { rule: 'link-meets-in-model', code: "export * from '../clean/index.ts';\n" },
  'src/model/planted-model.ts': { rule: 'model-imports-nothing', code: "export * from '../text/index.ts';\n" },
  'src/io/planted-io.ts': { rule: 'io-meets-in-model', code: "export * from '../ingest/index.ts';\n" },
  'src/cli/planted-cli.ts': { rule: 'cli-is-thin', code: "export * from '../extract/index.ts';\n" },
  'src/extract/planted-world.ts': { rule: 'stages-touch-no-world', code: "export { readFileSync } from 'node:fs';\n" },
  'src/text/planted-circle.ts': { rule: 'no-cycles', code: "export * from './planted-back.ts';\n" },
} as const;

describe('the layer law', () => {
  let copy: string;
  let broken: Cruise['summary'];

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'variorum-layers-'));
    for (const name of ['src', 'layers.cjs', 'tsconfig.json', 'package.json']) {
      cpSync(join(root, name), join(copy, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
    for (const [path, { code }] of Object.entries(planted)) writeFileSync(join(copy, path), code);
    writeFileSync(join(copy, 'src/text/planted-back.ts'), "export * from './planted-circle.ts';\n");
    broken = cruise(copy);
  }, 120_000);

  afterAll(() => rmSync(copy, { recursive: true }));

  it('is kept, by a check that saw every module', () => {
    const whole = cruise(root);
    expect(whole.violations.map(({ from, rule }) => `${rule.name}: ${from}`)).toEqual([]);
    expect(whole.totalCruised).toBeGreaterThan(100);
  }, 120_000);

  it.each(Object.entries(planted))('notices %s', (path, { rule }) => {
    const named = broken.violations.filter(({ from, to }) => from === path || to === path);
    expect(named.map((violation) => violation.rule.name)).toContain(rule);
  });
});
