import { type Edition, hashContent } from '../../model/index.ts';
import { NotThere } from '../query/page.ts';
import type { Family, LoggedDecision } from './families.ts';
import { findChange, type Room } from './room.ts';

/** A record that is looked at: its edition cut to the reports that tell it, and what tells it from what it was before. */
export interface OpenRecord {
  readonly incident: string;
  readonly edition: Edition;
  /** Hash of what stands; it travels with each decision, so that nobody decides about what they have not seen. */
  readonly hash: string;
  readonly decisions: readonly LoggedDecision[];
  readonly groundChanged?: string;
}

/** Open the family of an incident. Throws NotThere where there is no such incident. */
export async function openFamily(room: Room, incident: string): Promise<Family> {
  const row = room.board.get(incident);
  if (row === undefined) throw new NotThere(`there is no incident "${incident}"; it may have been merged since`);
  return room.families.open(row.articles, room.decisions);
}

/** Open the record of an incident. Throws NotThere where there is none. */
export async function openRecord(room: Room, incident: string): Promise<OpenRecord> {
  const family = await openFamily(room, incident);
  const edition = cutIncident(family.edition, incident);
  const own = new Set((edition.decisions ?? []).map(({ id }) => id));
  const decisions = family.decisions.filter(({ decision }) => own.has(decision.id));
  const changed = findChange(room, family.edition, incident);
  const hash = hashRecord(edition, incident);
  return { incident, edition, hash, decisions, ...(changed === undefined ? {} : { groundChanged: changed }) };
}

/** Hash what stands of an incident: its record, its claims and what was decided of it. */
export function hashRecord({ incidents, claims, decisions = [] }: Edition, incident: string): string {
  const own = incidents.find(({ id }) => id === incident);
  const told = claims.filter((claim) => claim.incident === incident).map(({ id }) => id);
  const ruled = decisions.filter((one) => one.incident === incident).map(({ id, status }) => [id, status]);
  return hashContent(JSON.stringify([own, told, ruled]));
}

/** Cut an edition to one incident: the reports that tell it, all that these say, and nothing else. Throws NotThere where it is not in it. */
export function cutIncident(edition: Edition, incident: string): Edition {
  const own = edition.incidents.find(({ id }) => id === incident);
  if (own === undefined) throw new NotThere(`there is no incident "${incident}"; it may have been merged since`);
  const told = edition.claims.filter((claim) => claim.incident === incident).map(({ article }) => article);
  const articles = new Set([...own.articles, ...told]);
  const claims = edition.claims.filter(({ article }) => articles.has(article));
  const { conflicts: _conflicts, entities: _entities, regrouped: _regrouped, ...rest } = edition;
  return {
    ...rest,
    articles: edition.articles.filter(({ id }) => articles.has(id)),
    copies: edition.copies.filter(({ from, to }) => articles.has(from) && articles.has(to)),
    stories: edition.stories.filter(({ id }) => id === own.story),
    incidents: [{ ...own, main: true, articles: [...articles].sort() }],
    claims,
    actors: [],
    voices: edition.voices.filter(({ article }) => articles.has(article)),
    issues: [],
    ...(edition.decisions === undefined
      ? {}
      : { decisions: edition.decisions.filter((one) => one.incident === incident) }),
  };
}
