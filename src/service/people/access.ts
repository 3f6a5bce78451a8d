import { listAccess, noteAccess } from '../../store/index.ts';
import type { Archive } from '../archive.ts';

/** Who does something to people or with what is kept from others, and where from. */
export interface Actor {
  readonly who: string;
  /** Of the network; empty where it is this machine. */
  readonly address: string;
}

/** Something that a person has no right to. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed';
}

/** What the log of access tells. */
export const accessKinds = [
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'invited',
  'password-set',
  'identity-linked',
  'identity-unlinked',
  'person-added',
  'person-changed',
  'token-made',
  'token-withdrawn',
  'exported',
  'released',
  'unveiled',
] as const;
export type AccessKind = (typeof accessKinds)[number];

/** A line of the log of access. */
export interface AccessLine {
  readonly seq: number;
  readonly at: string;
  readonly who: string;
  readonly kind: AccessKind;
  /** Whom or what it is about. */
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly address: string;
}

/** Put a line together. */
export function lineOf(at: string, { who, address }: Actor, kind: AccessKind, subject: string, detail: object = {}) {
  return { at, who, kind, subject, detail: JSON.stringify(detail), address };
}

/** Note something in the log of access. */
export async function noteAccessOf(
  archive: Archive,
  actor: Actor,
  kind: AccessKind,
  subject: string,
  detail: object = {},
): Promise<void> {
  await archive.database.write((tx) => noteAccess(tx, lineOf(archive.now(), actor, kind, subject, detail)));
}

/** List the log of access, the newest first. */
export async function readAccess(
  { database }: Archive,
  { before = Number.MAX_SAFE_INTEGER, count = 200 }: { readonly before?: number | undefined; readonly count?: number },
): Promise<readonly AccessLine[]> {
  const rows = await database.read((db) => listAccess(db, before, count));
  return rows.map(({ seq, at, who, kind, subject, detail, address }) => ({
    ...{ seq, at, who, subject, address },
    kind: accessKinds.find((one) => one === kind) ?? 'person-changed',
    detail: JSON.parse(detail),
  }));
}
