/** The one law: stages never import each other; they meet in model/ and are joined in pipeline/. */
const stages = ['ingest', 'clean', 'annotate', 'extract', 'link', 'reconcile', 'publish'];
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  comment: `src/${from} may import only ${allowed.join(', ') || 'nothing'} of ours`,
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: [from, ...allowed].map((folder) => `^src/${folder}/`) },
});

module.exports = {
  forbidden: [
    only('model-imports-nothing', 'model', []),
    only('text-meets-in-model', 'text', ['model']),
    ...stages.map((stage) => only(`${stage}-meets-in-model`, stage, ['model', 'text'])),
    only('io-meets-in-model', 'io', ['model']),
    only('pipeline-joins', 'pipeline', ['model', 'text', 'io', ...stages]),
    ...['cli', 'http', 'mcp'].map((shell) => only(`${shell}-is-thin`, shell, ['model', 'io', 'pipeline'])),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'stages-touch-no-world',
      severity: 'error',
      comment: 'clock, disk and network belong to src/io',
      from: { path: `^src/(model|text|${stages.join('|')})/`, pathNot: '\\.test\\.tsx?$' },
      to: {
        dependencyTypes: ['core'],
        path: '^(node:)?(fs|fs/promises|net|http|https|child_process|worker_threads|os)$',
      },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.tsx?$' },
  },
};
