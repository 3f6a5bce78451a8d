import { defineConfig } from 'tsdown';

/** The parts of ONNX Runtime that are run, 14 MB of the 139 MB of its package, and their licences. */
const runtime = [
  ...['ort.wasm.min.mjs', 'ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'].map(
    (name) => `node_modules/onnxruntime-web/dist/${name}`,
  ),
  ...['LICENSE', 'ThirdPartyNotices.txt'].map((name) => `third-party/onnxruntime/${name}`),
];

const stages = ['model', 'text', 'ingest', 'clean', 'annotate', 'extract', 'link', 'reconcile', 'publish'];

/** One module of `dist` for each of `src`, so that a stage costs its user nothing but itself; data stays data, in `data/`. */
export default defineConfig({
  entry: [
    'src/index.ts',
    'src/cli/main.ts',
    'src/pipeline/workers/worker.ts',
    'src/service/whole/worker.ts',
    'src/pipeline/resources.ts',
    'src/service/index.ts',
    'src/http/index.ts',
    'src/mcp/index.ts',
    'src/client/index.ts',
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
  copy: [
    { from: 'web/dist/*', to: 'dist/page' },
    { from: runtime, to: 'dist/onnxruntime' },
  ],
});
