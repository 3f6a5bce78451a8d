import { read } from '../../src/index.ts';
import type { Edition } from '../../src/model/index.ts';
import type { Prediction } from '../claims/predict.ts';
import { predictByRegex } from '../claims/regex.ts';
import { predictBySpacy } from '../claims/spacy.ts';
import { type NewsFigure, readFigures } from '../news/predict.ts';
import type { DisasterArticle } from './articles.ts';
import { figureAttributes, type TableFigure } from './figures.ts';
import type { DisasterGold } from './gold.ts';

/** An article with its gold. */
export interface DisasterCase {
  readonly article: DisasterArticle;
  readonly gold: DisasterGold;
}

/** Join title and text to the string that the gold's positions count in. */
export function wholeOf({ title, text }: Pick<DisasterArticle, 'title' | 'text'>): string {
  return `${title}\n${text}`;
}

/** The accepted dead and hurt of the event an article is about; undefined where there is no figure. */
export interface Toll {
  readonly killed: number | undefined;
  readonly injured: number | undefined;
}

/** A reader of whole articles, which gives claims with their words. */
export interface ClaimReader {
  readonly name: string;
  /** Read articles; undefined where the reader cannot run. */
  readonly read: (articles: readonly DisasterArticle[]) => Promise<readonly (readonly NewsFigure[])[] | undefined>;
}

export const ourselves: ClaimReader = {
  name: 'Variorum',
  read: async (articles) => {
    const answers: (readonly NewsFigure[])[] = [];
    for (const article of articles) answers.push(await readFigures(article));
    return answers;
  },
};
export const spacyRules: ClaimReader = {
  name: 'spaCy small + rules',
  read: async (articles) => predictBySpacy(articles.map(wholeOf))?.map((answers) => answers.map(figureOfPeer)),
};
export const regex: ClaimReader = {
  name: 'regex',
  read: async (articles) => articles.map((article) => predictByRegex(wholeOf(article)).map(figureOfPeer)),
};

/** Take the printed numbers of claims. Those that the reader itself calls hypothetical, or has added up, are neutral. */
export function figuresOfClaims(claims: readonly NewsFigure[]): readonly TableFigure[] {
  return claims.flatMap(({ attribute, printed, modality, derived }) => {
    const name = figureAttributes.find((one) => one === attribute);
    const neutral = modality === 'hypothetical' || derived === true;
    return name === undefined || printed === null ? [] : [{ attribute: name, number: printed, neutral }];
  });
}

/** Take the largest number of dead and of hurt: the simple way from claims to a toll, for comparison. */
export function largestToll(claims: readonly NewsFigure[]): Toll {
  const largest = (name: string) => {
    const numbers = claims.flatMap(({ attribute, printed }) =>
      attribute === name && printed !== null ? [printed] : [],
    );
    return numbers.length === 0 ? undefined : Math.max(...numbers);
  };
  return { killed: largest('killed'), injured: largest('injured') };
}

/** Read an article and take the accepted figures of its main incident. */
export async function readToll({ title, text }: DisasterArticle): Promise<Toll> {
  const content = JSON.stringify({ title, text });
  const edition = await read([{ content, path: 'report.json' }], { now: '2026-01-01T00:00:00Z' });
  return { killed: bestOf(edition, 'killed'), injured: bestOf(edition, 'injured') };
}

function bestOf({ incidents }: Edition, attribute: 'killed' | 'injured'): number | undefined {
  const record = incidents.find(({ main }) => main)?.attributes[attribute];
  return record !== undefined && 'best' in record ? (record.best ?? undefined) : undefined;
}

function figureOfPeer({ attribute, ranges, value }: Prediction): NewsFigure {
  const printed = value.kind === 'count' ? (value.anchor ?? value.min) : null;
  return { attribute, ranges, printed, incident: '', main: true, rule: 'peer' };
}
