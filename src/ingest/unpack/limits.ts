import type { HeaderLines, Issue } from '../../model/index.ts';

/** How bytes came over the web: what their server sent with them, and the record of a web archive that they were taken from. */
export interface Received {
  /** "HTTP/1.1 200 OK". */
  readonly status?: string;
  readonly headers: HeaderLines;
  /** The record, as it stands in its archive and unpacked: headers and content. */
  readonly record?: { readonly bytes: Uint8Array; readonly headers: HeaderLines };
}

/** One file found inside another, or the file itself; `path` names the way to it: "week.zip!reports/one.html". */
export interface Member {
  readonly bytes: Uint8Array;
  readonly path?: string;
  readonly url?: string;
  readonly received?: Received;
}

/** What opening a container yields, one after the other: files in it, and what was wrong with it. */
export type UnpackedItem = Member | Issue;

/** Bounds on what a container may cost. */
export interface UnpackLimits {
  /** Containers inside each other. */
  readonly maxNesting: number;
  /** Files of one container. */
  readonly maxMembers: number;
  /** Bytes one member may have once unpacked. */
  readonly maxMemberBytes: number;
  /** Bytes all members of a container held in memory (zip, tar, mail) may have together. */
  readonly maxUnpackedBytes: number;
  /** Give records of web archives as they are beside what was taken from them: an archive keeps them, an edition does not. */
  readonly keepRecords?: boolean;
}

export const unpackDefaults: UnpackLimits = {
  maxNesting: 4,
  maxMembers: 1_000_000,
  maxMemberBytes: 67_108_864,
  maxUnpackedBytes: 536_870_912,
};

/** Tell a problem from a file. */
export function isIssue(found: UnpackedItem): found is Issue {
  return 'severity' in found;
}

/** Name a member within its container; control characters and steps upward are not kept. */
export function nameMember(container: string | undefined, name: string): { readonly path?: string } {
  if (container === undefined) return {};
  const tidy = name
    .replace(/\p{Cc}/gu, '')
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
  return { path: `${container}!${tidy}` };
}
