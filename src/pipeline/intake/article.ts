import { annotate, deepen } from '../../annotate/index.ts';
import { extract } from '../../extract/index.ts';
import type { Article, ArticleReading, Outcome } from '../../model/index.ts';
import type { StageContext } from './document.ts';

/** Annotate and extract one article. */
export async function readArticle(article: Article, stageContext: StageContext): Promise<Outcome<ArticleReading>> {
  const { settings, context, resources } = stageContext;
  const { gazetteer, reader } = resources;
  const shallow = annotate(article, { ...settings.annotate, gazetteer }, context);
  const annotated =
    reader === undefined
      ? shallow
      : joinIssues(shallow, await deepen(article, shallow.value, reader, settings.annotate, context));
  const extracted = extract({ article, annotations: annotated.value }, settings.extract, context);
  return { value: extracted.value, issues: [...annotated.issues, ...extracted.issues] };
}

function joinIssues<T>(first: Outcome<T>, second: Outcome<T>): Outcome<T> {
  return { value: second.value, issues: [...first.issues, ...second.issues] };
}
