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
  const touching = indexDecisions();
  const revised = new WeakMap<Edition, { readonly key: string; readonly edition: Edition }>();
  const reviseOnce = (base: Edition, decisions: readonly LoggedDecision[]): Edition => {
    if (decisions.length === 0) return base;
    const key = decisions.map(({ decision }) => decision.id).join(' ');
    const known = revised.get(base);
    if (known?.key === key) return known.edition;
    const edition = revise(base, { decisions: decisions.map(({ decision }) => decision) }).value;
    revised.set(base, { key, edition });
    return edition;
  };
  return {
    open: async (articles, decisions) => {
      const all = await joinKin(articles, (some) => touching(decisions, some), kinOf);
      const own = touching(decisions, all);
      const base = await baseOf(all);
      return { articles: all, base, edition: reviseOnce(base, own), decisions: own };
    },
    clear: () => {
      bases.clear();
      kins.clear();
    },
  };
}

type FindTouching = (decisions: readonly LoggedDecision[], articles: readonly string[]) => readonly LoggedDecision[];

/** Find the decisions that stand about articles, by an index that grows with the log: of ten thousand a record needs a few. */
function indexDecisions(): FindTouching {
  let indexed: readonly LoggedDecision[] = [];
  let upTo = 0;
  let byArticle = new Map<string, number[]>();
  return (decisions, articles) => {
    if (indexed !== decisions) [indexed, upTo, byArticle] = [decisions, 0, new Map()];
    for (; upTo < decisions.length; upTo += 1)
      for (const id of decisions[upTo]?.articles ?? []) {
        const known = byArticle.get(id);
        if (known === undefined) byArticle.set(id, [upTo]);
        else known.push(upTo);
      }
    const places = new Set(articles.flatMap((id) => byArticle.get(id) ?? []));
    return [...places]
      .sort((a, b) => a - b)
      .flatMap((at) => decisions[at] ?? [])
      .filter(({ undone }) => undone === undefined);
  };
}

/** Join to articles all that share a story, an incident or a decision with them, however many steps away. */
async function joinKin(
  articles: readonly string[],
  touching: (articles: readonly string[]) => readonly LoggedDecision[],
  kinOf: (articles: readonly string[]) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  let all = await kinOf(articles);
  for (;;) {
    const held = new Set(all);
    const more = touching(all).flatMap((one) => [...one.articles].filter((id) => !held.has(id)));
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
