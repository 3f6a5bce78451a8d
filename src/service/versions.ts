import { diffWordsWithSpace } from 'diff';
import { type Claim, defined, groupBy, isCountAttribute } from '../model/index.ts';
import { findArticles, findHeaders, findVersions, listWebRecords, type VersionRow } from '../store/index.ts';
import type { Archive } from './archive.ts';
import { NotThere } from './query/page.ts';
import { giveReadings } from './readings.ts';

/** A figure that an article told otherwise in its next version; each as its words. */
export interface MovedFigure {
  readonly attribute: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A stretch of the text that stayed, went or came. */
export interface TextChange {
  readonly change: 'same' | 'out' | 'in';
  readonly text: string;
}

/** One text of an article, and what it changed of the one before. */
export interface ArticleVersion {
  readonly article: string;
  readonly source: string;
  readonly seenAt: string;
  readonly headline: string;
  /** Set where it was taken out. */
  readonly removed?: boolean;
  readonly changes?: readonly TextChange[];
  readonly moved?: readonly MovedFigure[];
  readonly received?: ReceivedSource;
}

/** How a source came over the web: what its server sent with it, and the records of web archives it was taken from. */
export interface ReceivedSource {
  readonly status?: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly records: readonly {
    /** SHA-256 of the record, whose bytes are kept. */
    readonly record: string;
    readonly uri?: string;
    /** When it was captured, and the digest of what it holds, as it states. */
    readonly date?: string;
    readonly digest?: string;
  }[];
}

/**
 * List the versions of an article, the first seen first, with what changed of its words and which figures moved between them.
 *
 * `name` is the id of an edition's article, its address, or the path or hash of a source. Throws NotThere where there is none.
 */
export async function tellVersions(archive: Archive, name: string): Promise<readonly ArticleVersion[]> {
  const rows = await archive.database.read(async (db) => findVersions(db, await findArticles(db, name)));
  if (rows.length === 0)
    throw new NotThere(`there is no article "${name}"; name it by its id, its address, or the path of its source`);
  const claims = await openClaims(archive, rows);
  const received = await openReceived(archive, rows);
  return rows.map((row, at) => {
    const before = rows[at - 1];
    const told = { article: row.text_id, source: row.source, seenAt: row.seen_at, headline: row.headline };
    if (row.removed_seq !== null) return { ...told, removed: true };
    const came = defined({ received: received.get(row.source) });
    const isNext = before !== undefined && before.article === row.article && before.removed_seq === null;
    if (!isNext || before.text_id === row.text_id) return { ...told, ...came };
    const figures = (one: VersionRow) => spellFigures(claims.get(`${one.source} ${one.text_id}`) ?? []);
    const moved = findMoved(figures(before), figures(row));
    return { ...told, ...came, changes: diffTexts(before.text, row.text), moved };
  });
}

async function openReceived(
  { database }: Archive,
  rows: readonly VersionRow[],
): Promise<ReadonlyMap<string, ReceivedSource>> {
  const sources = [...new Set(rows.filter((row) => row.removed_seq === null).map(({ source }) => source))];
  const { headers, records } = await database.read(async (db) => ({
    headers: await findHeaders(db, sources),
    records: groupBy(await listWebRecords(db, sources), ({ source }) => source),
  }));
  return new Map(
    [...headers].map(([source, told]) => {
      const own = (records.get(source) ?? []).map(({ record, uri, date, digest }) => ({
        record,
        ...defined({ uri: uri ?? undefined, date: date ?? undefined, digest: digest ?? undefined }),
      }));
      return [source, { ...(JSON.parse(told) as Omit<ReceivedSource, 'records'>), records: own }];
    }),
  );
}

async function openClaims(
  archive: Archive,
  rows: readonly VersionRow[],
): Promise<ReadonlyMap<string, readonly Claim[]>> {
  const sources = [...new Set(rows.filter((row) => row.removed_seq === null).map(({ source }) => source))];
  const claims = new Map<string, readonly Claim[]>();
  for await (const some of giveReadings(archive, sources)) {
    for (const { source, readings } of some)
      for (const reading of readings) claims.set(`${source} ${reading.article.id}`, reading.claims);
  }
  return claims;
}

/** Compare two texts word by word; joined, what stayed and what came is the later text. */
export function diffTexts(before: string, after: string): readonly TextChange[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    change: added ? 'in' : removed ? 'out' : 'same',
    text: value,
  }));
}

type Figures = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Spell the figures of each counted attribute, with the words that state them. */
function spellFigures(claims: readonly Claim[]): Figures {
  const counted = claims.filter(({ attribute }) => isCountAttribute(attribute));
  return new Map(
    [...groupBy(counted, ({ attribute }) => attribute)].map(([attribute, own]) => [
      attribute,
      new Map(own.map((claim) => [spellFigure(claim), claim.evidence[0]?.quote ?? ''])),
    ]),
  );
}

function spellFigure({ value, attribution, scope }: Claim): string {
  const speaker = attribution?.speaker.toLowerCase();
  const figure = value.kind === 'count' ? { min: value.min, max: value.max } : {};
  return JSON.stringify({ ...figure, scope, ...defined({ speaker }) });
}

function findMoved(before: Figures, after: Figures): readonly MovedFigure[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((attribute) => {
    const [old, now] = [before.get(attribute) ?? new Map(), after.get(attribute) ?? new Map()];
    const gone = [...old].filter(([key]) => !now.has(key)).map(([, quote]) => quote);
    const come = [...now].filter(([key]) => !old.has(key)).map(([, quote]) => quote);
    return gone.length === 0 && come.length === 0 ? [] : [{ attribute, before: gone.sort(), after: come.sort() }];
  });
}
