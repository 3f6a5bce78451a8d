import type { IncidentWeights } from './weights.ts';

/**
 * Weights for two mentions both told as incidents of a war, where one week has many alike in one town.
 *
 * From a logistic regression on pairs of mentions in the rules part of `test/gold/wars`, its threshold moved to `joinScore`: one story and one
 * town say next to nothing there, one day and one figure nearly all. Weeks apart is another incident. The next day and one state were raised by
 * hand on 1 December (0.8 to 1.2, 0 to 0.3), by the pairs found in the rules part.
 */
export const warWeights: Partial<IncidentWeights> = {
  mainOfStory: 0.4,
  otherStory: 0,
  sameVenue: 1.2,
  venueWord: 0.6,
  otherVenue: -0.6,
  otherNames: -0.6,
  sharedOrganisation: 0.6,
  sameDay: 2.1,
  nextDay: 1.2,
  sameWeek: 0.1,
  sameMonth: -0.5,
  sameYear: -0.5,
  wideDate: -0.4,
  daysApartInStory: -1.2,
  weeksApartInStory: Number.NEGATIVE_INFINITY,
  placeApart: -0.4,
  sameCity: 0.7,
  nearCity: 0.1,
  sameState: 0.3,
  sameCountry: 0.4,
  sameType: 0.4,
  differentType: -0.4,
  contraryType: -1,
  sharedCategory: 0,
  sharedFigure: 2.7,
  alikeWords: 2,
};
