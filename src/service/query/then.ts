import type { Edition } from '../../model/index.ts';
import { findHeads, findVersions } from '../../store/index.ts';
import { composeArticles } from '../records.ts';
import type { Family } from '../room/families.ts';
import type { Room } from '../room/room.ts';
import { chooseVersions } from '../state.ts';

/** What an incident is in an edition of the texts that stood at another time. */
export interface Then {
  readonly base: Edition;
  readonly incident: string;
}

/**
 * Compose a family as its articles read by a day or instant, where some of them have changed since; undefined where none has.
 *
 * The incident of that edition that is told by most of the same articles stands for the one asked for; where none is, it was not known.
 */
export async function composeThen(
  { archive }: Room,
  { articles, base }: Pick<Family, 'articles' | 'base'>,
  incident: string,
  asOf: string,
): Promise<Then | undefined> {
  const versions = await archive.database.read(async (db) => {
    const heads = await findHeads(db, articles);
    return findVersions(db, [...new Set(heads.map(({ article }) => article))]);
  });
  const there = versions.filter(({ removed_seq }) => removed_seq === null);
  const chosen = [...new Set(chooseVersions(there, asOf).map(({ text_id }) => text_id))].sort();
  const held = new Set(articles);
  if (chosen.every((text) => held.has(text))) return undefined;
  const then = await composeArticles(archive, chosen);
  const nameOf = new Map(there.map(({ text_id, article }) => [text_id, article]));
  return { base: then, incident: findSame(base, then, incident, (text) => nameOf.get(text) ?? text) };
}

/** Find the incident that is told by most of the articles of another, of those alike one that is as main. */
function findSame(now: Edition, then: Edition, incident: string, nameOf: (text: string) => string): string {
  const own = now.incidents.find(({ id }) => id === incident);
  if (own === undefined || then.incidents.some(({ id }) => id === incident)) return incident;
  const told = new Set(own.articles.map(nameOf));
  const scored = then.incidents.map((one) => {
    const shared = one.articles.filter((text) => told.has(nameOf(text))).length;
    const alike = [one.main === own.main, one.type === own.type, one.place.name === own.place.name].filter(Boolean);
    return { id: one.id, score: shared === 0 ? 0 : shared + alike.length / 4 };
  });
  const [best] = scored.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return best === undefined || best.score === 0 ? incident : best.id;
}
