import type { Tally } from '../claims/tally.ts';
import type { NewsClaim } from '../news/gold.ts';
import type { ModelTables } from './articles.ts';
import { numbersIn } from './numbers.ts';

export const figureAttributes = ['killed', 'injured', 'displaced', 'missing'] as const;
export type FigureAttribute = (typeof figureAttributes)[number];

/** A number an article is said to give of people; `neutral` where it need not be in the body, or says itself that it is none of its figures. */
export interface TableFigure {
  readonly attribute: FigureAttribute;
  readonly number: number;
  readonly neutral?: boolean;
}

/** How the distinct figures of one article compare: what a table without quotes can be asked for. */
export interface FigureComparison {
  readonly right: readonly TableFigure[];
  readonly missed: readonly TableFigure[];
  readonly spurious: readonly TableFigure[];
}

/** Compare distinct figures, attribute and number; optional ones of the gold are neither asked nor wrong. */
export function compareDistinct(claims: readonly NewsClaim[], answers: readonly TableFigure[]): FigureComparison {
  const asked = distinct(claims.filter(({ optional }) => optional !== true).flatMap(figureOf));
  const tolerated = distinct(claims.filter(({ optional }) => optional === true).flatMap(figureOf));
  const given = distinct(answers);
  const holds = (list: readonly TableFigure[], one: TableFigure) => list.some((other) => keyOf(other) === keyOf(one));
  return {
    right: asked.filter((one) => holds(given, one)),
    missed: asked.filter((one) => !holds(given, one)),
    spurious: given.filter((one) => one.neutral !== true && !holds(asked, one) && !holds(tolerated, one)),
  };
}

/** Count a comparison, of one attribute or some. */
export function countFigures(
  { right, missed, spurious }: FigureComparison,
  attributes: readonly FigureAttribute[],
): Tally {
  const count = (figures: readonly TableFigure[]) =>
    figures.filter(({ attribute }) => attributes.includes(attribute)).length;
  return { right: count(right), missed: count(missed), spurious: count(spurious) };
}

const tables: Readonly<Record<keyof ModelTables, FigureAttribute>> = {
  Deaths: 'killed',
  Injuries: 'injured',
  Displaced: 'displaced',
  Homeless: 'displaced',
};
/** Houses and families are not people; a cell that counts them is no figure of either. */
const thing = /\b(?:houses?|homes?|dwellings?|buildings?|families|households|places)\b/i;

/** Take the figures out of GPT-4o's tables; what it says it has from the box beside the article is neutral. */
export function figuresOfModel(model: ModelTables): readonly TableFigure[] {
  return Object.entries(tables).flatMap(([table, attribute]) =>
    model[table as keyof ModelTables].flatMap(({ words, from }) =>
      thing.test(words) ? [] : numbersIn(words).map((number) => ({ attribute, number, neutral: from === 'Info_Box' })),
    ),
  );
}

function figureOf({ attribute, n }: NewsClaim): readonly TableFigure[] {
  const name = figureAttributes.find((one) => one === attribute);
  if (name === undefined || n === null) return [];
  // "Up to 18" is printed as 18.
  return [{ attribute: name, number: n[0] === 0 && n[1] !== null ? n[1] : n[0] }];
}

/** Each figure once; where one of the same is not neutral, it is that which counts. */
function distinct(figures: readonly TableFigure[]): readonly TableFigure[] {
  const ordered = [...figures].sort((a, b) => Number(a.neutral ?? false) - Number(b.neutral ?? false));
  return ordered.filter((figure, at) => ordered.findIndex((other) => keyOf(other) === keyOf(figure)) === at);
}

function keyOf({ attribute, number }: TableFigure): string {
  return `${attribute} ${number}`;
}
