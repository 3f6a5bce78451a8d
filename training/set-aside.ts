import { readNewsCases } from '../bench/news/articles.ts';
import { readRecordGold } from '../bench/records/gold.ts';
import { readWarGold } from '../bench/wars/gold.ts';

/** Name the reports that any gold sets aside: windows of wars, groups of records and single articles were drawn apart, and some are in several. */
export function listSetAside(): ReadonlySet<string> {
  const articles = [...(readNewsCases('set-aside') ?? []), ...(readNewsCases('set-aside', 'when-where') ?? [])];
  const news = articles.map(({ gold: { corpus, id } }) => `${corpus}/${id}`);
  const wars = readWarGold('set-aside').flatMap(({ corpus, reports }) => Object.keys(reports).map((id) => `${corpus}/${id}`));
  const records = readRecordGold('set-aside').flatMap(({ reports }) => reports.map(({ corpus, id }) => `${corpus}/${id}`));
  return new Set([...news, ...wars, ...records]);
}
