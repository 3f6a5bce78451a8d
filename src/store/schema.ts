import type { ApiTables } from './api-schema.ts';
import type { PeopleTables } from './people-schema.ts';

/** One archive: what it reads with, and how far its log is. */
export interface ArchiveRow {
  readonly id: number;
  readonly created_at: string;
  /** Settings of reading, JSON. */
  readonly settings: string;
  /** Number of the last event. */
  readonly seq: number;
  /** Number of the last version of an article. */
  readonly versions: number;
  /** The last event whose articles are linked. */
  readonly linked_seq: number;
  /** Hash of the last event, which holds that of the one before. */
  readonly chain: string;
}

/** One line of the custody log; nothing in it is ever changed. */
export interface EventRow {
  readonly seq: number;
  readonly kind: string;
  readonly subject: string;
  readonly who: string;
  readonly at: string;
  /** JSON. */
  readonly detail: string;
  readonly chain: string;
}

/** A byte sequence that was taken in. */
export interface SourceRow {
  /** SHA-256, hex. */
  readonly id: string;
  readonly bytes: number;
  readonly path: string | null;
  readonly url: string | null;
  /** The rest of its origin (charset, what a feed stated), JSON. */
  readonly origin: string;
  readonly how: string;
  readonly who: string;
  readonly at: string;
  /** What its server sent with it, JSON: status, headers. */
  readonly headers: string | null;
  /** SHA-256 of the record of a web archive it was taken from first. */
  readonly inside: string | null;
  /** Hashes of its blocks, which tell where bytes differ. */
  readonly blocks: Uint8Array;
  readonly seq: number;
  /** Event of its removal: the row stays as its tombstone. */
  readonly removed_seq: number | null;
}

/** A record of a web archive that a source was taken from; its bytes are kept as they stood there. */
export interface WebRecordRow {
  readonly source: string;
  /** SHA-256 of the record, hex. */
  readonly record: string;
  readonly bytes: number;
  readonly uri: string | null;
  /** When it was captured, as the record states it. */
  readonly date: string | null;
  /** Digest of what it holds, as the record states it. */
  readonly digest: string | null;
  /** Headers of the record, JSON. */
  readonly headers: string;
  readonly blocks: Uint8Array;
  readonly seq: number;
  readonly removed_seq: number | null;
}

/** A text of an article, and when it was seen first. */
export interface VersionRow {
  readonly number: number;
  /** What its versions share: the hash of its address, else its text's. */
  readonly article: string;
  /** Id of the article in editions, which is of its text. */
  readonly text_id: string;
  readonly address: string | null;
  readonly source: string;
  readonly outlet: string | null;
  readonly headline: string;
  /** Day of publication, ISO 8601. */
  readonly published: string | null;
  readonly text: string;
  readonly seen_at: string;
  readonly seq: number;
  readonly removed_seq: number | null;
}

/** What was read in a source under one reader and its settings; a cache. */
export interface ReadingRow {
  readonly source: string;
  readonly reader: string;
  readonly content: Uint8Array;
}

/** What a person decided, or took back. */
export interface DecisionRow {
  readonly seq: number;
  readonly id: string;
  readonly kind: 'decide' | 'undo';
  /** JSON of the decision, or the reason for taking it back. */
  readonly content: string;
  /** Hash of the edition it was made on. */
  readonly edition: string;
  /** What the record rested on then, JSON. */
  readonly ground: string;
}

/** A named snapshot. */
export interface EditionRow {
  readonly name: string;
  readonly seq: number;
  readonly hash: string;
  readonly policy: string | null;
  readonly as_of: string | null;
  readonly at: string;
}

export interface StoryRow {
  readonly id: string;
  readonly title: string;
}

export interface StoryArticleRow {
  readonly story: string;
  readonly text_id: string;
}

/** The record of one incident as it was last reconciled. */
export interface IncidentRow {
  readonly id: string;
  readonly story: string | null;
  readonly title: string;
  readonly day: string | null;
  readonly place: string | null;
  /** JSON of the record. */
  readonly record: string;
  /** Ids of the mentions it holds, JSON. */
  readonly mentions: string;
}

/** What became of an incident, and the event it was linked up to then. */
export interface IncidentChangeRow {
  readonly seq: number;
  readonly at: string;
  readonly was: string;
  /** Empty where nothing of it is left. */
  readonly now: string;
  readonly how: 'merged' | 'split' | 'renamed' | 'ended';
}

export interface IncidentArticleRow {
  readonly incident: string;
  readonly text_id: string;
}

export interface IncidentAttributeRow {
  readonly incident: string;
  readonly attribute: string;
  readonly status: string;
}

export interface BlobRow {
  readonly id: string;
  readonly content: Uint8Array;
}

/** An incident somebody has before them, so that no other is given it to work on. */
export interface LeaseRow {
  readonly incident: string;
  readonly who: string;
  readonly until: string;
}

/** Who is asked to settle an incident. */
export interface AssignmentRow {
  readonly incident: string;
  readonly who: string;
  readonly by_whom: string;
  readonly at: string;
  readonly seq: number;
}

/** What one coder says of one attribute, without having seen what others say. */
export interface CodingRow {
  readonly round: string;
  readonly incident: string;
  readonly who: string;
  readonly attribute: string;
  /** JSON. */
  readonly content: string;
  readonly at: string;
  readonly seq: number;
}

/** A figure that is another since an event: a report came, or somebody decided. */
export interface FigureMoveRow {
  readonly seq: number;
  readonly incident: string;
  /** Empty for an incident that is new. */
  readonly attribute: string;
  readonly at: string;
  readonly title: string;
  /** Figures as JSON; empty where there was none, or is none. */
  readonly was: string;
  readonly now: string;
  /** Who decided, or the reports that came, JSON. */
  readonly because: string;
}

/** Up to which event a person has seen what moved. */
export interface VisitRow {
  readonly who: string;
  readonly seq: number;
  readonly at: string;
}

/** What a program proposes to be decided of an incident, until a person settles it. */
export interface ProposalRow {
  /** Hash of the incident, what is proposed, who proposes it and what they had seen. */
  readonly id: string;
  readonly seq: number;
  readonly incident: string;
  /** The request, JSON. */
  readonly content: string;
  /** Hash of the record it was proposed on. */
  readonly seen: string;
  readonly by_whom: string;
  readonly at: string;
  readonly status: string;
  readonly settled_by: string | null;
  readonly settled_at: string | null;
  /** The decision it became. */
  readonly decision: string | null;
}

/** The tables of an archive. */
export interface Tables extends PeopleTables, ApiTables {
  archive: ArchiveRow;
  event: EventRow;
  source: SourceRow;
  web_record: WebRecordRow;
  version: VersionRow;
  reading: ReadingRow;
  decision: DecisionRow;
  edition: EditionRow;
  story: StoryRow;
  story_article: StoryArticleRow;
  incident: IncidentRow;
  incident_article: IncidentArticleRow;
  incident_attribute: IncidentAttributeRow;
  incident_change: IncidentChangeRow;
  blob: BlobRow;
  lease: LeaseRow;
  assignment: AssignmentRow;
  coding: CodingRow;
  figure_move: FigureMoveRow;
  visit: VisitRow;
  proposal: ProposalRow;
}
