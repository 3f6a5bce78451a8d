/** Write what the trees of scenes and of longer times are trained on, numbers only: `dump.ts PAIRS PERIODS`. */
import { createWriteStream } from 'node:fs';
import { readPeriodReport, readPeriodSigns, signNames as periodNames } from '../../src/extract/periods/signs.ts';
import { readPairSigns, readReport, signNames as pairNames } from '../../src/extract/scenes/parting/pair-signs.ts';
import { readUnits } from '../../src/extract/scenes/parting/unit.ts';
import { readTriggers } from '../../src/extract/scenes/triggers.ts';
import { findTold, gatherItems, type Item, readArticle } from './gold.ts';

type Read = NonNullable<Awaited<ReturnType<typeof readArticle>>>;

const round = (values: readonly number[]): readonly number[] => values.map((value) => Math.round(value * 1e4) / 1e4);

/** Signs of every pair of a report's findings of which the gold says what happening they are told of. */
function writePairs(item: Item, { article, day, sentences }: Read): string | undefined {
  const units = readUnits(sentences.map((sentence) => ({ sentence, triggers: readTriggers(sentence.view) })));
  const report = readReport(units, sentences.length, day);
  const labels = units.map(({ finding }) => {
    const told = findTold({ finding, text: article.text.value, item });
    const events = new Set(told.map(({ event }) => event));
    const [event] = events;
    const isOne = events.size === 1 || (item.set !== 'wars' && events.size > 0);
    return isOne && event !== undefined && !event.startsWith('period:') ? event : undefined;
  });
  const known = [...units.keys()].filter((at) => labels[at] !== undefined);
  if (known.length < 2) return undefined;
  const events = [...new Set(known.map((at) => labels[at]))];
  return JSON.stringify({
    set: item.set,
    corpus: item.corpus,
    id: item.id,
    events: known.map((at) => events.indexOf(labels[at])),
    main: known.map((at) => (item.main === undefined ? null : labels[at] === item.main)),
    rows: known.flatMap((a, at) => known.slice(at + 1).map((b) => round(readPairSigns(a, b, report)))),
  });
}

/** Signs of every finding of a report of which the gold says whether it counts a longer time. */
function writePeriods(item: Item, { article, day, sentences }: Read): string {
  const report = readPeriodReport(sentences, day);
  const rows = sentences.flatMap((sentence) =>
    sentence.findings.flatMap((finding) => {
      const told = findTold({ finding, text: article.text.value, item });
      const kinds = new Set(told.map(({ isPeriod }) => isPeriod));
      const [isPeriod] = kinds;
      const isOne = kinds.size === 1 || (item.set !== 'wars' && kinds.size > 0);
      return isOne ? [{ period: isPeriod, row: round(readPeriodSigns(finding, sentence, report)) }] : [];
    }),
  );
  const { set, corpus, id } = item;
  return JSON.stringify({ set, corpus, id, periods: rows.map(({ period }) => period), rows: rows.map(({ row }) => row) });
}

const [pairsPath = 'pairs.jsonl', periodsPath = 'periods.jsonl'] = process.argv.slice(2);
const [pairs, periods] = [createWriteStream(pairsPath), createWriteStream(periodsPath)];
pairs.write(`${JSON.stringify({ names: pairNames })}\n`);
periods.write(`${JSON.stringify({ names: periodNames })}\n`);
for (const item of gatherItems()) {
  const read = await readArticle(item.article);
  if (read === undefined) continue;
  const line = writePairs(item, read);
  if (line !== undefined) pairs.write(`${line}\n`);
  periods.write(`${writePeriods(item, read)}\n`);
}
pairs.end();
periods.end();
