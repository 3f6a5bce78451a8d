import { type Decision, decisionSchema, type Edition, type QuoteSelector } from '../../model/index.ts';
import { revise } from '../../pipeline/index.ts';
import { findCurrentText, findKin, listDecisionRows } from '../../store/index.ts';
import type { Archive } from '../archive.ts';
import type { Ground } from '../decisions.ts';
import { composeArticles } from '../records.ts';

/** A decision of the log, with the articles it is about as they stand now. */
export interface LoggedDecision {
  readonly seq: number;
  readonly decision: Decision;
  readonly edition: string;
  readonly ground: Ground;
  /** Why it was taken back, where it was. */
  readonly undone?: string;
  readonly articles: ReadonlySet<string>;
}

/** Articles that share stories and incidents, or that a decision joins, as an edition of their own with all that was decided. */
export interface Family {
  readonly articles: readonly string[];
  /** Before any decision. */
  readonly base: Edition;
  readonly edition: Edition;
  readonly decisions: readonly LoggedDecision[];
}

/** Families that are kept ready: what people look at, they look at again. */
const keptFamilies = 64;

/** Composes families, and keeps those looked at last. */
export interface Families {
  /** Open the family of articles, with the decisions given in place of those that stand where there are any. */
  open(articles: readonly string[], decisions: readonly LoggedDecision[]): Promise<Family>;
  /** Forget what was composed: reports came or went. */
  clear(): void;
}

export function keepFamilies(archive: Archive): Families {
  const bases = new Map<string, Edition>();
  const kins = new Map<string, readonly string[]>();
  const kinOf = async (articles: readonly string[]): Promise<readonly string[]> => {
    const key = articles.join(' ');
    const known = kins.get(key) ?? (await archive.database.read((db) => findKin(db, articles)));
    kins.set(key, known);
    return known;
  };
  const baseOf = async (articles: readonly string[]): Promise<Edition> => {
    const key = articles.join(' ');
    const base = bases.get(key) ?? (await composeArticles(archive, articles));
    bases.delete(key);
    bases.set(key, base);
    const [oldest] = bases.keys();
    if (bases.size > keptFamilies && oldest !== undefined) bases.delete(oldest);
    return base;
  };
  return {
    open: async (articles, decisions) => {
      const standing = decisions.filter(({ undone }) => undone === undefined);
      const all = await joinKin(articles, standing, kinOf);
      const held = new Set(all);
      const own = standing.filter((one) => [...one.articles].some((id) => held.has(id)));
      const base = await baseOf(all);
      const edition = own.length === 0 ? base : revise(base, { decisions: own.map(({ decision }) => decision) }).value;
      return { articles: all, base, edition, decisions: own };
    },
    clear: () => {
      bases.clear();
      kins.clear();
    },
  };
}

/** Join to articles all that share a story, an incident or a decision with them, however many steps away. */
async function joinKin(
  articles: readonly string[],
  decisions: readonly LoggedDecision[],
  kinOf: (articles: readonly string[]) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  let all = await kinOf(articles);
  for (;;) {
    const held = new Set(all);
    const more = decisions
      .filter((one) => [...one.articles].some((id) => held.has(id)))
      .flatMap((one) => [...one.articles].filter((id) => !held.has(id)));
    if (more.length === 0) return all;
    all = await kinOf([...new Set([...all, ...more])].sort());
  }
}

/** Load the decisions of an archive after an event, with those taken back marked. */
export async function loadDecisions(archive: Archive): Promise<readonly LoggedDecision[]> {
  return archive.database.read(async (db) => {
    const rows = await listDecisionRows(db, Number.MAX_SAFE_INTEGER);
    const undone = new Map(
      rows.flatMap(({ kind, id, content }) => (kind === 'undo' ? [[id, String(JSON.parse(content).reason)]] : [])),
    );
    const found = new Map<string, string | undefined>();
    const logged: LoggedDecision[] = [];
    for (const { kind, id, seq, content, edition, ground } of rows) {
      if (kind === 'undo') continue;
      const decision = decisionSchema.parse(JSON.parse(content));
      const articles = new Set<string>();
      for (const selector of listSelectors(decision)) {
        const key = [selector.article, selector.url, selector.path].join(' ');
        if (!found.has(key)) found.set(key, await findCurrentText(db, selector));
        articles.add(found.get(key) ?? selector.article);
      }
      const reason = undone.get(id);
      const back = reason === undefined ? {} : { undone: reason };
      logged.push({ seq, decision, edition, ground: JSON.parse(ground), articles, ...back });
    }
    return logged;
  });
}

/** List all words a decision points at. */
export function listSelectors({ on, claims = [], to = [] }: Decision): readonly QuoteSelector[] {
  return [...on, ...claims, ...to];
}
