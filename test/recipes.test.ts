import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ExportFormat } from '../src/index.ts';
import type * as Ingest from '../src/ingest/index.ts';
import type * as Pipeline from '../src/pipeline/index.ts';
import type * as Publish from '../src/publish/index.ts';
import { applyBlock, copySources, findTypeErrors, readRecipes } from './kits/recipes.ts';

const recipes = readRecipes();
const blocks = [...recipes.values()].flat();
const copy = copySources();
afterAll(() => rmSync(copy, { recursive: true }), 60_000);
for (const block of blocks) applyBlock(copy, block);

const open = (path: string): Promise<unknown> => import(join(copy, path));
const { ingest } = (await open('src/ingest/index.ts')) as typeof Ingest;
const { makeEditionSchema, publishHtml } = (await open('src/publish/index.ts')) as typeof Publish;
const { formats, makeSettings, policies, publish, read, revise } = (await open(
  'src/pipeline/index.ts',
)) as typeof Pipeline;

const reports = [
  'A ferry ran onto a sandbank off Port Sallis on Friday and sank. The river took four men, police said. ' +
    'Forty passengers were stranded on the sandbank.',
  'Six people were killed when a ferry sank off Port Sallis on Friday, the harbour hospital said. ' +
    'Some 40 passengers were stranded until the tide fell.',
].map((text, index) => ({ content: `The ferry at Port Sallis\n\n${text}`, path: `report-${index + 1}.txt` }));
const edition = await read(reports, { reader: 'fast' });
const recordOf = (attribute: string, from = edition) =>
  Object.entries(from.incidents[0]?.attributes ?? {}).find(([name]) => name === attribute)?.[1];

describe('the recipes', () => {
  it('are one for each kind of growth', () => {
    expect([...recipes.keys()]).toEqual([
      'An input format',
      'An extraction rule',
      'A counted attribute',
      'A policy',
      'An export',
    ]);
    for (const recipe of recipes.values()) expect(recipe.map(({ path }) => path).at(-1)).toMatch(/\.test\.ts$/);
  });

  it('are right in their types, and so is what they make incomplete', () => {
    const paths = blocks.map(({ path }) => path).filter((path) => path.endsWith('.ts'));
    expect(findTypeErrors(copy, paths, /\bAttribute\b|CountAttribute|ExportFormat|InputFormat/)).toEqual([]);
  }, 300_000);

  describe('pass their own tests', async () => {
    for (const { path } of blocks.filter(({ path }) => path.endsWith('.test.ts'))) await open(path);
  });
});

it('reads the new format', async () => {
  const content =
    'WEBVTT\n\n00:01.000 --> 00:04.000\nA ferry sank off Port Sallis on Friday.\n\n00:04.000 --> 00:06.000\nSix men were killed.\n';
  expect(ingest({ bytes: new TextEncoder().encode(content) }).issues).toEqual([]);
  const { claims } = await read([{ content }], { reader: 'fast' });
  expect(claims.map(({ attribute, evidence }) => [attribute, evidence[0]?.quote])).toContainEqual([
    'killed',
    'Six men were killed',
  ]);
});

it('makes a claim by the new rule', () => {
  const claim = edition.claims.find(({ evidence }) => evidence[0]?.quote === 'river took four men');
  expect(claim).toMatchObject({ attribute: 'killed', value: { min: 4, max: 4 } });
});

describe('the new attribute', () => {
  it('costs one row and its words', () => {
    const paths = recipes.get('A counted attribute')?.map(({ path }) => path) ?? [];
    const code = paths.filter((path) => path.startsWith('src/') && !path.endsWith('.test.ts'));
    expect(code).toEqual(['src/model/attribute.ts']);
  });

  it('is in dossier, CSV, page and schema', async () => {
    expect(recordOf('stranded')).toMatchObject({ low: 40, best: 40, high: 40 });
    expect((await publish(edition, 'csv')).content).toContain(',stranded,40,40,40,');
    expect(publishHtml(edition, { assets: { style: '', script: '' } })).toContain('Stranded');
    expect(JSON.stringify(makeEditionSchema())).toContain('"stranded"');
  });
});

it('codes by the new policy', () => {
  expect(policies.map(({ name }) => name)).toContain('lowest');
  expect(makeSettings({ policy: 'lowest' }).policy).toBe('lowest');
  expect(recordOf('killed')).toMatchObject({ low: 4, high: 6 });
  expect(recordOf('killed', revise(edition, { policy: 'lowest' }).value)).toMatchObject({ best: 4, rule: 'L1' });
});

it('prints the new export', async () => {
  expect(formats).toContain('ris');
  const { content } = await publish(edition, 'ris' as ExportFormat);
  expect(String(content).match(/^TY {2}- NEWS\r$/gm)).toHaveLength(2);
});
