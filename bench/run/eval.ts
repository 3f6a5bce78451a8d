/** Evaluate quality: `npm run eval -- gva|linking|seeds|examples|claims|news|records|whys|wars|whenwhere|disasters|victims|reader|muc4|body|dates|ask [--limit N] [--out PATH]`. */
import { parseArgs } from 'node:util';
import { read } from '../../src/index.ts';
import { findShared, sharedMissing } from '../../test/kits/shared.ts';
import { evaluateAsk } from '../ask/run.ts';
import { evaluateBody } from '../body/index.ts';
import { evaluateClaims } from '../claims/run.ts';
import { printDates } from '../dates/index.ts';
import { evaluateDisasters } from '../disasters/run.ts';
import { checkExamples, printChecks } from '../examples/run.ts';
import { evaluateGva } from '../gva/run.ts';
import { evaluateLinking } from '../linking/index.ts';
import { evaluateMuc } from '../muc4/run.ts';
import { evaluateNews } from '../news/run.ts';
import { evaluateReader } from '../reader/run.ts';
import { evaluateRecords } from '../records/run.ts';
import { checkSeeds } from '../seeds/checks.ts';
import { evaluateVictims } from '../victims/run.ts';
import { evaluateWars } from '../wars/run.ts';
import { evaluateWhenWhere } from '../whenwhere/run.ts';
import { evaluateWhys } from '../whys/run.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    limit: { type: 'string' },
    misses: { type: 'boolean' },
    out: { type: 'string' },
    alone: { type: 'boolean' },
    beside: { type: 'string' },
    confidence: { type: 'boolean' },
    seen: { type: 'boolean' },
    worst: { type: 'string' },
  },
});
const what = positionals[0] ?? 'examples';
const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit);

if (what === 'gva') {
  const path = values.data ?? findShared('corpora/gva/dev.jsonl.gz');
  if (path === undefined) process.stdout.write(`gva: ${sharedMissing}\n`);
  else await evaluateGva(path, { limit, out: values.out ?? 'bench/out/gva-misses' });
} else if (what === 'linking') {
  await evaluateLinking(limit, (text) => process.stdout.write(text));
} else if (what === 'news') {
  const every = values.limit === undefined ? {} : { every: Number(values.limit) };
  await evaluateNews({ misses: values.misses ?? false, ...every }, (line) => process.stdout.write(`${line}\n`));
} else if (what === 'records') {
  const options = { misses: values.misses ?? false, rulesOnly: values.limit !== undefined };
  await evaluateRecords(options, (line) => process.stdout.write(`${line}\n`));
} else if (what === 'whys') {
  const options = { misses: values.misses ?? false, rulesOnly: values.limit !== undefined };
  await evaluateWhys(options, (line) => process.stdout.write(`${line}\n`));
} else if (what === 'wars') {
  await evaluateWars((line) => process.stdout.write(`${line}\n`));
} else if (what === 'whenwhere') {
  const every = values.limit === undefined ? {} : { every: Number(values.limit) };
  await evaluateWhenWhere({ misses: values.misses ?? false, ...every }, (line) => process.stdout.write(`${line}\n`));
} else if (what === 'times' || what === 'places') {
  await import(what === 'times' ? './times.ts' : './places.ts');
} else if (what === 'disasters') {
  await evaluateDisasters({ limit, misses: values.misses ?? false }, (line) => process.stdout.write(`${line}\n`));
} else if (what === 'victims') {
  await evaluateVictims({ limit, misses: values.misses ?? false }, (line) => process.stdout.write(`${line}\n`));
} else if (what === 'claims') {
  await evaluateClaims({ misses: values.misses ?? false });
} else if (what === 'reader') {
  const path = findShared('corpora/ud/gum-test.conllu.gz') && findShared('corpora');
  if (path === undefined) process.stdout.write(`reader: ${sharedMissing}\n`);
  else evaluateReader(path, (text) => process.stdout.write(text));
} else if (what === 'muc4') {
  const path = values.data ?? findShared('corpora/muc4/dev.json');
  process.stdout.write(path === undefined ? `muc4: ${sharedMissing}\n` : evaluateMuc(path, limit));
} else if (what === 'body') {
  const options = {
    worst: Number(values.worst ?? 0),
    peers: values.alone !== true,
    beside: values.beside,
    confidence: values.confidence === true,
    seen: values.seen === true,
  };
  const isDone = await evaluateBody(options, (text) => process.stdout.write(text));
  if (!isDone) process.stdout.write(`body: ${sharedMissing}\n`);
} else if (what === 'ask') {
  const keep = values.data === undefined ? {} : { keep: values.data };
  await evaluateAsk({ misses: values.misses ?? false, ...keep }, (line) => process.stdout.write(`${line}\n`));
} else if (what === 'dates') {
  const path = values.data ?? findShared('corpora/scrapinghub');
  process.stdout.write(path === undefined ? `dates: ${sharedMissing}\n` : printDates(path, values.misses ?? false));
} else if (what === 'examples') {
  process.stdout.write(printChecks(await checkExamples()));
} else if (what === 'seeds') {
  const path = findShared('seeds');
  if (path === undefined) process.stdout.write(`seeds: ${sharedMissing}\n`);
  else {
    const checks = checkSeeds(await read([path]), await read([path], { policy: 'ucdp' }));
    for (const { name, passed, found } of checks) {
      process.stdout.write(`${passed ? 'pass' : 'FAIL'}  ${name}${passed ? '' : `; found ${found}`}\n`);
    }
    process.stdout.write(`${checks.filter(({ passed }) => passed).length} of ${checks.length}\n`);
  }
} else {
  process.stderr.write(
    `unknown evaluation ${what}: gva, linking, claims, news, whenwhere, disasters, victims, seeds, examples, muc4, body, dates, ask or reader\n`,
  );
  process.exitCode = 2;
}
