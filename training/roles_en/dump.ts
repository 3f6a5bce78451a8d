/** Write what the role classifiers are trained on: `dump.ts features|candidates`. */
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { describeCandidates, gatherCandidates, roleNames } from '../../src/extract/roles/candidates.ts';
import { readContext } from '../../src/extract/roles/contexts.ts';
import { readFeatures, readStoryFeatures } from '../../src/extract/roles/features.ts';
import { readSpans } from '../../src/extract/roles/spans.ts';
import { makeText, type Token } from '../../src/model/index.ts';
import { cutTokens } from '../../src/text/index.ts';

const work = process.env['WORK'] ?? '/tmp/roles';
const corpora = process.env['CORPORA'] ?? '../shared/corpora';
const width = roleNames.length * 3;

// Always in this order: the tokeniser remembers words it has seen, and offsets must agree between the two dumps.
const parts = ['train', 'dev'] as const;

function readTexts(part: string): readonly string[] {
  const lines = readFileSync(`${corpora}/muc4/${part}.json`, 'utf8').trim().split('\n');
  return lines.map((line) => (JSON.parse(line) as { doctext: string }).doctext);
}

function cut(value: string): readonly (readonly Token[])[] {
  const { tokens, sentences } = cutTokens({
    text: makeText(value),
    blocks: [{ kind: 'body', start: 0, end: value.length }],
  });
  return sentences.items.map(({ first, last }) => tokens.items.slice(first, last));
}

function dumpFeatures(part: string): void {
  const numbers = openSync(`${work}/${part}.feat`, 'w');
  const offsets: string[] = [];
  for (const text of readTexts(part)) {
    const sentences = cut(text);
    for (const features of readFeatures(sentences).flat()) {
      writeSync(numbers, Buffer.from(Int32Array.from([features.length, ...features]).buffer));
    }
    offsets.push(JSON.stringify({ sents: sentences.map((tokens) => tokens.map(({ start, end }) => [start, end])) }));
  }
  closeSync(numbers);
  writeFileSync(`${work}/${part}.tok.jsonl`, `${offsets.join('\n')}\n`);
}

function dumpCandidates(part: string, moves: Float32Array): void {
  const bytes = readFileSync(`${work}/${part}.em`);
  const scores = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  let token = 0;
  const lines = readTexts(part).map((text) => {
    const sentences = cut(text);
    const features = readFeatures(sentences);
    const spans = sentences.flatMap((tokens, sentence) => {
      const emissions = tokens.map(() => scores.subarray(width * token, width * ++token));
      return readSpans({ emissions, moves }, sentence, roleNames.length);
    });
    const candidates = gatherCandidates(sentences, spans);
    const described = describeCandidates(sentences, candidates);
    return JSON.stringify({
      story: [...readStoryFeatures(sentences)],
      cands: candidates.map((candidate, at) => ({
        role: candidate.role,
        text: candidate.key,
        s: candidate.spans[0].sentence,
        x: [...readContext(candidate, sentences, features)],
        f: described[at],
      })),
    });
  });
  writeFileSync(`${work}/${part}.cand.jsonl`, `${lines.join('\n')}\n`);
}

if (process.argv[2] === 'features') for (const part of parts) dumpFeatures(part);
else {
  const moves = Float32Array.from(JSON.parse(readFileSync(`${work}/moves.json`, 'utf8')) as number[]);
  for (const part of parts) dumpCandidates(part, moves);
}
