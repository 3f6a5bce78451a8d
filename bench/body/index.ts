import type { Article } from '../../src/model/index.ts';
import { type Board, isEnglish, readBoards } from './boards.ts';
import { printConfidence } from './confidence.ts';
import { type BenchPage, readBenchPages } from './corpus.ts';
import { runBodyPeers } from './peers.ts';
import { scorePhrases } from './phrase-pages.ts';
import { type Recipe, readArticle, readOurs, recipes } from './recipes.ts';
import { averageScores, type BodyScore, compareBodies } from './shingles.ts';
import { scoreStated } from './stated.ts';

/** Score our own bodies on a folder of marked pages; deterministic. */
export function scoreBodies(folder: string): BodyScore {
  return averageScores(readBenchPages(folder).map((page) => compareBodies(page.truth, readOurs(page))));
}

/** Which parts of the comparison to run. */
interface BodyOptions {
  /** Our own pages of seen publishers with the lowest scores to list. */
  readonly worst: number;
  /** True to print how often blocks of a confidence are of the body. */
  readonly confidence: boolean;
  /** True to run the libraries we compare with. */
  readonly peers: boolean;
  /** The library alone that is run beside ours; all of them where it is absent. */
  readonly beside?: string | undefined;
  /** True to leave the publishers out that nobody looks at: while working. */
  readonly seen: boolean;
}

interface Contender {
  readonly name: string;
  readonly bodies: Bodies;
  readonly seconds: number;
}

/**
 * Measure how well and how fast article bodies are found on every board, publishers nobody looked at first, beside other libraries.
 *
 * Speed is process CPU time of the fastest of three passes over all pages, every thread counted, from bytes (ours) or decoded text (theirs).
 */
export async function evaluateBody(options: BodyOptions, print: (text: string) => void): Promise<boolean> {
  const boards = readBoards().map(({ name, pages }) => ({
    name,
    pages: options.seen ? pages.filter(({ isUnseen }) => !isUnseen) : pages,
  }));
  const pages = boards.flatMap((board) => board.pages);
  if (pages.length === 0) return false;
  const contenders: Contender[] = [];
  const { beside = '' } = options;
  const run = Object.entries(recipes).filter(([name], i) => i === 0 || (options.peers && name.startsWith(beside)));
  for (const [name, recipe] of run)
    contenders.push({ name, ...(await readAll(pages, recipe, options.peers ? passes : 0)) });
  if (options.peers) contenders.push(...readPeers(pages, beside, print));
  for (const isUnseen of [true, false]) print(printHalf(boards, isUnseen, contenders));
  print(printStated(boards));
  if (options.peers) print(`pages a second of processor time\n${printSpeeds(contenders, pages.length)}`);
  const seen = pages.filter((page) => !page.isUnseen);
  print(listWorst(seen, contenders[0]?.bodies ?? new Map(), options.worst));
  if (options.confidence) print(printConfidence(pages.filter(({ truth }) => truth !== '')));
  return true;
}

function readPeers(pages: readonly BenchPage[], beside: string, print: (text: string) => void): readonly Contender[] {
  const others = runBodyPeers(pages, beside);
  if (typeof others !== 'string')
    return Object.entries(others).map(([name, { version, seconds, bodies }]) => ({
      name: `${name} (${version})`,
      bodies: new Map(Object.entries(bodies)),
      seconds,
    }));
  print(`trafilatura, newspaper4k, rs-trafilatura skipped: ${others}\n`);
  return [];
}

function printSpeeds(contenders: readonly Contender[], pages: number): string {
  return contenders
    .map(({ name, seconds }) => `  ${name.padEnd(38)} ${(pages / seconds).toFixed(1).padStart(7)}\n`)
    .join('');
}

function printHalf(boards: readonly Board[], isUnseen: boolean, contenders: readonly Contender[]): string {
  return boards
    .map(({ name, pages }) => ({ name, pages: pages.filter((page) => page.isUnseen === isUnseen) }))
    .filter(({ pages }) => pages.length > 0)
    .map(({ name, pages }) => {
      const sites = new Set(pages.map(({ site }) => site)).size;
      const title = `${isUnseen ? 'unseen' : 'seen'} publishers, ${name}: ${pages.length} pages of ${sites}`;
      return pages.some(({ phrases }) => phrases !== undefined)
        ? `${title}; share of phrases, wanted and unwanted\n${contenders.map((one) => describePhrases(one, pages)).join('')}`
        : `${title}; 4-gram precision, recall and F1\n${printBodies(pages, contenders)}`;
    })
    .join('');
}

function printBodies(pages: readonly BenchPage[], contenders: readonly Contender[]): string {
  const english = pages.filter(isEnglish);
  const all = contenders.map((one) => describe(one, pages)).join('');
  if (english.length === pages.length) return all;
  return `${all}  in English, ${english.length} pages\n${contenders.map((one) => describe(one, english)).join('')}`;
}

function printStated(boards: readonly Board[]): string {
  return [true, false]
    .flatMap((isUnseen) => {
      const pages = boards.flatMap((board) => board.pages).filter((page) => page.isUnseen === isUnseen && page.stated);
      if (pages.length === 0) return [];
      const articles = new Map<string, Article>();
      for (const page of pages) {
        const article = readArticle(page);
        if (article !== undefined) articles.set(page.id, article);
      }
      const { headline, kept, day, authors, persons } = scoreStated(pages, articles);
      const figures = `headline ${headline.toFixed(3)} (among those kept ${kept.toFixed(3)}), day ${day.toFixed(3)}, F1 of authors ${authors.toFixed(3)}, without houses ${persons.toFixed(3)}`;
      return [`${isUnseen ? 'unseen' : 'seen'} publishers, ${pages.length} pages with facts: ${figures}\n`];
    })
    .join('');
}

type Bodies = ReadonlyMap<string, string>;

/** Passes against the clock; the fastest counts, since other work on the machine only ever slows one. */
const passes = 3;
/** Seconds after which a slow library is not timed again. */
const longPass = 30;

/** Read every page once to warm up, then against the clock. */
async function readAll(
  pages: readonly BenchPage[],
  recipe: Recipe,
  timed: number,
): Promise<{ bodies: Bodies; seconds: number }> {
  const bodies = new Map<string, string>();
  let seconds = Number.POSITIVE_INFINITY;
  for (const page of pages) bodies.set(page.id, await recipe(page));
  for (let pass = 0; pass < timed; pass += 1) {
    const started = process.cpuUsage();
    for (const page of pages) await recipe(page);
    const { user, system } = process.cpuUsage(started);
    seconds = Math.min(seconds, (user + system) / 1e6);
    if (seconds > longPass) break;
  }
  return { bodies, seconds };
}

function describe({ name, bodies }: Contender, pages: readonly BenchPage[]): string {
  const score = averageScores(pages.map(({ id, truth }) => compareBodies(truth, bodies.get(id) ?? '')));
  return describeFigures(name, [score.precision, score.recall, score.f1]);
}

function describePhrases({ name, bodies }: Contender, pages: readonly BenchPage[]): string {
  const { wanted, unwanted } = scorePhrases(pages, bodies);
  return describeFigures(name, [wanted, unwanted]);
}

function describeFigures(name: string, figures: readonly number[]): string {
  return `  ${name.padEnd(38)} ${figures.map((value) => value.toFixed(4)).join('  ')}\n`;
}

function listWorst(pages: readonly BenchPage[], bodies: Bodies, count: number): string {
  return pages
    .filter(({ truth }) => truth !== '')
    .map(({ id, url, truth }) => ({ id, url, ...compareBodies(truth, bodies.get(id) ?? '') }))
    .map(({ id, url, precision = 0, recall = 0 }) => ({ id, url, precision, recall }))
    .sort((a, b) => a.precision + a.recall - b.precision - b.recall)
    .slice(0, count)
    .map(({ id, url, precision, recall }) => `  P ${precision.toFixed(3)} R ${recall.toFixed(3)} ${id} ${url}\n`)
    .join('');
}
