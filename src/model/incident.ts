import { z } from 'zod';
import type { Article } from './article.ts';
import type { Attribution, Claim } from './claim.ts';
import type { Range } from './span.ts';
import type { TimeExpression } from './time.ts';
import type { PlaceValue } from './value.ts';
import type { Voice } from './voice.ts';

/** The project's coarse types of incident; finer tables are data. */
export const incidentTypes = [
  'shooting',
  'bombing',
  'armed-attack',
  'stabbing',
  'vehicle-attack',
  'siege',
  'kidnapping',
  'airstrike',
  'clash',
  'killing',
  'police-operation',
  'accident',
  'fire',
  'disaster',
  'unrest',
  'other',
] as const;
export type IncidentType = (typeof incidentTypes)[number];

/** Why words that tell a day or a place were not taken for the happening's. */
export const asideReasons = [
  'telling',
  'court',
  'arrest',
  'later-death',
  'birth',
  'ahead',
  'count',
  'after-print',
  'dateline',
  'speaker',
  'aftermath',
  'home',
  'outlet',
  'name',
  'other-happening',
  'wider',
  'weaker',
] as const;
export type AsideReason = (typeof asideReasons)[number];

/** Words that tell a day or a place which is not the happening's: "said on Wednesday". */
export const setAsideSchema = z
  .object({
    article: z.string(),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    quote: z.string(),
    why: z.enum(asideReasons),
    /** EDTF of a day, name of a place. */
    value: z.string(),
  })
  .readonly();
export type SetAside = z.infer<typeof setAsideSchema>;

/** Words set aside of a happening's days and of its places. */
export interface SetAsideWords {
  readonly days: readonly SetAside[];
  readonly places: readonly SetAside[];
}

/** What one article says of one happening: in "At least 12 people were killed in a fire at a mill on Monday" a `fire`, on Monday. */
export interface IncidentMention {
  readonly id: string;
  readonly article: string;
  /** True for the incident the article is about; at most one an article. */
  readonly main: boolean;
  readonly type: IncidentType;
  /** The word that names it, in the article's text. */
  readonly trigger?: Range;
  /** Lemma of the word of its type that is told of it most: "quake" of a disaster. */
  readonly word?: string;
  /** Name the text gives it ("the Abbey Gate bombing"), for titles and matching. */
  readonly name?: string;
  /** Times stated of it, best first; resolved ones carry `value`. */
  readonly when: readonly TimeExpression[];
  /** Places stated of it, best first. */
  readonly where: readonly PlaceValue[];
  /** Words that tell other days and places. */
  readonly setAside?: SetAsideWords;
  /** Venue words not in the gazetteer ("Crocus City Hall"), as written. */
  readonly venues: readonly string[];
  /** Keys of persons and organisations named as taking part. */
  readonly participants: readonly string[];
  readonly weapons: readonly string[];
  readonly targets: readonly string[];
  /** Ranges of the article's text that tell of it, sorted, not overlapping. */
  readonly evidence: readonly Range[];
}

/** An organisation or person as one article names it. */
export interface ActorMention {
  readonly article: string;
  readonly type: 'person' | 'organisation';
  /** Longest form. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly ranges: readonly Range[];
  /** True where the text ties it to violence (claimed, was blamed); only such actors are published. */
  readonly involved: boolean;
  readonly attribution?: Attribution;
}

/** All that the per-article stages say of one report; what linking and reconciling work on. */
export interface ArticleReading {
  readonly article: Article;
  readonly mentions: readonly IncidentMention[];
  readonly claims: readonly Claim[];
  readonly voices: readonly Voice[];
  readonly actors: readonly ActorMention[];
}
