import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { phrasesOf, rawNames, toUniversalHeads, trimmedNames } from './convert.ts';
import { scoreCoreference } from './coreference.ts';
import { groupDocuments, readTestParts, type TestParts } from './corpora.ts';
import type { GoldSentence, ReaderSentence } from './gold.ts';
import type { ReaderDocument } from './ours.ts';
import { openPeer, type Peer, pinned } from './peer.ts';
import { compareReport, drawTable, type Row } from './report.ts';
import { type ReaderScores, scoreByGenre } from './scores.ts';

type Part = keyof TestParts;
type ByGenre = Readonly<Record<string, ReaderScores>>;

/** Speed (words per second of processor time) and memory of one process on one core. */
interface Measured {
  readonly runtime: string;
  readonly rates: readonly number[];
  readonly unlinked: readonly number[];
  readonly peakMegabytes: number;
}

const child = fileURLToPath(new URL('child.ts', import.meta.url));
const parts: readonly Part[] = ['ewt', 'gum', 'uner', 'wikigold', 're3d'];

/** Score the trained reader on the test parts in a folder of corpora, beside spaCy's small model where that can run. */
export function evaluateReader(folder: string, print: (text: string) => void): void {
  const gold = readTestParts(folder);
  const ours = mapParts((part) => readOurs(gold[part]));
  const ourScores = mapParts((part) => scoreByGenre(gold[part], ours[part]));
  const peer = openPeer();
  const peerScores = typeof peer === 'string' ? undefined : scorePeer(gold, peer);
  if (typeof peer === 'string') print(`${peer}\n\n`);
  print(printTrees(ourScores, peerScores));
  print(printNames(ourScores, peerScores));
  print(printMentions(ourScores));
  const coreference = scoreCoreference(pairDocuments(gold.gum, ours.gum));
  print(printCoreference(coreference));
  print(compareReport(ourScores, coreference));
  print(printSpeed([...gold.gum, ...gold.ewt], typeof peer === 'string' ? undefined : peer));
}

function mapParts<T>(make: (part: Part) => T): Readonly<Record<Part, T>> {
  return Object.fromEntries(parts.map((part) => [part, make(part)])) as Record<Part, T>;
}

function wordsOf(sentences: readonly GoldSentence[]): readonly ReaderDocument[] {
  return groupDocuments(sentences).map((document) => document.map(({ words }) => words));
}

/** Run the child process on documents, pinned to one core: for readings, or else to measure. */
function runChild(documents: readonly ReaderDocument[], wantsReadings: boolean): string {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-reader-'));
  try {
    const [input, output] = [join(folder, 'in.json'), join(folder, 'out.json')];
    writeFileSync(input, JSON.stringify(documents));
    const paths = wantsReadings ? [child, input, output] : [child, input];
    const [command, ...rest] = pinned(process.execPath, '--import', 'tsx', ...paths);
    const printed = execFileSync(command, rest, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    return wantsReadings ? readFileSync(output, 'utf8') : printed;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readOurs(sentences: readonly GoldSentence[]): readonly ReaderSentence[] {
  return (JSON.parse(runChild(wordsOf(sentences), true)) as readonly (readonly ReaderSentence[])[]).flat();
}

function pairDocuments(sentences: readonly GoldSentence[], readings: readonly ReaderSentence[]) {
  let next = 0;
  return groupDocuments(sentences).map((document) => {
    const first = next;
    next += document.length;
    return { sentences: document, readings: readings.slice(first, next) };
  });
}

/** The peer's scores with its own scheme, and with that scheme converted to ours where rules can do it. */
interface PeerScores {
  readonly raw: Readonly<Record<Part, ByGenre>>;
  readonly converted: Readonly<Record<Part, ByGenre>>;
}

function scorePeer(gold: TestParts, peer: Peer): PeerScores {
  const read = mapParts((part) => peer.read(gold[part].map(({ words }) => words)));
  const score = (make: (sentence: (typeof read)[Part][number]) => ReaderSentence): PeerScores['raw'] =>
    mapParts((part) => scoreByGenre(gold[part], read[part].map(make)));
  return {
    raw: score((one) => ({ upos: one.upos, heads: one.heads, names: rawNames(one) })),
    converted: score((one) => ({
      upos: one.upos,
      heads: toUniversalHeads(one),
      names: trimmedNames(one),
      phrases: phrasesOf(one),
    })),
  };
}

function printTrees(ours: Readonly<Record<Part, ByGenre>>, peer: PeerScores | undefined): string {
  const rows = (
    [
      ['EWT test', 'ewt', 'all'],
      ['GUM test', 'gum', 'all'],
      ['GUM news, interview, bio, court, speech', 'gum', 'five'],
      ...['news', 'interview', 'bio', 'court', 'speech'].map((genre) => [`GUM ${genre}`, 'gum', genre] as const),
    ] as const
  ).map(([title, part, genre]): Row => {
    const [own, raw, turned] = [ours[part][genre], peer?.raw[part][genre], peer?.converted[part][genre]];
    const unpointed = 'uas without punctuation';
    const values = [
      own?.upos,
      raw?.upos,
      own?.uas,
      raw?.uas,
      turned?.uas,
      own?.[unpointed],
      turned?.[unpointed],
      own?.las,
    ];
    return { title, values };
  });
  const heads = ['UPOS', 'spaCy', 'UAS', 'spaCy raw', 'spaCy conv.', 'UAS no punct.', 'spaCy conv.', 'LAS'];
  return drawTable('Tags and trees', heads, rows);
}

function printNames(ours: Readonly<Record<Part, ByGenre>>, peer: PeerScores | undefined): string {
  const measures = (part: Part): readonly string[] =>
    part === 'gum' ? ['named mentions'] : ['names', 'names PER', 'names ORG', 'names LOC'];
  const titles: Readonly<Record<Exclude<Part, 'ewt'>, string>> = {
    uner: 'UNER-EWT test',
    gum: 'GUM test',
    wikigold: 'wikigold, held back',
    re3d: 're3d, held back',
  };
  const rows = (['uner', 'gum', 'wikigold', 're3d'] as const).flatMap((part) =>
    measures(part).map((measure): Row => {
      const of = (scores: Readonly<Record<Part, ByGenre>> | undefined): number | undefined =>
        scores?.[part].all?.[measure];
      return { title: `${titles[part]}: ${measure}`, values: [of(ours), of(peer?.raw), of(peer?.converted)] };
    }),
  );
  return drawTable('Names, exact span and type', ['ours', 'spaCy raw', 'spaCy conv.'], rows);
}

function printMentions(ours: Readonly<Record<Part, ByGenre>>): string {
  const rows = (['all', 'five'] as const).map((genre): Row => {
    const scores = ours.gum[genre];
    return { title: `GUM test, ${genre}`, values: [scores?.mentions, scores?.['mention spans']] };
  });
  return drawTable('All mentions, nested', ['span and type', 'span'], rows);
}

function printCoreference({ found, headMatch }: ReturnType<typeof scoreCoreference>): string {
  const rows = (['all', 'repeated'] as const).flatMap((kind) => [
    { title: `${kind} entities`, values: Object.values(found[kind]) },
    { title: `${kind} entities, head match`, values: Object.values(headMatch[kind]) },
  ]);
  return drawTable('Coreference, GUM test, found mentions', Object.keys(found.all), rows);
}

/** Measure both readers in turns, on the same core and text. */
function printSpeed(sentences: readonly GoldSentence[], peer: Peer | undefined): string {
  const documents = wordsOf(sentences);
  const words = sentences.map((sentence) => sentence.words);
  const rounds = [0, 1].map(() => ({
    ours: JSON.parse(runChild(documents, false)) as Measured,
    peer: peer?.measure(words, 2) ?? [],
  }));
  const ours = rounds.flatMap((round) => round.ours.rates);
  const unlinked = rounds.flatMap((round) => round.ours.unlinked);
  const theirs = rounds.flatMap((round) => round.peer);
  const range = (rates: readonly number[]): string =>
    rates.length === 0 ? 'not measured' : `${Math.round(Math.min(...rates))} to ${Math.round(Math.max(...rates))}`;
  const lines = [
    `words a second of processor time on one core: ours ${range(ours)} (${rounds[0]?.ours.runtime}), spaCy ${range(theirs)}`,
    `without coreference, as spaCy reads: ours ${range(unlinked)}`,
    ...(theirs.length === 0
      ? []
      : [
          `ratio of the fastest passes: ${(Math.max(...ours) / Math.max(...theirs)).toFixed(2)}, without coreference ${(Math.max(...unlinked) / Math.max(...theirs)).toFixed(2)}`,
        ]),
    `peak memory of the reading process: ${Math.round(Math.max(...rounds.map(({ ours: { peakMegabytes } }) => peakMegabytes)))} MB`,
  ];
  return `${lines.join('\n')}\n`;
}
