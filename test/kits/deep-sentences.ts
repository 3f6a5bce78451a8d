import { deepen } from '../../src/annotate/index.ts';
import { type ReadSentence, readSentences, viewSentences } from '../../src/extract/index.ts';
import { type Prepared, prepare, type ReportDraft } from './report-texts.ts';
import { openReader } from './trained.ts';

const context = { now: '2031-06-01T00:00:00Z', seed: 1 };
const options = { everySentence: true, links: false, confidence: 0.5 };

/** Annotate an invented report, with the trained reader's layers for every sentence. */
export async function prepareDeep(draft: ReportDraft): Promise<Prepared> {
  const { article, annotations } = prepare(draft);
  const { value } = await deepen(article, annotations, await openReader(), options, context);
  return { article, annotations: value };
}

/** Read every sentence of an invented report with the trained reader's trees and fate head. */
export async function readDeepSentences(draft: ReportDraft): Promise<readonly ReadSentence[]> {
  const { article, annotations } = await prepareDeep(draft);
  return readSentences(viewSentences(article, annotations));
}

/** List what became of whom in each sentence: "rescued 90". */
export async function tellFates(draft: ReportDraft): Promise<readonly string[]> {
  const sentences = await readDeepSentences(draft);
  return sentences.flatMap(({ findings }) =>
    findings.flatMap(({ fate, groups, count }) =>
      groups.length === 0
        ? [`${fate} ${count?.anchor ?? '?'}`]
        : groups.map((group) => `${fate} ${group.count?.anchor ?? group.count?.min ?? '?'}`),
    ),
  );
}
