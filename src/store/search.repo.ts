import { type RawBuilder, sql } from 'kysely';
import type { Database } from './port.ts';
import type { VersionRow } from './schema.ts';

/** What to look for; all that is given must hold. */
export interface VersionQuery {
  /** Phrases of words that headline or text hold. */
  readonly phrases: readonly (readonly string[])[];
  readonly outlet?: string;
  /** Days of publication, first and last. */
  readonly from?: string;
  readonly to?: string;
  /** Some incident it reports has a record of this attribute, with this status where one is given. */
  readonly attribute?: string;
  readonly status?: string;
  /** Numbers below this one: what follows a page. */
  readonly before?: number;
  readonly limit: number;
}

const columns = sql.join(
  [
    ...(['number', 'article', 'text_id', 'address', 'source', 'outlet', 'headline', 'published', 'text'] as const),
    ...(['seen_at', 'seq', 'removed_seq'] as const),
  ].map((name) => sql.ref(`version.${name}`)),
);

/** Find current versions, the newest first. */
export async function searchVersions(database: Database, query: VersionQuery): Promise<readonly VersionRow[]> {
  const { phrases, outlet, from, to, before, limit } = query;
  const words = phrases.length === 0 ? undefined : database.dialect.search(phrases);
  const conditions: RawBuilder<unknown>[] = [
    ...(words === undefined ? [] : [words.matches]),
    sql`version.removed_seq is null`,
    sql`not exists (select 1 from version as later where later.article = version.article and later.number > version.number and later.removed_seq is null)`,
    ...(outlet === undefined ? [] : [sql`lower(version.outlet) = ${outlet.toLowerCase()}`]),
    ...(from === undefined ? [] : [sql`version.published >= ${from}`]),
    ...(to === undefined ? [] : [sql`version.published <= ${to}`]),
    ...(before === undefined ? [] : [sql`version.number < ${before}`]),
    ...holdsRecord(query),
  ];
  const found = sql<VersionRow>`
    select ${columns}
    from ${words?.from ?? sql`version`} where ${sql.join(conditions, sql` and `)}
    order by ${words?.newest ?? sql`version.number`} desc limit ${limit}`;
  return database.read(async (db) => (await found.execute(db)).rows);
}

/** Some incident it reports has a record of this attribute, with this status. */
function holdsRecord({ attribute, status }: VersionQuery): readonly RawBuilder<unknown>[] {
  const parts = [
    ...(attribute === undefined ? [] : [sql`attribute = ${attribute}`]),
    ...(status === undefined ? [] : [sql`status = ${status}`]),
  ];
  if (parts.length === 0) return [];
  return [
    sql`version.text_id in (select text_id from incident_article inner join incident_attribute on incident_attribute.incident = incident_article.incident where ${sql.join(parts, sql` and `)})`,
  ];
}
