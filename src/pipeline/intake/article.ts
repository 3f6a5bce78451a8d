import { annotate, deepen } from '../../annotate/index.ts';
import { extract } from '../../extract/index.ts';
import type { Article, Outcome, Reading } from '../../model/index.ts';
import type { Desk } from './document.ts';

/** Annotate and extract one article. */
export async function readArticle(article: Article, desk: Desk): Promise<Outcome<Reading>> {
  const { settings, context, resources } = desk;
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
