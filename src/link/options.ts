import type { AnchorOptions } from './anchors/index.ts';
import type { CopyOptions } from './copies/index.ts';
import type { FurnitureOptions } from './furniture.ts';
import type { IncidentOptions } from './incidents/index.ts';
import type { StoryOptions } from './stories/index.ts';

export interface Options {
  readonly furniture: FurnitureOptions;
  readonly stories: StoryOptions;
  readonly anchors: AnchorOptions;
  readonly copies: CopyOptions;
  readonly incidents: IncidentOptions;
}

const terms = {
  backgroundDocuments: 1000,
  commonShare: 0.3,
  otherShare: 0.01,
  nameShare: 0.002,
  keptTerms: 120,
  headlineWeight: 1.5,
  placeWeight: 0.5,
  maxTermArticles: 200,
};

export const defaults: Options = {
  furniture: { siteArticles: 3, siteSpanDays: 10, sites: 3, articles: 6, spanDays: 60 },
  stories: {
    ...terms,
    minCosine: 0.08,
    joinScore: 0.18,
    bestShare: 0.6,
    gapPenalty: 0.055,
    sameDay: 0.08,
    nextDay: 0.04,
    dayApart: -0.12,
    sameCity: 0.06,
    sameState: 0.02,
    placeApart: -0.1,
    sharedVenue: 0.08,
    sharedName: 0.07,
    maxSharedNames: 4,
    rareNameArticles: 6,
    dateSlackDays: 1,
    nearKm: 30,
  },
  anchors: { maxPageGapDays: 10, minSupport: 1.2, minSupportOverField: 1.8, supportRatio: 1.2 },
  copies: {
    windowShingles: 4,
    minMarks: 2,
    maxHolders: 40,
    stockStories: 4,
    maxGapWords: 5,
    verbatimShare: 0.6,
    wireShare: 0.3,
    derivedShare: 0.25,
    derivedWords: 40,
    quotedWords: 8,
    minSentenceShare: 0.5,
    minRareWords: 3,
    minContentWords: 4,
    minOrderedWords: 10,
    minOrderedShare: 0.6,
    parallelSentences: 3,
    parallelShare: 0.15,
    parallelOrder: 0.7,
    phraseRareWords: 3,
    mixedTraces: 4,
    mixedSentences: 2,
    minSharedRare: 6,
    storyWordShare: 0.6,
    maxOrigins: 3,
  },
  incidents: {
    ...terms,
    minCosine: 0.15,
    maxKeyMentions: 60,
    joinScore: 3.2,
    possibleScore: 2.2,
    absentScore: 0,
    bestShare: 0.5,
    mainOfStory: 2.4,
    sameName: 3,
    sameVenue: 2,
    venueWord: 1,
    sharedPerson: 2,
    sharedOrganisation: 0.4,
    sameDay: 2,
    nextDay: 1,
    sameWeek: 1.2,
    sameMonth: 1,
    sameYear: 0.6,
    wideDate: 0.1,
    noDate: 0,
    daysApartInStory: -1.5,
    sameCity: 1.2,
    nearCity: 0.6,
    sameState: 0.3,
    sameCountry: 0.2,
    placeApart: -1,
    sameType: 0.5,
    differentType: -0.7,
    contraryType: -2,
    sharedCategory: 0.3,
    otherCategory: -0.3,
    sharedFigure: 0.4,
    alikeWords: 3,
    dateSlackDays: 1,
    nearKm: 30,
    maxStoryGapDays: 45,
    tellingWords: 5,
  },
};
