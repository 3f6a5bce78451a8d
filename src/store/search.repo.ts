import { sql } from 'kysely';
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
  readonly limit: number;
}

/** Find current versions, the newest first. */
export async function searchVersions(database: Database, query: VersionQuery): Promise<readonly VersionRow[]> {
  const { phrases, outlet, from, to, attribute, status, limit } = query;
  return database.read(async (db) => {
    let found = db
      .selectFrom('version')
      .selectAll('version')
      .where('removed_seq', 'is', null)
      .where(
        sql<boolean>`not exists (select 1 from version as later where later.article = version.article and later.number > version.number and later.removed_seq is null)`,
      );
    if (phrases.length > 0) found = found.where(database.dialect.matches(phrases));
    if (outlet !== undefined) found = found.where(sql<boolean>`lower(outlet) = ${outlet.toLowerCase()}`);
    if (from !== undefined) found = found.where('published', '>=', from);
    if (to !== undefined) found = found.where('published', '<=', to);
    if (attribute !== undefined || status !== undefined) {
      const parts = [
        ...(attribute === undefined ? [] : [sql`attribute = ${attribute}`]),
        ...(status === undefined ? [] : [sql`status = ${status}`]),
      ];
      found = found.where(
        sql<boolean>`version.text_id in (select text_id from incident_article inner join incident_attribute on incident_attribute.incident = incident_article.incident where ${sql.join(parts, sql` and `)})`,
      );
    }
    return found.orderBy('number', 'desc').limit(limit).execute();
  });
}
