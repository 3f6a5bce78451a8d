import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  attributes,
  blockKinds,
  copyKinds,
  decisionActions,
  differences,
  grades,
  modalities,
  precisions,
  runtimes,
  stances,
  statuses,
} from '../src/model/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Pattern of a line of the glossary: the term, and a definition that ends in a worked value. */
const entry = /^- \*\*(?<term>[^*]+)\*\*: [^`]+ `(?<value>[^`]+)`$/;

const lines = read('docs/glossary.md')
  .split('\n')
  .filter((line) => line.startsWith('- '));
const entries = lines.map((line) => entry.exec(line)?.groups ?? {});
const terms = entries.map(({ term = '' }) => term);

// The worked value of these terms must be a member of a closed list of the model.
const lists: Readonly<Record<string, readonly string[]>> = {
  attribute: attributes,
  block: blockKinds,
  copy: copyKinds,
  decision: decisionActions,
  difference: differences,
  grade: grades,
  modality: modalities,
  precision: precisions,
  runtime: runtimes,
  stance: stances,
  status: statuses,
};

/** List the exported types of the model that are plain nouns: one word, and not a participle ("Linked", "Defined"). */
function listNouns(): readonly string[] {
  return readdirSync(join(root, 'src/model'))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => [...read(`src/model/${name}`).matchAll(/^export (?:interface|type|class) ([A-Z][a-z]+)\b/gm)])
    .map(([, name = '']) => name.toLowerCase())
    .filter((name) => !name.endsWith('ed'));
}

describe('docs/glossary.md', () => {
  it('has one line a term, with a worked value at its end', () => {
    expect(lines.filter((line) => !entry.test(line))).toEqual([]);
    expect(terms.length).toBeGreaterThan(100);
  });

  it('defines each term once, in the order of the alphabet', () => {
    const folded = terms.map((term) => term.toLowerCase());
    expect(folded).toEqual([...new Set(folded)].sort());
  });

  it('defines every plain noun that the model exports as a type', () => {
    const nouns = listNouns();
    expect(nouns.filter((noun) => !terms.includes(noun))).toEqual([]);
    expect(nouns.length).toBeGreaterThan(30);
  });

  it.each(Object.entries(lists))('gives a value of %s that the code has', (term, values) => {
    expect(values).toContain(entries.find((one) => one.term === term)?.value);
  });
});

it('docs/conventions.md names only words the glossary defines, and leaves defining them to it', () => {
  const table = /^\| write .*(?:\n\|.*)*/m.exec(read('docs/conventions.md'))?.[0] ?? '';
  const rows = table.split('\n');
  const [head = [], , ...body] = rows.map((row) => row.slice(1, -1).split('|'));
  const words = body.flatMap(([word = '']) => word.split(',').map((one) => one.trim()));
  expect(head).toHaveLength(2);
  expect(words.filter((word) => !terms.includes(word))).toEqual([]);
  expect(words.length).toBeGreaterThan(15);
});
