import { defineConfig } from 'tsdown';

const stages = ['model', 'text', 'ingest', 'clean', 'annotate', 'extract', 'link', 'reconcile', 'publish'];

/** One module of `dist` for each of `src`, so that a stage costs its user nothing but itself; data stays data, in `data/`. */
export default defineConfig({
  entry: [
    'src/index.ts',
    'src/cli/main.ts',
    'src/pipeline/workers/worker.ts',
    ...stages.map((stage) => `src/${stage}/index.ts`),
  ],
  root: 'src',
  outDir: 'dist',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  unbundle: true,
  fixedExtension: false,
  dts: true,
  logLevel: 'warn',
  deps: { neverBundle: [/\.json$/] },
  copy: [{ from: 'web/dist/*', to: 'dist/page' }],
});
