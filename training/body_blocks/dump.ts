/**
 * Write one JSON line a page of the seen publishers: features of its blocks, and which of them are of the marked body.
 *
 * `npx tsx training/body_blocks/dump.ts OUT.jsonl`; no words of a page are written.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { readBoards } from '../../bench/body/boards.ts';
import type { BenchPage } from '../../bench/body/corpus.ts';
import { makePiece } from '../../src/clean/piece.ts';
import { judgePiece } from '../../src/clean/rules/index.ts';
import { featureNames, makeDescriber } from '../../src/ingest/html/block-features.ts';
import { decodeBytes } from '../../src/ingest/decode.ts';
import { findBody } from '../../src/ingest/html/body.ts';
import { walkTree } from '../../src/ingest/html/segments.ts';
import { buildTree } from '../../src/ingest/html/tree.ts';
import { readPageHints } from '../../src/ingest/html/page-hints.ts';
import { labelByBody, labelByPhrases } from './labels.ts';

const limits = { maxDepth: 512, maxElements: 200_000 };

function describePage({ id, site, bytes, truth, phrases }: BenchPage): string | undefined {
  const tree = buildTree(decodeBytes(bytes).text, limits);
  if (typeof tree === 'string') return undefined;
  const walked = walkTree(tree);
  const found = findBody(walked);
  const describe = makeDescriber(walked, found, readPageHints(tree));
  const none = featureNames.map(() => 0);
  const rows = walked.segments.map((_, i) => describe(i) ?? none);
  const texts = walked.segments.map(({ start, end }) => walked.value.slice(start, end));
  const { labels, counts, wanted } = phrases === undefined ? labelByBody(texts, truth) : labelByPhrases(texts, phrases);
  const blocked = walked.segments.map((segment) =>
    Number(judgePiece(makePiece(walked.value, segment, segment)) !== undefined),
  );
  return JSON.stringify({
    ...{ id, site, labels, counts, wanted, blocked },
    rows: rows.map((row) => row.map((value) => Math.round(value * 1000) / 1000)),
    ...{ found: texts.map((_, i) => Number(found.has(i))) },
  });
}

const [out = 'blocks.jsonl'] = process.argv.slice(2);
const file = openSync(out, 'w');
writeSync(file, `${JSON.stringify({ names: featureNames })}\n`);
for (const { pages } of readBoards())
  for (const page of pages) {
    const line = page.isUnseen ? undefined : describePage(page);
    if (line !== undefined) writeSync(file, `${line}\n`);
  }
closeSync(file);
