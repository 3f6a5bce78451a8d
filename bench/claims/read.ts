import type { Answer } from './evaluate.ts';
import { type Part, parts, readNegatives, type Source, sources } from './gold.ts';
import { type Prediction, predict } from './predict.ts';
import { predictByRegex } from './regex.ts';
import { type Case, readCases, textOf } from './sources.ts';
import { predictBySpacy } from './spacy.ts';

/** A reader to score, ours or a peer: reads texts in order; gives undefined where it cannot run. */
export interface Reader {
  readonly name: string;
  readonly read: (cases: readonly Case[]) => Promise<readonly (readonly Prediction[])[] | undefined>;
}

export const ourselves: Reader = {
  name: 'Variorum',
  read: async (cases) => {
    const all: (readonly Prediction[])[] = [];
    for (const { report } of cases) all.push(await predict(report));
    return all;
  },
};

export const peers: readonly Reader[] = [
  {
    name: 'spaCy small + rules',
    read: (cases) => Promise.resolve(predictBySpacy(cases.map(({ report }) => textOf(report)))),
  },
  { name: 'regex', read: (cases) => Promise.resolve(cases.map(({ report }) => predictByRegex(textOf(report)))) },
];

/** Gather all reports with gold of the named sources; a source whose corpus is absent is left out. */
export function gatherCases(names: readonly Source[] = sources): readonly Case[] {
  return names.flatMap((source) => parts.flatMap((part) => readCases(source, part) ?? []));
}

/** Gather the sentences of the negative corpus, as reports without a headline. */
export function gatherNegatives(part: Part): readonly Case[] {
  return readNegatives(part).map(({ id, text }) => ({
    source: 'invented',
    part,
    report: { title: '', text },
    gold: { id, claims: [] },
  }));
}

/** Read cases with a reader; undefined where it cannot run. */
export async function answer(reader: Reader, cases: readonly Case[]): Promise<readonly Answer[] | undefined> {
  const all = await reader.read(cases);
  return all?.map((predictions, at) => ({ ...(cases[at] as Case), predictions }));
}
