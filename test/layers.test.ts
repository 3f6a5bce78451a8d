import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

/** Check the layers of a checkout. The check exits with an error for a breach, but its report is what the test reads. */
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

const rules: readonly { readonly name: string }[] = createRequire(import.meta.url)(join(root, 'layers.cjs')).forbidden;

// For each rule, a file that breaks it (and no other rule) by what it imports.
const breaches: Readonly<Record<string, readonly [path: string, imports: string]>> = {
  'line-of-model': ['src/model/planted.ts', '../text/index.ts'],
  'line-of-lang': ['src/lang/planted.ts', '../text/index.ts'],
  'line-of-text': ['src/text/planted.ts', '../io/index.ts'],
  'line-of-ingest': ['src/ingest/planted.ts', '../lang/en/index.ts'],
  'line-of-clean': ['src/clean/planted.ts', '../ingest/index.ts'],
  'line-of-annotate': ['src/annotate/names/planted.test.ts', '../../io/index.ts'],
  'line-of-extract': ['src/extract/planted.ts', '../annotate/index.ts'],
  'line-of-link': ['src/link/planted.ts', '../clean/index.ts'],
  'line-of-reconcile': ['src/reconcile/planted.ts', '../pipeline/index.ts'],
  'line-of-publish': ['src/publish/planted.tsx', '../reconcile/index.ts'],
  'line-of-io': ['src/io/planted.ts', '../ingest/index.ts'],
  'line-of-store': ['src/store/sqlite/planted.ts', '../../io/index.ts'],
  'line-of-pipeline': ['src/pipeline/planted.ts', '../store/index.ts'],
  'line-of-wacz': ['src/wacz/planted.ts', '../pipeline/index.ts'],
  'line-of-service': ['src/service/planted.ts', '../reconcile/index.ts'],
  'line-of-http': ['src/http/planted.ts', '../store/index.ts'],
  'line-of-mcp': ['src/mcp/planted.ts', '../io/index.ts'],
  'line-of-client': ['src/client/planted.ts', '../model/index.ts'],
  'line-of-cli': ['src/cli/planted.ts', '../extract/index.ts'],
  'folders-have-a-line': ['src/attic/planted.ts', '../model/index.ts'],
  doors: ['src/pipeline/planted-window.ts', '../annotate/places/gazetteer.ts'],
  'options-for-settings': ['src/pipeline/intake/planted.ts', '../../clean/options.ts'],
  'light-options': ['src/ingest/options.ts', './json.ts'],
  'no-cycles': ['src/text/planted-circle.ts', './planted-back.ts'],
  'ships-alone': ['src/io/planted-kit.ts', '../../test/kits/sentences.ts'],
  'stages-touch-no-world': ['src/extract/planted-world.ts', 'node:fs'],
};

// Imports that resemble a breach but are allowed.
const lawful: readonly (readonly [path: string, imports: string])[] = [
  ['src/annotate/lawful.ts', '../lang/en/index.ts'],
  ['src/link/lawful.ts', '../text/calendar.ts'],
  ['src/service/lawful.ts', '../store/index.ts'],
  ['src/http/lawful.ts', '../service/index.ts'],
  ['src/cli/lawful.ts', '../io/index.ts'],
  ['src/io/lawful.ts', 'node:fs'],
  ['src/clean/lawful.test.ts', '../../test/kits/sentences.ts'],
];

// Folders that layers.cjs names although they do not exist yet; the copy has them, so that their rules are tested too.
const doors = ['lang', 'lang/en', 'store', 'service', 'http', 'mcp', 'cli'].map((name) => `src/${name}/index.ts`);

describe('the layer law', () => {
  let copy: string;
  let broken: Cruise['summary'];

  function plant(path: string, code: string): void {
    const place = join(copy, path);
    if (existsSync(place)) return;
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, code);
  }

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'variorum-layers-'));
    for (const name of ['src', 'test/kits', 'layers.cjs', 'tsconfig.json', 'package.json']) {
      cpSync(join(root, name), join(copy, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
    for (const door of doors) plant(door, 'export {};\n');
    plant('src/text/planted-back.ts', "export * from './planted-circle.ts';\n");
    for (const [path, imports] of [...Object.values(breaches), ...lawful]) plant(path, `export * from '${imports}';\n`);
    broken = cruise(copy);
  }, 120_000);

  afterAll(() => rmSync(copy, { recursive: true }));

  const noticed = (path: string) =>
    broken.violations.filter(({ from, to }) => from === path || to === path).map((violation) => violation.rule.name);

  it('is kept, by a check that saw every module', () => {
    const whole = cruise(root);
    expect(whole.violations.map(({ from, rule }) => `${rule.name}: ${from}`)).toEqual([]);
    expect(whole.totalCruised).toBeGreaterThan(100);
  }, 120_000);

  it('has a breach planted here for every rule', () => {
    expect(Object.keys(breaches).sort()).toEqual(rules.map(({ name }) => name).sort());
  });

  it.each(Object.entries(breaches))('notices a breach of %s', (rule, [path]) => {
    expect(noticed(path)).toContain(rule);
  });

  it.each(lawful)('lets %s import %s', (path) => {
    expect(noticed(path)).toEqual([]);
  });
});
