import { listNamed, veilWords } from '../../pipeline/index.ts';
import { findSourcesOf } from '../../store/index.ts';
import { giveReadings } from '../readings.ts';
import { type SearchHit, type SearchQuery, searchArchive } from '../search.ts';
import { type ArticleVersion, tellVersions } from '../versions.ts';
import type { Room } from './room.ts';

/** Find reports as `searchArchive` does; names of private persons are veiled. */
export async function searchReports(room: Room, query: SearchQuery): Promise<readonly SearchHit[]> {
  return veilHits(room, await searchArchive(room.archive, query));
}

/** Black out the names of private persons in what was found. */
export async function veilHits(room: Room, hits: readonly SearchHit[]): Promise<readonly SearchHit[]> {
  const sources = await room.archive.database.read((db) =>
    findSourcesOf(
      db,
      hits.map(({ article }) => article),
    ),
  );
  const names = await findPersons(room, sources);
  return hits.map((hit) => {
    const own = names.get(hit.article) ?? [];
    return { ...hit, headline: veilWords(hit.headline, own), snippet: veilWords(hit.snippet, own) };
  });
}

/** List the versions of a report as `tellVersions` does; names of private persons are veiled. */
export async function readVersions(room: Room, article: string): Promise<readonly ArticleVersion[]> {
  const versions = await tellVersions(room.archive, article);
  const there = versions.filter(({ removed }) => removed !== true).map(({ source }) => source);
  const names = [...(await findPersons(room, [...new Set(there)])).values()].flat();
  const veil = (words: string): string => veilWords(words, names);
  return versions.map((version) => ({
    ...version,
    headline: veil(version.headline),
    ...(version.changes && { changes: version.changes.map((one) => ({ ...one, text: veil(one.text) })) }),
    ...(version.moved && {
      moved: version.moved.map(({ attribute, before, after }) => ({
        attribute,
        before: before.map(veil),
        after: after.map(veil),
      })),
    }),
  }));
}

/** Find the names of single persons that sources state things of, by the id of the article. */
async function findPersons(room: Room, sources: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = new Map<string, readonly string[]>();
  for await (const some of giveReadings(room.archive, sources))
    for (const { readings } of some)
      for (const { article, claims } of readings) {
        const told = claims.flatMap(({ person }) => person?.name ?? []);
        names.set(article.id, listNamed(article.text.value, told));
      }
  return names;
}
