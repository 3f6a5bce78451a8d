import { type ArticleReading, type Claim, compareText, type Issue, type Linked, type Outcome } from '../model/index.ts';
import { anchorStory } from './anchors/index.ts';
import type { ItemCluster, Regrouped } from './clustering/graph.ts';
import { linkConflicts, pointAtConflict } from './conflicts/index.ts';
import { findCopies } from './copies/index.ts';
import { type LinkDocument, makeDocument } from './documents/document.ts';
import { SiteBoilerplate } from './documents/site-boilerplate.ts';
import { linkEntities } from './entities.ts';
import { describeIncidents, type Facts, gatherFacts, MentionIndex } from './incidents/index.ts';
import { type Known, keepIds } from './known.ts';
import type { Options } from './options.ts';
import { StoryIndex } from './stories/index.ts';
import { describeStories, storyIdOf } from './story-titles.ts';

/** Where readings are kept until they are needed again; what it gives back is the same in every value. */
export interface Shelf {
  /** Put a reading away and return its number. */
  put(reading: ArticleReading): number;
  get(number: number): ArticleReading;
}

function makeMemoryShelf(): Shelf {
  const readings: ArticleReading[] = [];
  return {
    put: (reading) => readings.push(reading) - 1,
    get: (number) => {
      const reading = readings[number];
      if (reading === undefined) throw new RangeError(`no reading ${number}`);
      return reading;
    },
  };
}

/** So many opened articles are kept while copies are looked for, which opens each three times; all of a large collection would not go into memory. */
const keptDocuments = 400;

/** Most articles have nothing to be said of them. */
const noIssues: readonly Issue[] = [];

/** An article as the linker holds it: its reading as it came and under its story's anchor, by their numbers, and those of its mentions. */
interface LinkedArticle {
  readonly id: string;
  readonly original: number;
  reading: number;
  mentions: readonly number[];
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
  /** The article of each mention. */
  readonly #homes: number[] = [];
  readonly #shelf: Shelf;
  #storyCount = 0;

  /** `shelf` keeps readings until they are needed again: as they are, unless a large collection has to take less memory. */
  constructor(options: Options, shelf: Shelf = makeMemoryShelf()) {
    this.#options = options;
    this.#shelf = shelf;
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
    const opened = new Map<number, LinkDocument>();
    for (const reading of readings) {
      if (this.has(reading.article.id)) continue;
      const { id } = reading.article;
      const original = this.#shelf.put(reading);
      const article = { id, original, reading: original, mentions: [], story: -1, issues: noIssues };
      const number = this.#articles.push(article) - 1;
      this.#numbers.set(id, number);
      changed.add(number);
      const document = makeDocument(reading);
      opened.set(number, document);
      for (const other of this.#boilerplate.note(number, document)) changed.add(other);
    }
    const openAgain = (number: number) => this.#boilerplate.strip(opened.get(number) ?? this.#openPage(number));
    const documents = new Map([...changed].map((number) => [number, openAgain(number)] as const));
    const stories = this.#stories.put(documents);
    const facts = new Map<number, Facts>();
    for (const { members } of stories.after) this.#anchor(members, facts);
    const incidents = this.#mentions.put(facts);
    return {
      stories: spellOut(stories, (member) => this.#articles[member]?.id ?? ''),
      incidents: spellOut(incidents, (member) => this.#mentions.idOf(member)),
    };
  }

  /** List the articles that share a story or an incident with an article, itself among them; none where it holds no such article. */
  kinOf(id: string): readonly string[] {
    const number = this.#numbers.get(id);
    const article = number === undefined ? undefined : this.#articles[number];
    if (number === undefined || article === undefined) return [];
    const kin = new Set([number, ...(this.#stories.groupOf(number)?.members ?? [])]);
    for (const mention of article.mentions)
      for (const other of this.#mentions.groupOf(mention)?.members ?? []) kin.add(this.#homes[other] ?? number);
    return [...kin].map((one) => this.#articles[one]?.id ?? '');
  }

  /** Open an article as its page was read. */
  #openPage(number: number): LinkDocument {
    const article = this.#articles[number];
    if (article === undefined) throw new RangeError(`no article ${number}`);
    return makeDocument(this.#shelf.get(article.original));
  }

  /** Make what opens articles without the boilerplate of their sites; the first of them are opened once. */
  #makeOpener(): (article: number) => LinkDocument {
    const kept = new Map<number, LinkDocument>();
    return (article) => {
      const document = kept.get(article) ?? this.#boilerplate.strip(this.#openPage(article));
      if (kept.size < keptDocuments) kept.set(article, document);
      return document;
    };
  }

  #open(number: number, which: 'original' | 'reading'): ArticleReading | [] {
    const article = this.#articles[number];
    return article === undefined ? [] : this.#shelf.get(article[which]);
  }

  #anchor(members: readonly number[], facts: Map<number, Facts>): void {
    const story = this.#storyCount;
    this.#storyCount += 1;
    const originals = members.flatMap((member) => this.#open(member, 'original'));
    const anchored = anchorStory(originals.map(makeDocument), this.#options.anchors);
    members.forEach((member, at) => {
      const [shelved, reading] = [this.#articles[member], anchored.readings[at]];
      if (shelved === undefined || reading === undefined) return;
      shelved.reading = reading === originals[at] ? shelved.original : this.#shelf.put(reading);
      shelved.story = story;
      const issues = anchored.issues.filter(({ article }) => article === reading.article.id);
      shelved.issues = issues.length === 0 ? noIssues : issues;
      const day = anchored.reportDays[reading.article.id];
      if (day !== undefined) shelved.reportDay = day;
      else delete shelved.reportDay;
      shelved.mentions = reading.mentions.map(({ id }) => this.#numberMention(id, member));
      for (const [place, mention] of reading.mentions.entries()) {
        const number = shelved.mentions[place] ?? -1;
        facts.set(number, gatherFacts(reading, mention, story, this.#options.incidents));
      }
    });
  }

  #numberMention(id: string, article: number): number {
    const number = this.#mentionNumbers.get(id) ?? this.#mentionNumbers.size;
    this.#mentionNumbers.set(id, number);
    this.#homes[number] = article;
    return number;
  }

  /** Give everything linked so far; sorted, whatever the order in which it came; `known` groups keep their ids. */
  linked(known: Known = { stories: [], incidents: [] }): Outcome<Linked> {
    const articles = this.#articles
      .map((article) => ({ ...article, reading: this.#shelf.get(article.reading) }))
      .sort((a, b) => compareText(a.id, b.id));
    const reportDays = Object.fromEntries(
      articles.flatMap(({ reading, reportDay }) => (reportDay === undefined ? [] : [[reading.article.id, reportDay]])),
    );
    const named = this.#nameStories(reportDays, known.stories);
    const storyIds = Object.fromEntries(named.stories.flatMap(({ id, articles }) => articles.map((one) => [one, id])));
    const nearKm = this.#options.incidents.nearKm;
    const told = describeIncidents(this.#mentions, { storyIds, reportDays }, nearKm, known.incidents);
    const stories = named.stories.map(({ id, group }) => ({
      id,
      readings: group.members.flatMap((member) => this.#open(member, 'reading')),
      because: this.#stories.explain(group),
    }));
    const texts = {
      stories: named.stories.map(({ group }) => group.members),
      open: this.#makeOpener(),
    };
    const byMention = new Map(told.incidents.flatMap(({ id, mentions }) => mentions.map((mention) => [mention, id])));
    const pointed = articles.map(({ reading }) => pointReading(reading, byMention));
    const readings = articles.map(({ reading }) => reading);
    const entities = linkEntities(readings);
    const linkedConflicts = linkConflicts(readings, reportDays, told.incidents);
    const { conflicts } = linkedConflicts;
    const regrouped = [...named.regrouped, ...told.regrouped];
    const value: Linked = {
      copies: findCopies(texts, reportDays, this.#options.copies),
      stories: describeStories(stories, told.incidents),
      incidents: told.incidents,
      ...(entities.length === 0 ? {} : { entities }),
      ...(regrouped.length === 0 ? {} : { regrouped }),
      ...(conflicts.length === 0 ? {} : { conflicts }),
      claims: pointed.flatMap(({ claims }) => claims).map((claim) => pointAtConflict(claim, linkedConflicts)),
      voices: pointed.flatMap(({ voices }) => voices),
      reportDays,
    };
    return { value, issues: articles.flatMap(({ issues }) => issues) };
  }

  /** Name every story: as an earlier edition did, else after its earliest report. */
  #nameStories(reportDays: Linked['reportDays'], known: Known['stories']) {
    const groups = this.#stories.groups().map((group) => {
      const members = group.members.map((member) => this.#articles[member]?.id ?? '');
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
