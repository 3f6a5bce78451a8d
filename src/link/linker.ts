import { type ArticleReading, type Claim, compareText, type Issue, type Linked, type Outcome } from '../model/index.ts';
import { anchorStory } from './anchors/index.ts';
import type { ItemCluster, Regrouped } from './clustering/graph.ts';
import { findCopies } from './copies/index.ts';
import { type LinkDocument, makeDocument } from './documents/document.ts';
import { SiteBoilerplate } from './documents/site-boilerplate.ts';
import { linkEntities } from './entities.ts';
import { describeIncidents, type Facts, gatherFacts, MentionIndex } from './incidents/index.ts';
import { type Known, keepIds } from './known.ts';
import type { Options } from './options.ts';
import { StoryIndex } from './stories/index.ts';
import { describeStories, storyIdOf } from './story-titles.ts';

/** An article as the linker holds it: its reading under its story's anchor, and the numbers of its mentions. */
interface LinkedArticle {
  readonly original: ArticleReading;
  reading: ArticleReading;
  story: number;
  reportDay?: Linked['reportDays'][string];
  issues: readonly Issue[];
}

/** Groups that adding articles did away with, and those that stand in their place; each as the ids it holds. */
export interface GroupChanges {
  readonly before: readonly (readonly string[])[];
  readonly after: readonly (readonly string[])[];
}

/** What adding articles changed: stories as articles, incidents as mentions. */
export interface LinkChanges {
  readonly stories: GroupChanges;
  readonly incidents: GroupChanges;
}

function spellOut({ before, after }: Regrouped, idOf: (member: number) => string): GroupChanges {
  const idsOf = ({ members }: ItemCluster) => members.map(idOf);
  return { before: before.map(idsOf), after: after.map(idsOf) };
}

/**
 * Articles linked so far, into which more can be put at any time.
 *
 * What it holds after any number of calls of `add`, in any order and of any size, is what one call with all readings would give:
 * a score depends on its two sides, on the site boilerplate and on which keys too many articles hold, never on who came first, and whatever
 * a new article changes of these is scored again.
 */
export class Linker {
  readonly #options: Options;
  readonly #articles: LinkedArticle[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #mentionNumbers = new Map<string, number>();
  readonly #boilerplate: SiteBoilerplate;
  readonly #stories: StoryIndex;
  readonly #mentions: MentionIndex;
  #storyCount = 0;

  constructor(options: Options) {
    this.#options = options;
    this.#boilerplate = new SiteBoilerplate(options.furniture);
    this.#stories = new StoryIndex(options.stories);
    this.#mentions = new MentionIndex(options.incidents);
  }

  has(article: string): boolean {
    return this.#numbers.has(article);
  }

  /** Link more readings; articles it holds already are left as they are. */
  add(readings: readonly ArticleReading[]): LinkChanges {
    const changed = new Set<number>();
    for (const reading of readings) {
      if (this.has(reading.article.id)) continue;
      const number = this.#articles.push({ original: reading, reading, story: -1, issues: [] }) - 1;
      this.#numbers.set(reading.article.id, number);
      changed.add(number);
      for (const other of this.#boilerplate.note(number, makeDocument(reading))) changed.add(other);
    }
    const documents = new Map([...changed].map((number) => [number, this.#openDocument(number)] as const));
    const stories = this.#stories.put(documents);
    const facts = new Map<number, Facts>();
    for (const { members } of stories.after) this.#anchor(members, facts);
    const incidents = this.#mentions.put(facts);
    return {
      stories: spellOut(stories, (member) => this.#articles[member]?.original.article.id ?? ''),
      incidents: spellOut(incidents, (member) => this.#mentions.idOf(member)),
    };
  }

  /** Open an article as its page was read, without the boilerplate of its site. */
  #openDocument(number: number): LinkDocument {
    const article = this.#articles[number];
    if (article === undefined) throw new RangeError(`no article ${number}`);
    return this.#boilerplate.strip(makeDocument(article.original));
  }

  #anchor(members: readonly number[], facts: Map<number, Facts>): void {
    const story = this.#storyCount;
    this.#storyCount += 1;
    const documents = members.flatMap((member) => this.#articles[member]?.original ?? []).map(makeDocument);
    const anchored = anchorStory(documents, this.#options.anchors);
    members.forEach((member, at) => {
      const [shelved, reading] = [this.#articles[member], anchored.readings[at]];
      if (shelved === undefined || reading === undefined) return;
      shelved.reading = reading;
      shelved.story = story;
      shelved.issues = anchored.issues.filter(({ article }) => article === reading.article.id);
      const day = anchored.reportDays[reading.article.id];
      if (day !== undefined) shelved.reportDay = day;
      else delete shelved.reportDay;
      for (const mention of reading.mentions) {
        const number = this.#mentionNumbers.get(mention.id) ?? this.#mentionNumbers.size;
        this.#mentionNumbers.set(mention.id, number);
        facts.set(number, gatherFacts(reading, mention, story, this.#options.incidents));
      }
    });
  }

  /** Give everything linked so far; sorted, whatever the order in which it came; `known` groups keep their ids. */
  linked(known: Known = { stories: [], incidents: [] }): Outcome<Linked> {
    const articles = this.#articles.toSorted((a, b) => compareText(a.reading.article.id, b.reading.article.id));
    const reportDays = Object.fromEntries(
      articles.flatMap(({ reading, reportDay }) => (reportDay === undefined ? [] : [[reading.article.id, reportDay]])),
    );
    const named = this.#nameStories(reportDays, known.stories);
    const storyIds = Object.fromEntries(named.stories.flatMap(({ id, articles }) => articles.map((one) => [one, id])));
    const nearKm = this.#options.incidents.nearKm;
    const told = describeIncidents(this.#mentions, { storyIds, reportDays }, nearKm, known.incidents);
    const stories = named.stories.map(({ id, group }) => ({
      id,
      readings: group.members.flatMap((member) => this.#articles[member]?.reading ?? []),
      because: this.#stories.explain(group),
    }));
    const texts = {
      stories: named.stories.map(({ group }) => group.members),
      open: (article: number) => this.#openDocument(article),
    };
    const byMention = new Map(told.incidents.flatMap(({ id, mentions }) => mentions.map((mention) => [mention, id])));
    const pointed = articles.map(({ reading }) => pointReading(reading, byMention));
    const entities = linkEntities(articles.map(({ reading }) => reading));
    const regrouped = [...named.regrouped, ...told.regrouped];
    const value: Linked = {
      copies: findCopies(texts, reportDays, this.#options.copies),
      stories: describeStories(stories, told.incidents),
      incidents: told.incidents,
      ...(entities.length === 0 ? {} : { entities }),
      ...(regrouped.length === 0 ? {} : { regrouped }),
      claims: pointed.flatMap(({ claims }) => claims),
      voices: pointed.flatMap(({ voices }) => voices),
      reportDays,
    };
    return { value, issues: articles.flatMap(({ issues }) => issues) };
  }

  /** Name every story: as an earlier edition did, else after its earliest report. */
  #nameStories(reportDays: Linked['reportDays'], known: Known['stories']) {
    const groups = this.#stories.groups().map((group) => {
      const members = group.members.map((member) => this.#articles[member]?.reading.article.id ?? '');
      return { group, members, id: storyIdOf(members, reportDays) };
    });
    const { ids, regrouped } = keepIds('story', groups, known);
    const stories = groups.map(({ group, members, id }) => ({ group, articles: members, id: ids.get(id) ?? id }));
    return { stories, regrouped };
  }
}

/** Point an article's claims and voices at incidents in place of mentions. */
function pointReading(
  { claims, voices }: ArticleReading,
  byMention: ReadonlyMap<string, string>,
): { readonly claims: readonly Claim[]; readonly voices: Linked['voices'] } {
  const homeOf = (mention: string) => byMention.get(mention) ?? mention;
  return {
    claims: claims.map((claim) => ({ ...claim, incident: homeOf(claim.incident) })),
    voices: voices.map((voice) =>
      voice.incident === undefined ? voice : { ...voice, incident: homeOf(voice.incident) },
    ),
  };
}
