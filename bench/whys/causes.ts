import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { findReasons } from '../../src/extract/statements/reasons.ts';
import type { Range } from '../../src/model/index.ts';
import { findShared, sharedMissing } from '../../test/kits/shared.ts';
import { viewText } from '../../test/kits/views.ts';
import { readMarkers } from './markers.ts';
import { meets } from './statements.ts';

const rowSchema = z.object({
  text: z.string(),
  annotations: z.object({ causal: z.int().optional(), spans_marked: z.array(z.string()) }),
});

interface CauseSentence {
  readonly text: string;
  readonly causes: readonly Range[];
}

/** Every n-th sentence: the rest would only take longer. */
const stride = 3;

/** Read the sentences of Causal News Corpus with the spans of their causes. */
function readSentences(path: string): readonly CauseSentence[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n');
  return lines
    .filter((_, at) => at % stride === 0)
    .map((line) => {
      const { text, annotations } = rowSchema.parse(JSON.parse(line));
      return { text, causes: annotations.spans_marked.flatMap((marked) => findCause(marked, text)) };
    });
}

/** Find the cause of a marked sentence in its plain text. */
function findCause(marked: string, text: string): readonly Range[] {
  const words = /<ARG0>(.*?)<\/ARG0>/su.exec(marked)?.[1]?.replaceAll(/<\/?[A-Z]+\d?>/g, '');
  const start = words === undefined ? -1 : text.indexOf(words);
  return words === undefined || start === -1 ? [] : [{ start, end: start + words.length }];
}

function readOurs(text: string): readonly Range[] {
  return viewText(text).flatMap((view, at, views) =>
    findReasons(view, views[at - 1], []).flatMap(({ first, last }) => {
      const [from, to] = [view.tokens[first], view.tokens[last - 1]];
      return from === undefined || to === undefined ? [] : [{ start: from.start, end: to.end }];
    }),
  );
}

/** Share of characters both have, as F1: a span that is half right counts half. */
function scoreSpans(sentences: readonly CauseSentence[], read: (text: string) => readonly Range[]): string {
  let [shared, ours, gold, hits, told] = [0, 0, 0, 0, 0];
  for (const { text, causes } of sentences) {
    const found = read(text);
    const size = (ranges: readonly Range[]): number => ranges.reduce((sum, { start, end }) => sum + end - start, 0);
    const both = found.flatMap((one) =>
      causes
        .filter((own) => meets(one, own))
        .map((own) => ({ start: Math.max(one.start, own.start), end: Math.min(one.end, own.end) })),
    );
    shared += size(both);
    ours += size(found);
    gold += size(causes);
    hits += causes.filter((own) => found.some((one) => meets(one, own))).length;
    told += causes.length;
  }
  const [precision, recall] = [shared / Math.max(1, ours), Math.min(1, shared / Math.max(1, gold))];
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  return `P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)} of characters; ${hits} of ${told} causes met`;
}

/** Print how well spans of causes are read in the Causal News Corpus, beside marker words. */
export function printCauseSpans(print: (line: string) => void): void {
  const path = findShared('corpora/news/causal_news_corpus/dev.jsonl.gz');
  if (path === undefined) {
    print(`causes: ${sharedMissing}`);
    return;
  }
  const sentences = readSentences(path);
  print(
    `\ncauses, causal_news_corpus: ${sentences.length} sentences, every ${stride}rd; ours reads causes of violence and accidents only`,
  );
  print(`  ours                ${scoreSpans(sentences, readOurs)}`);
  print(
    `  peer: marker words  ${scoreSpans(sentences, (text) => readMarkers('reasons', text, 0).flatMap(({ ranges }) => ranges))}`,
  );
}
