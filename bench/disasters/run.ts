import { sharedMissing } from '../../test/kits/shared.ts';
import { spacyMissing } from '../claims/spacy.ts';
import { addTallies, nothing, sharesOf, type Tally } from '../claims/tally.ts';
import { compareFigures } from '../news/match.ts';
import type { NewsFigure } from '../news/predict.ts';
import { type DisasterArticle, readDisasters } from './articles.ts';
import {
  compareDistinct,
  countFigures,
  type FigureAttribute,
  figureAttributes,
  figuresOfModel,
  type TableFigure,
} from './figures.ts';
import { readDisasterGold } from './gold.ts';
import { listMisses } from './misses.ts';
import {
  type DisasterCase,
  figuresOfClaims,
  largestToll,
  ourselves,
  readToll,
  regex,
  spacyRules,
  type Toll,
} from './read.ts';
import { agreesWithBox, figureOfBox, printsFigure } from './record.ts';

export interface DisasterOptions {
  /** Number of articles to compare tolls of. */
  readonly limit: number;
  /** List misses and spurious figures in the articles marked by hand. */
  readonly misses: boolean;
}

type Print = (line: string) => void;
const harm: readonly FigureAttribute[] = ['killed', 'injured'];

/**
 * Score figures of storms, floods and fires: first claims, on the articles marked by hand; then tolls, on all articles, against
 * their infoboxes.
 */
export async function evaluateDisasters({ limit, misses }: DisasterOptions, print: Print): Promise<void> {
  const articles = readDisasters();
  if (articles === undefined) return print(`disasters: ${sharedMissing}`);
  const gold = new Map(readDisasterGold().map((one) => [one.id, one]));
  const cases = articles.flatMap((article) => {
    const own = gold.get(article.id);
    return own === undefined ? [] : [{ article, gold: own }];
  });
  print(`disasters: ${cases.length} articles read by hand`);
  const ours = await printClaims(cases, print);
  if (misses) print(listMisses(cases, ours));
  await printTolls(articles.slice(0, limit), print);
}

async function printClaims(cases: readonly DisasterCase[], print: Print): Promise<readonly (readonly NewsFigure[])[]> {
  const read = cases.map(({ article }) => article);
  const answered = [];
  for (const reader of [ourselves, spacyRules, regex]) {
    answered.push({ name: reader.name, answers: await reader.read(read) });
  }
  print('  killed and injured, claims with their words');
  for (const { name, answers } of answered) {
    if (answers === undefined) print(`    ${name}: ${spacyMissing}`);
    else print(row(`    ${name}`, tallyWords(cases, answers)));
  }
  const tables = answered.map(({ name, answers }) => ({ name, figures: answers?.map(figuresOfClaims) }));
  tables.splice(1, 0, { name: 'GPT-4o (body and box)', figures: read.map(({ model }) => figuresOfModel(model)) });
  for (const [title, attributes] of [
    ['killed and injured', harm],
    ...figureAttributes.map((one) => [one, [one]] as const),
  ] as const) {
    print(`  ${title}, distinct figures of an article`);
    for (const { name, figures } of tables) {
      if (figures !== undefined) print(row(`    ${name}`, tallyDistinct(cases, figures, attributes)));
    }
  }
  return answered[0]?.answers ?? [];
}

function tallyWords(cases: readonly DisasterCase[], answers: readonly (readonly NewsFigure[])[]): Tally {
  const isHarm = ({ attribute }: { readonly attribute: string }) => harm.some((one) => one === attribute);
  return cases
    .map(({ gold }, at) => compareFigures(gold.claims.filter(isHarm), (answers[at] ?? []).filter(isHarm)))
    .map(({ hits, misses, spurious }) => ({ right: hits.length, missed: misses.length, spurious: spurious.length }))
    .reduce(addTallies, nothing);
}

function tallyDistinct(
  cases: readonly DisasterCase[],
  answers: readonly (readonly TableFigure[])[],
  attributes: readonly FigureAttribute[],
): Tally {
  return cases
    .map(({ gold }, at) => countFigures(compareDistinct(gold.claims, answers[at] ?? []), attributes))
    .reduce(addTallies, nothing);
}

async function printTolls(articles: readonly DisasterArticle[], print: Print): Promise<void> {
  print(`tolls of ${articles.length} articles against the box beside them`);
  const ours: Toll[] = [];
  for (const article of articles) ours.push(await readToll(article));
  const tolls: (readonly [string, readonly Toll[]])[] = [['Variorum, record of its own event', ours]];
  for (const peer of [spacyRules, regex]) {
    const answers = await peer.read(articles);
    if (answers === undefined) print(`    ${peer.name}: ${spacyMissing}`);
    else tolls.push([`${peer.name}, largest`, answers.map(largestToll)]);
  }
  for (const attribute of ['killed', 'injured'] as const) {
    const asked = articles.flatMap(({ text, box }, at) => {
      const figure = figureOfBox(box, attribute);
      return figure === undefined ? [] : [{ at, figure, printed: printsFigure(text, attribute, figure) }];
    });
    const told = asked.filter(({ printed }) => printed);
    print(`  ${attribute}: ${asked.length} boxes have a figure, the body prints it in ${told.length}`);
    for (const [name, answers] of tolls) {
      const right = (some: typeof asked) =>
        some.filter(({ at, figure }) => agreesWithBox(answers[at]?.[attribute], figure)).length;
      print(
        `    ${name.padEnd(36)} right in ${right(told)} of ${told.length} printed, ${right(asked)} of ${asked.length}`,
      );
    }
  }
}

function row(name: string, tally: Tally): string {
  const { precision, recall, f1 } = sharesOf(tally);
  const [p, r, f] = [precision, recall, f1].map((share) => share.toFixed(3));
  const counts = `${tally.right} right, ${tally.spurious} spurious, ${tally.missed} missed`;
  return `${name.padEnd(32)} P ${p}  R ${r}  F1 ${f}  (${counts})`;
}
