import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { findShared } from '../../test/kits/shared.ts';

const sectionSchema = z.object({ header: z.string(), content: z.string() });
const recordSchema = z.object({
  Event_ID: z.string(),
  Event_Name: z.string(),
  Whole_Text: z.array(sectionSchema),
  Info_Box: z.unknown(),
});
type RawSection = z.infer<typeof sectionSchema>;

const cell = z.union([z.string(), z.array(z.string()), z.number()]);
const placeSchema = z.object({ Num: cell.optional(), Annotation: z.unknown() });
const answerSchema = z.looseObject({ Event_ID: z.string(), Main_Event: z.string() });

/** A cell of a table GPT-4o made: its words for a number, and the section it gives as the source. */
export interface ModelCell {
  readonly words: string;
  readonly from: string;
}

/** The tables GPT-4o made of an article and its infobox, by their names. */
export type ModelTables = Readonly<Record<'Deaths' | 'Injuries' | 'Displaced' | 'Homeless', readonly ModelCell[]>>;

/** An encyclopedia article on a storm, a flood or a fire, read as if it were a report. */
export interface DisasterArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Kind of event as GPT-4o names it; used for sampling and for the rows of the tables only. */
  readonly kind: string;
  /** Lines of the infobox beside the article. */
  readonly box: readonly string[];
  readonly model: ModelTables;
}

/** Headings of sections that say nothing of the event. */
const apart: ReadonlySet<string> = new Set([
  'contents',
  'references',
  'see also',
  'external links',
  'notes',
  'further reading',
  'footnotes',
  'citations',
  'bibliography',
  'sources',
]);
/** Editors' marks, which a news report does not have: "[12]", "[nb 2]", "[citation needed]". */
const marks = /\[(?:\d+|nb \d+|[a-z]{1,2}|[a-z ]* needed|needs update|update)\]/g;

/**
 * Join the sections of an article to one text, each heading on a line of its own; the first heading, which repeats the title,
 * is left out.
 */
export function bodyOf(sections: readonly RawSection[]): string {
  const told = sections.filter(({ header }) => !apart.has(header.trim().toLowerCase()));
  const blocks = told.flatMap(({ header, content }, at) => [at === 0 ? '' : header, content.replaceAll(marks, '')]);
  return blocks
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .join('\n\n');
}

/** Read the articles with GPT-4o's tables, in the order of their hashes; undefined where the corpus is absent. */
export function readDisasters(): readonly DisasterArticle[] | undefined {
  const [articles, answers] = ['dev', 'gpt4o-dev'].map((name) => findShared(`corpora/wikimpacts/${name}.json.gz`));
  if (articles === undefined || answers === undefined) return undefined;
  const given = new Map(
    z
      .array(answerSchema)
      .parse(readJson(answers))
      .map((one) => [one.Event_ID, one]),
  );
  const read = z.array(recordSchema).parse(readJson(articles));
  return read
    .map((raw) => makeArticle(raw, given.get(raw.Event_ID)))
    .sort((a, b) => (orderOf(a.id) < orderOf(b.id) ? -1 : 1));
}

/** Choose the articles to mark by hand: the first of each kind in the order of hashes, and more of the frequent kinds. */
export function drawSample<T extends { readonly kind: string }>(articles: readonly T[]): readonly T[] {
  const quota: Readonly<Record<string, number>> = { 'Tropical Storm/Cyclone': 5, Flood: 2 };
  return articles.filter(
    ({ kind }, at) => articles.slice(0, at).filter((other) => other.kind === kind).length < (quota[kind] ?? 1),
  );
}

function makeArticle(raw: z.infer<typeof recordSchema>, answer: z.infer<typeof answerSchema> | undefined) {
  const table = (name: string) => (answer === undefined ? [] : cellsOf(answer, name));
  return {
    id: raw.Event_ID,
    title: raw.Event_Name.trim(),
    text: bodyOf(raw.Whole_Text),
    kind: answer?.Main_Event ?? 'unknown',
    box: String(raw.Info_Box ?? '').split('\n'),
    model: {
      Deaths: table('Deaths'),
      Injuries: table('Injuries'),
      Displaced: table('Displaced'),
      Homeless: table('Homeless'),
    },
  };
}

function cellsOf(answer: z.infer<typeof answerSchema>, name: string): readonly ModelCell[] {
  const whole = z.record(z.string(), z.unknown()).parse(answer[`Total_Summary_${name}`]);
  const places = [`Instance_Per_Administrative_Areas_${name}`, `Specific_Instance_Per_Administrative_Area_${name}`];
  const parts = places.flatMap((key) => z.array(placeSchema).parse(answer[key] ?? []));
  return [
    { words: String(whole[`Total_${name}`]), from: String(whole[`Total_${name}_Annotation`]) },
    ...parts.flatMap(({ Num, Annotation }) =>
      [Num ?? []].flat().map((words) => ({ words: String(words), from: String(Annotation) })),
    ),
  ];
}

function orderOf(id: string): string {
  return createHash('sha1').update(`wikimpacts/${id}`).digest('hex');
}

function readJson(path: string): unknown {
  return JSON.parse(gunzipSync(readFileSync(path)).toString('utf8'));
}
