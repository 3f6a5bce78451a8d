/**
 * Read gold words in a separate process, so that speed and memory are those of the reader alone: `child.ts IN [OUT]`.
 *
 * IN is a JSON list of documents. With OUT, the readings are written there. Without, the documents are read several times, and
 * the program prints the words per second of processor time of each pass, with and without coreference, and the peak memory
 * (MB).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { makeReader } from '../../src/annotate/reader/index.ts';
import { findRuntime, loadTables, openNetwork } from '../../src/io/index.ts';
import { passDocuments, type ReaderDocument, readDocuments } from './ours.ts';

const [input = '', output] = process.argv.slice(2);
const documents = JSON.parse(readFileSync(input, 'utf8')) as readonly ReaderDocument[];
const runtime = await findRuntime();
if (runtime === undefined) throw new Error('no runtime for the trained reader');
const reader = makeReader(await openNetwork(runtime), await loadTables());

if (output === undefined) {
  await passDocuments(documents.slice(0, 5), reader, true);
  const rates: number[] = [];
  const unlinked: number[] = [];
  for (const links of [true, false, true, false]) {
    const began = process.cpuUsage();
    const words = await passDocuments(documents, reader, links);
    const { user, system } = process.cpuUsage(began);
    (links ? rates : unlinked).push((words * 1e6) / (user + system));
  }
  process.stdout.write(
    JSON.stringify({ runtime, rates, unlinked, peakMegabytes: process.resourceUsage().maxRSS / 1024 }),
  );
} else writeFileSync(output, JSON.stringify(await readDocuments(documents, reader)));
