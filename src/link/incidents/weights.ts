/** Weights of evidence for or against two mentions being one incident; their sum is compared with `joinScore`. */
export interface IncidentWeights {
  readonly mainOfStory: number;
  /** Both main, of two stories: reports of one happening would mostly have been one story. */
  readonly otherStory: number;
  readonly sameName: number;
  readonly sameVenue: number;
  readonly venueWord: number;
  /** Both tell of venues, and of none in common. */
  readonly otherVenue: number;
  /** The sentences of both name somebody or something, and nothing in common. */
  readonly otherNames: number;
  readonly sharedPerson: number;
  readonly sharedOrganisation: number;
  readonly sameDay: number;
  /** Both main, of one day more than a week before both were printed, in other weeks: each may only recall what began there. */
  readonly recalledDay: number;
  /** The same where both may be of one war, which began that day. */
  readonly recalledInWar: number;
  readonly nextDay: number;
  /** Both main, of one day, with hours that cannot be the same. */
  readonly otherHours: number;
  /** Both main, both tell the ages of people killed or hurt, and none in common. */
  readonly otherAges: number;
  readonly sameWeek: number;
  readonly sameMonth: number;
  readonly sameYear: number;
  readonly wideDate: number;
  readonly noDate: number;
  /** Both main in one story, dates apart: one of the two may be a follow-up's. */
  readonly daysApartInStory: number;
  /** The same where the gap is more than a few days. */
  readonly weeksApartInStory: number;
  /** One report looks back at the other's day from a later year. */
  readonly anniversary: number;
  readonly sameCity: number;
  readonly nearCity: number;
  readonly sameState: number;
  readonly sameCountry: number;
  readonly placeApart: number;
  /** Towns the gazetteer does not know, by their names not the same. */
  readonly otherTown: number;
  readonly sameType: number;
  readonly differentType: number;
  readonly contraryType: number;
  readonly sharedCategory: number;
  readonly otherCategory: number;
  readonly sharedFigure: number;
  /** Times the cosine of the sentences that tell of them. */
  readonly alikeWords: number;
}
