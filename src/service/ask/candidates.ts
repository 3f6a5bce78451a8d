import { searchVersions } from '../../store/index.ts';
import type { BoardRow } from '../room/board.ts';
import type { Room } from '../room/room.ts';
import type { Question } from './question.ts';
import { readWords, type Word } from './words.ts';

/** Reports looked up for one word: what more of them hold tells little. */
const mostReports = 200;
/** Incidents opened to be compared with a question. */
const mostOpened = 24;

/**
 * List the incidents that a question may name, those first that have most of its rare words: in title or place, or in the text of a report.
 *
 * Without a word to look for, those of most reports.
 */
export async function listCandidates(room: Room, { about, moments }: Question): Promise<readonly BoardRow[]> {
  const rows = [...room.board.values()];
  const scores = new Map<string, number>();
  const add = (id: string, score: number): void => void scores.set(id, (scores.get(id) ?? 0) + score);
  const byArticle = indexArticles(room);
  for (const word of about) {
    const named = rows.filter((row) => wordsOf(room, row).has(word.key));
    for (const { id } of named) add(id, 2 * rarity(named.length));
    const texts = await findTexts(room, word);
    const told = new Set(texts.flatMap((id) => byArticle.get(id) ?? []));
    for (const id of told) add(id, rarity(texts.length));
  }
  for (const moment of moments)
    for (const { id, date } of rows)
      if (date.earliest !== undefined && date.earliest <= moment.to && moment.from <= (date.latest ?? date.earliest))
        add(id, 1);
  const isNothing = about.length === 0 && moments.length === 0;
  const found = isNothing ? rows : rows.filter(({ id }) => scores.has(id));
  const rank = (row: BoardRow): number => (scores.get(row.id) ?? 0) + (row.main ? 0.5 : 0);
  return found
    .sort((a, b) => rank(b) - rank(a) || b.articles.length - a.articles.length || (a.id < b.id ? -1 : 1))
    .slice(0, mostOpened);
}

/** What few have says more: of one report 1, of two hundred a fifth of that. */
const rarity = (count: number): number => 1 / (1 + Math.log2(Math.max(1, count)) / 2);

async function findTexts({ archive }: Room, { text }: Word): Promise<readonly string[]> {
  const phrase = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (phrase.length === 0) return [];
  const found = await searchVersions(archive.database, { phrases: [phrase], limit: mostReports });
  return found.map(({ text_id }) => text_id);
}

interface Index {
  readonly changes: number;
  readonly byArticle: ReadonlyMap<string, readonly string[]>;
  readonly words: Map<string, ReadonlySet<string>>;
}

/** What was made of the table of each room, and after which change of it. */
const indexes = new WeakMap<Room, Index>();

function indexOf(room: Room): Index {
  const known = indexes.get(room);
  if (known?.changes === room.changes) return known;
  const byArticle = new Map<string, string[]>();
  for (const { id, articles } of room.board.values())
    for (const article of articles) {
      const own = byArticle.get(article);
      if (own === undefined) byArticle.set(article, [id]);
      else own.push(id);
    }
  const index = { changes: room.changes, byArticle, words: new Map<string, ReadonlySet<string>>() };
  indexes.set(room, index);
  return index;
}

const indexArticles = (room: Room): Index['byArticle'] => indexOf(room).byArticle;

function wordsOf(room: Room, row: BoardRow): ReadonlySet<string> {
  const { words } = indexOf(room);
  const known = words.get(row.id);
  if (known !== undefined) return known;
  const { venue, name, city, state } = row.place;
  const own = new Set(
    readWords([row.title, venue, name, city, state].filter((one) => one !== undefined).join(' ')).map(({ key }) => key),
  );
  words.set(row.id, own);
  return own;
}
