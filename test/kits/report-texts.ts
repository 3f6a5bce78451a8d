import { annotate, defaults as annotateDefaults } from '../../src/annotate/index.ts';
import { openGazetteer } from '../../src/annotate/places/gazetteer.ts';
import { clean, defaults as cleanDefaults } from '../../src/clean/index.ts';
import { extract, defaults as extractDefaults, readSentences, viewSentences } from '../../src/extract/index.ts';
import { ingest, defaults as ingestDefaults } from '../../src/ingest/index.ts';
import { loadData } from '../../src/io/index.ts';
import { type Annotations, type Article, type ArticleReading, defined } from '../../src/model/index.ts';

const gazetteer = openGazetteer(await loadData('gazetteer.tsv.gz'));
const context = { now: '2025-01-01T00:00:00Z', seed: 1 };

/** An invented report: `published` is an ISO day, the paragraphs of `text` are separated by line ends. */
export interface ReportDraft {
  readonly title?: string;
  readonly text: string;
  readonly published?: string;
}

/** A report with its layers, the input of the extract stage. */
export interface Prepared {
  readonly article: Article;
  readonly annotations: Annotations;
}

/** Take a draft through ingest, clean and annotate. Throws where the draft is set aside, since a test of it would test nothing. */
export function prepare({ title, text, published }: ReportDraft): Prepared {
  const record = {
    ...defined({ title }),
    text: text.replaceAll('\n', '\n\n'),
    ...defined({ date_publish: published }),
  };
  const bytes = new TextEncoder().encode(JSON.stringify(record));
  const [page] = ingest({ bytes, path: 'draft.json' }, ingestDefaults, context).value;
  const cleaned = page === undefined ? undefined : clean(page, cleanDefaults, context);
  if (cleaned?.value === undefined) throw new Error(`draft set aside: ${JSON.stringify(cleaned?.issues)}`);
  const article = cleaned.value;
  return { article, annotations: annotate(article, { ...annotateDefaults, gazetteer }, context).value };
}

/** Read a draft through all stages up to extract. */
export function readDraft(draft: ReportDraft): ArticleReading {
  return extract(prepare(draft), extractDefaults, context).value;
}

/** Read the sentences of a draft, the input of scenes, people phrases and tallies. */
export function readDraftSentences(draft: ReportDraft) {
  const { article, annotations } = prepare(draft);
  return readSentences(viewSentences(article, annotations));
}
