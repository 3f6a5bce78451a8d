import { printConfidence } from './confidence.ts';
import { type BenchPage, readBenchPages } from './corpus.ts';
import { runBodyPeers } from './peers.ts';
import { type Recipe, readOurs, recipes } from './recipes.ts';
import { averageScores, type BodyScore, compareBodies } from './shingles.ts';

/** Score our own bodies on a folder of marked pages; deterministic. */
export function scoreBodies(folder: string): BodyScore {
  return averageScores(readBenchPages(folder).map((page) => compareBodies(page.truth, readOurs(page))));
}

/** Which parts of the comparison to run. */
interface BodyOptions {
  /** Our own pages with the lowest scores to list. */
  readonly worst: number;
  /** True to print how often blocks of a confidence are of the body. */
  readonly confidence: boolean;
  /** True to run the libraries we compare with. */
  readonly peers: boolean;
}

/**
 * Measure how well and how fast article bodies are found, beside other libraries on the same pages.
 *
 * Speed is process CPU time of the fastest of three passes over all pages, every thread counted, from bytes (ours) or decoded text (theirs).
 */
export async function evaluateBody(
  folder: string,
  { worst, peers, confidence }: BodyOptions,
  print: (text: string) => void,
): Promise<void> {
  const pages = readBenchPages(folder);
  print(`${pages.length} pages; 4-gram precision, recall and F1; pages a second of processor time\n`);
  for (const [name, recipe] of Object.entries(recipes).slice(0, peers ? undefined : 1)) {
    const { bodies, seconds } = await readAll(pages, recipe);
    print(describe(name, pages, bodies, seconds));
    if (recipe === readOurs) print(listWorst(pages, bodies, worst));
  }
  if (confidence) print(printConfidence(pages));
  if (!peers) return;
  const others = runBodyPeers(pages);
  if (typeof others === 'string') print(`trafilatura, newspaper4k, rs-trafilatura skipped: ${others}\n`);
  else
    for (const [name, { version, seconds, bodies }] of Object.entries(others))
      print(describe(`${name} (${version})`, pages, new Map(Object.entries(bodies)), seconds));
}

type Bodies = ReadonlyMap<string, string>;

/** Passes against the clock; the fastest counts, since other work on the machine only ever slows one. */
const passes = 3;
/** Seconds after which a slow library is not timed again. */
const longPass = 8;

/** Read every page once to warm up, then against the clock. */
async function readAll(pages: readonly BenchPage[], recipe: Recipe): Promise<{ bodies: Bodies; seconds: number }> {
  for (const page of pages) await recipe(page);
  const bodies = new Map<string, string>();
  let seconds = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < passes; pass += 1) {
    const started = process.cpuUsage();
    for (const page of pages) bodies.set(page.id, await recipe(page));
    const { user, system } = process.cpuUsage(started);
    seconds = Math.min(seconds, (user + system) / 1e6);
    if (seconds > longPass) break;
  }
  return { bodies, seconds };
}

function describe(name: string, pages: readonly BenchPage[], bodies: Bodies, seconds: number): string {
  const score = averageScores(pages.map(({ id, truth }) => compareBodies(truth, bodies.get(id) ?? '')));
  const figures = [score.precision, score.recall, score.f1].map((value) => value.toFixed(4)).join('  ');
  return `${name.padEnd(38)} ${figures}  ${(pages.length / seconds).toFixed(1).padStart(7)}/s\n`;
}

function listWorst(pages: readonly BenchPage[], bodies: Bodies, count: number): string {
  return pages
    .map(({ id, url, truth }) => ({ id, url, ...compareBodies(truth, bodies.get(id) ?? '') }))
    .map(({ id, url, precision = 0, recall = 0 }) => ({ id, url, precision, recall }))
    .sort((a, b) => a.precision + a.recall - b.precision - b.recall)
    .slice(0, count)
    .map(
      ({ id, url, precision, recall }) =>
        `  P ${precision.toFixed(3)} R ${recall.toFixed(3)} ${id.slice(0, 12)} ${url}\n`,
    )
    .join('');
}
