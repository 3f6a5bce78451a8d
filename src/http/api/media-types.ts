/** Media type of each format of an edition; the rest are JSON. */
const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  md: 'text/markdown',
  summary: 'text/plain',
  csv: 'text/csv',
  ucdp: 'text/csv',
  acled: 'text/csv',
  gtd: 'text/csv',
  conflicts: 'text/csv',
  jsonl: 'application/x-ndjson',
  ftm: 'application/x-ndjson',
  parquet: 'application/vnd.apache.parquet',
};
export const typeOf = (format: string): string => mediaTypes[format] ?? 'application/json';
