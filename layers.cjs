/** The law: stages never import each other; they meet in model/ and are joined in pipeline/. A folder, and what it may import of ours. */
const stages = ['ingest', 'clean', 'annotate', 'extract', 'link', 'reconcile', 'publish'];
const readsLanguage = ['annotate', 'extract'];
const law = {
  model: [],
  lang: ['model'],
  text: ['model'],
  ...Object.fromEntries(
    stages.map((stage) => [stage, ['model', 'text', ...(readsLanguage.includes(stage) ? ['lang'] : [])]]),
  ),
  client: [],
  io: ['model'],
  store: ['model'],
  pipeline: ['model', 'text', 'lang', 'io', ...stages],
  wacz: ['model', 'store'],
  service: ['model', 'store', 'wacz', 'pipeline'],
  http: ['model', 'service', 'pipeline'],
  mcp: ['model', 'service', 'pipeline'],
  cli: ['model', 'service', 'pipeline', 'io', 'http', 'mcp'],
};
const tests = '\\.test\\.tsx?$';
const folders = Object.keys(law).join('|');

const line = ([folder, allowed]) => ({
  name: `line-of-${folder}`,
  severity: 'error',
  comment: `src/${folder}, its tests included, may import only ${allowed.join(', ') || 'nothing'} of ours`,
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: [folder, ...allowed].map((name) => `^src/${name}/`) },
});

module.exports = {
  forbidden: [
    ...Object.entries(law).map(line),
    {
      name: 'folders-have-a-line',
      severity: 'error',
      comment: 'a new folder of src states here what it may import',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${folders})/` },
      to: { path: '^src/' },
    },
    {
      name: 'doors',
      severity: 'error',
      comment:
        'from outside a folder, import its index.ts and nothing deeper; each file of text/ is a tool by itself, each folder of lang/ a language',
      from: { path: '^src/([^/]+)' },
      to: {
        path: '^src/[^/]+/',
        pathNot: [
          '^src/$1/',
          '^src/[^/]+/index\\.tsx?$',
          '^src/text/[^/]+\\.ts$',
          '^src/(text|lang)/[^/]+/index\\.ts$',
          // A stage's second door, see light-options; whether the importer may come here at all is its line's to say.
          `^src/(${stages.join('|')})/options\\.ts$`,
        ],
      },
    },
    {
      name: 'options-for-settings',
      severity: 'error',
      comment: 'the second door of a stage is for the settings alone',
      from: { path: '^src/([^/]+)', pathNot: '^src/pipeline/settings\\.ts$' },
      to: { path: `^src/(${stages.join('|')})/options\\.ts$`, pathNot: '^src/$1/' },
    },
    {
      name: 'light-options',
      severity: 'error',
      comment: 'a thread that hands work out knows the options of a stage without loading the stage and its data',
      from: { path: `^src/(${stages.join('|')})/options\\.ts$` },
      to: { pathNot: '^src/model/', dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'ships-alone',
      severity: 'error',
      comment: 'what is shipped leans on nothing that is not',
      from: { path: '^src/', pathNot: tests },
      to: { path: ['^(test|bench|scripts|web)/', tests] },
    },
    {
      name: 'stages-touch-no-world',
      severity: 'error',
      comment: 'clock, disk and network belong to src/io',
      from: { path: `^src/(model|text|lang|${stages.join('|')})/`, pathNot: tests },
      to: {
        dependencyTypes: ['core'],
        path: '^(node:)?(fs|fs/promises|net|http|https|child_process|worker_threads|os)$',
      },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^(test|bench)/'] },
  },
};
