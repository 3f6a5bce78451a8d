import type { Tally } from '../claims/tally.ts';
import type { NewsClaim } from '../news/gold.ts';
import type { ModelTables } from './articles.ts';
import { numbersIn } from './numbers.ts';

export const figureAttributes = ['killed', 'injured', 'displaced', 'missing'] as const;
export type FigureAttribute = (typeof figureAttributes)[number];

/**
 * A number of people given for an article. A `neutral` one is not counted as wrong: it may not be in the body, or its source
 * says that it is not a figure of the event.
 */
export interface TableFigure {
  readonly attribute: FigureAttribute;
  readonly number: number;
  readonly neutral?: boolean;
}

/** Result of comparing the distinct figures of one article; a table without quotes can be compared no more closely. */
export interface FigureComparison {
  readonly right: readonly TableFigure[];
  readonly missed: readonly TableFigure[];
  readonly spurious: readonly TableFigure[];
}

/** Compare distinct pairs of attribute and number; those that the gold marks optional are neither missed nor wrong. */
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

/** Tally a comparison for some of the attributes. */
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
/** Words that make a cell a count of houses or families, not of people. */
const thing = /\b(?:houses?|homes?|dwellings?|buildings?|families|households|places)\b/i;

/** Take the figures from GPT-4o's tables; those it says are from the infobox are neutral, since we do not read the box. */
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
  // The gold's bounds of "up to 18" are 0 and 18; the number printed is 18.
  return [{ attribute: name, number: n[0] === 0 && n[1] !== null ? n[1] : n[0] }];
}

/** List each figure once, as neutral only where every mention of it is. */
function distinct(figures: readonly TableFigure[]): readonly TableFigure[] {
  const ordered = [...figures].sort((a, b) => Number(a.neutral ?? false) - Number(b.neutral ?? false));
  return ordered.filter((figure, at) => ordered.findIndex((other) => keyOf(other) === keyOf(figure)) === at);
}

function keyOf({ attribute, number }: TableFigure): string {
  return `${attribute} ${number}`;
}
