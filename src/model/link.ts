import { z } from 'zod';
import type { Claim } from './claim.ts';
import type { Conflict } from './conflict.ts';
import type { IncidentType, SetAsideWords } from './incident.ts';
import { rangeSchema } from './span.ts';
import type { DateValue, PlaceValue } from './value.ts';
import type { Voice } from './voice.ts';

export const copyKinds = ['verbatim', 'syndicated', 'derived', 'quotes'] as const;

/** One report repeating another; `from` is the origin, `to` the copy; passages are ranges of both texts. */
export const copySchema = z
  .object({
    from: z.string(),
    to: z.string(),
    kind: z.enum(copyKinds),
    /** Share of the copy's words found in the origin, 0..1. */
    score: z.number().min(0).max(1),
    because: z.array(z.string()).readonly().optional(),
    passages: z.array(z.object({ from: rangeSchema, to: rangeSchema }).readonly()).readonly(),
  })
  .readonly();
export type Copy = z.infer<typeof copySchema>;

/** Why two things were joined. */
export const joinReasonSchema = z
  .object({ rule: z.string(), score: z.number(), pair: z.array(z.string()).readonly() })
  .readonly();
export type JoinReason = z.infer<typeof joinReasonSchema>;

/** An incident kept apart below the threshold, and what spoke for joining it: rules and scores that did not suffice. */
export const nearMissSchema = z
  .object({ incident: z.string(), score: z.number(), because: z.array(joinReasonSchema).readonly() })
  .readonly();
export type NearMiss = z.infer<typeof nearMissSchema>;

/** An incident of the same days that these articles tell beside it: sites of one attack, days of one, a roundup's items. */
export const companionIncidentSchema = z
  .object({ incident: z.string(), articles: z.array(z.string()).readonly() })
  .readonly();
export type CompanionIncident = z.infer<typeof companionIncidentSchema>;

/** An organisation or person tied to violence that several articles name; a person's name is there only where it was asked for. */
export const entitySchema = z
  .object({
    id: z.string(),
    type: z.enum(['person', 'organisation']),
    name: z.string().optional(),
    aliases: z.array(z.string()).readonly(),
    articles: z.array(z.string()).readonly(),
    because: z.array(joinReasonSchema).readonly(),
  })
  .readonly();
export type Entity = z.infer<typeof entitySchema>;

/**
 * What became of stories and incidents of an earlier edition whose ids were kept: several are one now, one is several, or all
 * its words are gone. `before` are ids of the earlier edition, `after` of this one.
 */
export const regroupingSchema = z
  .object({
    what: z.enum(['story', 'incident']),
    change: z.enum(['merged', 'split', 'gone']),
    before: z.array(z.string()).readonly(),
    after: z.array(z.string()).readonly(),
  })
  .readonly();
export type Regrouping = z.infer<typeof regroupingSchema>;

/** Reports of one happening and its aftermath. */
export const storySchema = z
  .object({
    id: z.string(),
    title: z.string(),
    articles: z.array(z.string()).readonly(),
    because: z.array(joinReasonSchema).readonly().optional(),
  })
  .readonly();
export type Story = z.infer<typeof storySchema>;

/** One happening across articles, before any figure is judged. */
export interface LinkedIncident {
  readonly id: string;
  readonly title: string;
  readonly type: IncidentType;
  readonly story?: string;
  /** True where it is some article's main incident. */
  readonly main: boolean;
  /** Ids of the mentions joined. */
  readonly mentions: readonly string[];
  readonly articles: readonly string[];
  /** Those of them that only recall it: told aside, weeks after it happened. */
  readonly recalledBy?: readonly string[] | undefined;
  /** Agreed date: the narrowest interval the joined mentions support. */
  readonly date?: DateValue;
  readonly place?: PlaceValue;
  readonly venue?: string;
  /** Words of its reports that tell other days and places. */
  readonly setAside?: SetAsideWords;
  /** Incidents kept apart below the threshold. */
  readonly possiblySame: readonly string[];
  /** The same with what spoke for joining them: rules and scores that did not suffice; nearest first. */
  readonly nearlySame?: readonly NearMiss[] | undefined;
  readonly toldTogether?: readonly CompanionIncident[] | undefined;
  readonly because: readonly JoinReason[];
}

/** An organisation or person across articles; `names` are the forms under which each article knows it. */
export interface LinkedEntity {
  readonly id: string;
  readonly type: 'person' | 'organisation';
  /** The form most articles use, of equals the longest. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly members: readonly { readonly article: string; readonly name: string }[];
  readonly because: readonly JoinReason[];
}

/** What linking says of all readings; claims and voices point at incidents, dates are resolved again by story. */
export interface Linked {
  readonly copies: readonly Copy[];
  readonly stories: readonly Story[];
  readonly incidents: readonly LinkedIncident[];
  /** Wars, campaigns, epidemics and seasons, with tolls of their own. */
  readonly conflicts?: readonly Conflict[];
  /** Actors that articles name alike, by an alias, an acronym or another spelling. */
  readonly entities?: readonly LinkedEntity[];
  /** What became of the stories and incidents of the edition whose ids were kept. */
  readonly regrouped?: readonly Regrouping[];
  readonly claims: readonly Claim[];
  readonly voices: readonly Voice[];
  /** Day each article is taken to report from, by article id: page date unless disputed, else the story's. */
  readonly reportDays: Readonly<Record<string, { readonly day: string; readonly how: 'published' | 'story' }>>;
}
