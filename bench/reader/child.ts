/**
 * Read gold words in a process of its own, so that speed and memory are the reader's: `child.ts IN [OUT]`.
 *
 * IN is a JSON list of documents. With OUT the readings are written there; without, documents are passed through several times and
 * words a second of processor time of each pass, with coreference and without, and the peak memory of the process (MB) are printed.
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
