import type { AnchorOptions } from './anchors/index.ts';
import type { CopyOptions } from './copies/index.ts';
import type { IncidentOptions } from './incidents/index.ts';
import type { StoryOptions } from './stories/index.ts';

export interface Options {
  readonly stories: StoryOptions;
  readonly anchors: AnchorOptions;
  readonly copies: CopyOptions;
  readonly incidents: IncidentOptions;
}

const terms = {
  backgroundDocuments: 200,
  commonShare: 0.3,
  otherShare: 0.01,
  nameShare: 0.002,
  keptTerms: 120,
  headlineWeight: 2,
  placeWeight: 0.5,
  maxTermArticles: 200,
};

export const defaults: Options = {
  stories: {
    ...terms,
    minCosine: 0.08,
    joinScore: 0.2,
    bestShare: 0.3,
    gapPenalty: 0.04,
    sameDay: 0.08,
    nextDay: 0.04,
    dayApart: -0.06,
    sameCity: 0.06,
    sameState: 0.02,
    placeApart: -0.1,
    sharedVenue: 0.08,
    sharedName: 0.03,
    maxSharedNames: 4,
    dateSlackDays: 1,
    nearKm: 30,
  },
  anchors: { maxPageGapDays: 10, minSupport: 1.2, supportRatio: 1.2 },
  copies: {
    windowShingles: 4,
    minMarks: 2,
    maxHolders: 40,
    siteStories: 2,
    stockStories: 4,
    maxGapWords: 5,
    verbatimShare: 0.8,
    wireShare: 0.3,
    derivedShare: 0.25,
    derivedWords: 40,
    quotedWords: 8,
    minSentenceShare: 0.5,
    minRareWords: 3,
    parallelSentences: 3,
    parallelShare: 0.15,
    parallelOrder: 0.7,
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
    venueWord: 0.8,
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
  },
};
