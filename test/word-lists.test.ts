import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findWordLists } from './kits/word-lists.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

// Files with closed vocabularies, of the program or of a standard; they are not lists of English words that would grow.
const vocabularies: Readonly<Record<string, string>> = {
  'src/annotate/reader/pairs.ts': 'tables of the trained reader, by their names in its weights',
  'src/extract/fates/head.ts': 'answers of the fate head, by their names in its weights',
  'src/extract/fates/relations.ts': 'relations of Universal Dependencies',
  'src/extract/periods/signs.ts': 'names of what the trees are trained on',
  'src/extract/scenes/parting/pair-signs.ts': 'names of what the trees are trained on',
  'src/service/people/access.ts': 'what a line of the log of access may tell',
  'src/ingest/html/block-features.ts': 'HTML elements and names of what the trees are trained on',
  'src/ingest/html/block-places.ts': 'HTML elements',
  'src/ingest/detect.ts': 'HTML elements',
  'src/ingest/exports/bibtex.ts': 'types of entries of BibTeX',
  'src/ingest/exports/index.ts': 'formats of files',
  'src/ingest/exports/nexis.ts': 'fields of exports of Nexis',
  'src/ingest/exports/table.ts': 'what a column can hold',
  'src/ingest/exports/xml.ts': 'elements of XML formats',
  'src/ingest/fields.ts': 'keys under which JSON and YAML hold an article',
  'src/ingest/html/segments.ts': 'HTML elements',
  'src/ingest/html/tree.ts': 'HTML elements',
  'src/ingest/unpack/rtf.ts': 'control words of RTF',
  'src/ingest/unpack/sniff.ts': 'header fields of mail and MHTML',
  'src/model/claim.ts': 'kinds of speakers',
  'src/model/decision.ts': 'kinds of decisions',
  'src/model/status.ts': 'ways in which a reading differs',
  'src/model/incident.ts': 'types of incidents',
  'src/publish/csv.ts': 'column names',
};

// Files of the grammar that still hold word lists; each leaves this list when its words have moved to data/.
const rebuilt: readonly string[] = [
  'src/annotate/names/persons.ts',
  'src/annotate/names/runs.ts',
  'src/annotate/times/clock.ts',
  'src/annotate/times/durations.ts',
  'src/annotate/times/finish.ts',
  'src/annotate/times/months.ts',
  'src/annotate/times/years.ts',
  'src/extract/arguments.ts',
  'src/extract/attribution/patterns.ts',
  'src/extract/constructions/elided.ts',
  'src/extract/constructions/reference.ts',
  'src/extract/constructions/toll.ts',
  'src/extract/counts/collect.ts',
  'src/extract/modality.ts',
  'src/extract/people/heads.ts',
  'src/extract/predicates/captivity.ts',
  'src/extract/predicates/missing.ts',
  'src/extract/roles/candidates.ts',
  'src/extract/statements/reason-rules.ts',
  'src/extract/statements/stretch.ts',
];

const files = ['src', 'web/src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name))),
);
const holding = new Map(
  files.flatMap((path) => {
    const lists = findWordLists(readFileSync(join(root, path), 'utf8'), path);
    return lists.length === 0
      ? []
      : [[path, lists.map(({ line, words }) => `${line}: ${words.join(', ')} …`)] as const];
  }),
);

describe('lists of English words', () => {
  it('stand in data/, not in code', () => {
    const allowed = new Set([...Object.keys(vocabularies), ...rebuilt]);
    expect(Object.fromEntries([...holding].filter(([path]) => !allowed.has(path)))).toEqual({});
    expect(files.length).toBeGreaterThan(300);
  });

  it('are excused only where there is one', () => {
    expect(Object.keys(vocabularies).filter((path) => !holding.has(path))).toEqual([]);
  });
});

it('in data/ have a row in its README, with source and licence', () => {
  const rows = readFileSync(join(root, 'data/README.md'), 'utf8')
    .split('\n')
    .filter((line) => line.split('|').filter((cell) => cell.trim() !== '').length >= 4);
  const told = rows.flatMap((row) => row.split('|')[1]?.match(/`[^`]+`/g) ?? []);
  const stored = readdirSync(join(root, 'data'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map((entry) => relative(join(root, 'data'), join(entry.parentPath, entry.name)));
  expect(told.map((name) => name.slice(1, -1)).sort()).toEqual(stored.sort());
});

const nine = ['river', 'market', 'harbour', 'village', 'valley', 'station', 'bridge', 'chapel', 'orchard'];
const quoted = nine.map((word) => `'${word}'`).join(', ');

describe('the search for them', () => {
  it.each([
    ['an array', `const places = [${quoted}];`],
    ['a set', `const places = new Set([${quoted}] as const);`],
    ['a string cut into words', `const places = '${nine.join(' ')}'.split(' ');`],
    ['a pattern', `const places = /^(?:the )?(?:${nine.join('s?|')}s?)$/;`],
    ['a template', `const places = new RegExp(\`\\\\b(?:${nine.join('|')})\${end}\`);`],
    ['a string put into a pattern', `const places = '(?:${nine.join('|')})';`],
  ])('finds %s', (_, code) => {
    expect(findWordLists(code)).toHaveLength(1);
  });

  it.each([
    ['eight words', `const places = [${quoted.split(', ').slice(1).join(', ')}];`],
    ['a sentence', `const says = '${nine.join(' ')}';`],
    ['names', `const names = [${quoted.replaceAll(/'(\w)/g, (_, letter: string) => `'${letter.toUpperCase()}`)}];`],
    ['keys', `const kinds = { ${nine.join(': 1, ')}: 1 };`],
    ['codes', `const codes = ['en', 'de', 'fr', 'es', 'it', 'ru', 'tr', 'br', 'nz'];`],
  ])('passes over %s', (_, code) => {
    expect(findWordLists(code)).toEqual([]);
  });
});
