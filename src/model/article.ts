import { z } from 'zod';
import type { Range } from './span.ts';
import type { Text } from './text.ts';

export const blockKinds = ['headline', 'lead', 'body', 'caption', 'quote', 'list', 'boilerplate'] as const;
export type BlockKind = (typeof blockKinds)[number];

/** A stretch of an article's text with its part in the page; `because` names the rule that said so. */
export const blockSchema = z
  .object({
    kind: z.enum(blockKinds),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    because: z.string().optional(),
    /** How often blocks that read like it are of the body, 0..1, where the page's format knows a body. */
    confidence: z.number().min(0).max(1).optional(),
  })
  .readonly();
export type Block = z.infer<typeof blockSchema>;

/** Where the bytes came from. */
export interface Source {
  /** SHA-256 of the bytes of this one record, hex. */
  readonly id: string;
  /** As the user named it, relative where it was; a record inside a file is `file#3`. */
  readonly path?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly fetchedAt?: string;
  readonly mediaType: string;
  readonly licence?: string;
}

/** How a date of publication is known, best first. */
export const dateEvidences = ['metadata', 'page', 'dateline', 'url', 'feed', 'story'] as const;
export type DateEvidence = (typeof dateEvidences)[number];

/** A date or instant and what vouches for it. */
export const knownDateSchema = z
  .object({
    /** ISO 8601 day or instant, as precise as stated. */
    value: z.string(),
    how: z.enum(dateEvidences),
    /** The words or field that state it. */
    evidence: z.string().optional(),
    /** True once the story contradicts it; then it anchors nothing. */
    disputed: z.boolean().optional(),
  })
  .readonly();
export type KnownDate = z.infer<typeof knownDateSchema>;

/** One block-level stretch of a page's text as its format shows it, before anything is judged. */
export interface Segment extends Range {
  /** Element or construct: `p`, `h1`, `li`, `figcaption`, `blockquote`, `table`, `line`, … */
  readonly tag: string;
  /** Class and id words of the element and its ancestors, lower case. */
  readonly hints: readonly string[];
  /** Share of the characters that stand inside links, 0..1. */
  readonly linkDensity: number;
  /** What a body finder of the format said, where there is one. */
  readonly inBody?: boolean;
  /** How often what it says so of is of the body, 0..1. */
  readonly confidence?: number;
}

/** What a format states about the article apart from its text; every entry names its field. */
export interface PageField {
  readonly name:
    | 'headline'
    | 'published'
    | 'modified'
    | 'author'
    | 'outlet'
    | 'url'
    | 'language'
    | 'wire'
    | 'section'
    | 'syndicated';
  readonly value: string;
  /** For example `json-ld:datePublished`, `front-matter:date`, `field:date_publish`. */
  readonly from: string;
}

/** What ingest makes of one record: the page's whole text, its segments in order, its stated fields. */
export interface Page {
  readonly source: Source;
  readonly text: Text;
  readonly segments: readonly Segment[];
  readonly fields: readonly PageField[];
}

/** One report, cut from its page; every position is in `text`. */
export interface Article {
  readonly id: string;
  readonly source: Source;
  readonly text: Text;
  readonly headline?: string;
  readonly published?: KnownDate;
  readonly modified?: KnownDate;
  /** Every stated date of publication, the chosen one first. */
  readonly dates: readonly KnownDate[];
  readonly authors: readonly string[];
  readonly outlet?: string;
  readonly url?: string;
  /** Agency or outlet the text itself credits ("(Agency)" prefix, "via", "Courtesy"). */
  readonly wire?: string;
  /** Part of the outlet it stands in, as the page names it. */
  readonly section?: string;
  /** Address that the page calls its own, where that is another than the one it was read from. */
  readonly canonical?: string;
  /** Names and addresses it says it was first published under. */
  readonly syndicated?: readonly string[];
  /** What its fields state of headline, outlet, address and wire beside what was chosen; each names its field. */
  readonly stated?: readonly PageField[];
  /** ISO 639-1. */
  readonly language: string;
  readonly blocks: readonly Block[];
}
