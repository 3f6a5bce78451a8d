import {
  type Article,
  type ArticleReading,
  type Claim,
  defined,
  type Edition,
  type EditionArticle,
  type Entity,
  groupBy,
  type Issue,
  isVerified,
  type Linked,
  type LinkedEntity,
  makeFamilyId,
  makeId,
  type Runtime,
  sortBy,
} from '../model/index.ts';
import { findNames } from '../text/names.ts';
import { hashSettings, type Settings, version } from './settings.ts';

/** What reconciling adds. */
export interface ReconciledRecords {
  readonly incidents: Edition['incidents'];
  readonly actors: Edition['actors'];
}

/** All an edition is made of. */
export interface EditionParts {
  readonly readings: readonly ArticleReading[];
  readonly linked: Linked;
  readonly reconciled: ReconciledRecords;
  readonly issues: readonly Issue[];
  /** What computed the trained reader's network. */
  readonly runtime?: Runtime | undefined;
}

/**
 * Put an edition together: everything in an order that depends on its content alone, every quote checked against its article.
 *
 * Throws where a quote does not stand where it says: that is our bug, and nothing unverified is ever published.
 */
export function assembleEdition(
  { readings, linked, reconciled, issues, runtime }: EditionParts,
  settings: Settings,
): Edition {
  const articles = readings.map(({ article }) => article);
  checkQuotes(linked, articles);
  const claimsOf = groupBy(linked.claims, ({ article }) => article);
  const disputed = new Set(issues.flatMap(({ code, article }) => (code === 'time/anchor-disputed' ? [article] : [])));
  return {
    variorum: 1,
    version,
    config: {
      policy: settings.policy,
      hash: hashSettings(settings),
      ...defined({ runtime }),
      reader: settings.reader,
      names: settings.names,
    },
    articles: sortBy(
      articles.map((article) => editionArticle(article, linked, disputed.has(article.id))),
      (article) => [article.id],
    ).map((article) => (settings.names ? article : markNames(article, claimsOf.get(article.id) ?? []))),
    copies: sortBy(linked.copies, (copy) => [copy.from, copy.to, copy.kind]),
    stories: sortBy(linked.stories, (story) => [story.id]),
    incidents: reconciled.incidents,
    ...defined({ conflicts: linked.conflicts }),
    claims: sortBy(linked.claims, (claim) => [
      claim.article,
      claim.evidence[0]?.start ?? 0,
      claim.attribute,
      claim.id,
    ]).map((claim) => (settings.names ? claim : hideName(claim))),
    actors: sortBy(reconciled.actors, (actor) => [actor.id]),
    ...(linked.entities === undefined
      ? {}
      : { entities: linked.entities.map((entity) => showEntity(entity, settings.names)) }),
    voices: sortBy(linked.voices, (voice) => [voice.article, voice.start, voice.end, voice.speaker, voice.stance]),
    issues: sortIssues(issues),
    ...defined({ regrouped: linked.regrouped }),
  };
}

/** Show an entity with the articles that name it; a person's names only where names are asked for. */
function showEntity({ id, type, name, aliases, members, because }: LinkedEntity, names: boolean): Entity {
  const articles = [...new Set(members.map(({ article }) => article))].sort();
  const isShown = names || type === 'organisation';
  return { id, type, ...(isShown ? { name } : {}), aliases: isShown ? aliases : [], articles, because };
}

/** Put issues in the order of an edition, each once. */
export function sortIssues(issues: readonly Issue[]): readonly Issue[] {
  const once = new Map(issues.map((issue) => [JSON.stringify(issue), issue]));
  return sortBy([...once.values()], (issue) => [
    issue.path ?? '',
    issue.article ?? '',
    issue.code,
    issue.at?.start ?? -1,
    issue.message,
  ]);
}

function editionArticle(article: Article, linked: Linked, isDisputed: boolean): EditionArticle {
  const {
    id,
    source,
    url = source.url,
    outlet,
    headline,
    published,
    modified,
    authors,
    wire,
    language,
    text,
    blocks,
  } = article;
  // Linking found that the story contradicts the page; the date is kept and says so.
  const date = published !== undefined && isDisputed ? { ...published, disputed: true } : published;
  const reportDay = linked.reportDays[id];
  const optional = { path: source.path, url, outlet, headline, published: date, modified, reportDay, wire };
  const stated = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  return { id, ...stated, authors, language, text: text.value, blocks };
}

/** Who speaks for a body is no private person, even where a reader mistakes him for one. */
const publicKinds: ReadonlySet<string> = new Set(['police', 'official', 'military', 'medical', 'expert']);

/** Say where the text names people whose names its own claims leave out, so that printed forms can leave them out too. */
function markNames(article: EditionArticle, own: readonly Claim[]): EditionArticle {
  const spoken = own.flatMap(({ attribution }) =>
    attribution !== undefined && publicKinds.has(attribution.kind) ? [attribution.speaker.toLowerCase()] : [],
  );
  const told = own.flatMap((claim) => claim.person?.name ?? []);
  const known = told.filter((name) => !spoken.some((speaker) => speaker.includes(name.toLowerCase())));
  const names = findNames(article.text, known);
  return names.length === 0 ? article : { ...article, names };
}

function hideName(claim: Claim): Claim {
  if (claim.person === undefined) return claim;
  const { name, key, ...rest } = claim.person;
  const family = name === undefined ? {} : { family: makeFamilyId(name) };
  return { ...claim, person: { ...rest, ...family, key: makeId('person', key) } };
}

function checkQuotes(linked: Linked, articles: readonly Article[]): void {
  const texts = new Map(articles.map((article) => [article.id, article.text]));
  const check = (article: string, quote: { start: number; end: number; quote: string }, what: string): void => {
    const text = texts.get(article);
    if (text === undefined || !isVerified(quote, text)) {
      throw new Error(`${what} of article ${article} is not verified at ${quote.start}..${quote.end}`);
    }
  };
  for (const claim of linked.claims) {
    for (const evidence of claim.evidence) check(claim.article, evidence, `claim ${claim.id} (${claim.producer.rule})`);
  }
  for (const voice of linked.voices) check(voice.article, voice, `voice of ${voice.speaker}`);
  for (const { from, to, passages } of linked.copies) {
    for (const passage of passages) {
      checkRange(texts.get(from)?.value, passage.from, from);
      checkRange(texts.get(to)?.value, passage.to, to);
    }
  }
}

function checkRange(value: string | undefined, range: { start: number; end: number }, article: string): void {
  if (value === undefined || range.start >= range.end || range.end > value.length) {
    throw new Error(`a copied passage leaves article ${article} at ${range.start}..${range.end}`);
  }
}
