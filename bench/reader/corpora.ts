import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GoldSentence } from './gold.ts';
import { isHeldBack, readUner, readWikigold } from './names.ts';
import { readRe3d } from './re3d.ts';
import { readTreebank } from './treebanks.ts';

/** Test parts of the corpora, on which training only reports; the sentences of a document follow each other. */
export interface TestParts {
  readonly ewt: readonly GoldSentence[];
  readonly gum: readonly GoldSentence[];
  readonly uner: readonly GoldSentence[];
  readonly wikigold: readonly GoldSentence[];
  readonly re3d: readonly GoldSentence[];
}

const nationalities = fileURLToPath(new URL('../../training/reader_en/data/nationalities.txt', import.meta.url));

/** Read all test parts from the folder of corpora. */
export function readTestParts(folder: string): TestParts {
  const words = readFileSync(nationalities, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.toLowerCase().split(/\s+/));
  const isKept = ({ document }: GoldSentence): boolean => isHeldBack(document);
  return {
    ewt: readTreebank(join(folder, 'ud/ewt-test.conllu.gz'), 'ewt'),
    gum: readTreebank(join(folder, 'ud/gum-test.conllu.gz'), 'gum'),
    uner: readUner(join(folder, 'ner/uner-en_ewt-ud-test.iob2')),
    wikigold: readWikigold(join(folder, 'ner/wikigold.conll.txt')).filter(isKept),
    re3d: readRe3d(join(folder, 're3d'), { nationalities: new Set(words) }).filter(isKept),
  };
}

/** Group consecutive sentences of one document. */
export function groupDocuments(sentences: readonly GoldSentence[]): readonly (readonly GoldSentence[])[] {
  const documents: GoldSentence[][] = [];
  for (const sentence of sentences) {
    const last = documents.at(-1);
    if (last?.[0]?.document === sentence.document) last.push(sentence);
    else documents.push([sentence]);
  }
  return documents;
}
