import { cutRecord } from '../query/incident.ts';
import type { BoardRow } from '../room/board.ts';
import type { Room } from '../room/room.ts';
import { listCandidates } from './candidates.ts';
import { type Coverage, compareIncident } from './coverage.ts';
import { describeProfile } from './profile.ts';
import type { Question } from './question.ts';

/** Incidents that a question may mean: one, several that fit alike, or none. */
export interface Chosen {
  readonly incidents: readonly BoardRow[];
  /** Nothing but "the attack" names it. */
  readonly isVague: boolean;
}

/** Find the incidents that a question means, best fit first; several where nothing tells which of them. */
export async function chooseIncidents(room: Room, question: Question): Promise<Chosen> {
  const rows = await listCandidates(room, question);
  const found: Coverage[] = [];
  for (const row of rows) {
    const { edition } = await cutRecord(room, row.id);
    const coverage = compareIncident(question, describeProfile(row, edition));
    if (coverage !== undefined) found.push(coverage);
  }
  const isVague = found.length > 0 && !found.some(({ isSpecific }) => isSpecific);
  const best = keepBest(found);
  return { incidents: best.map(({ profile }) => profile.row), isVague };
}

/** Keep those that lack least, then those told with all the words together, then what reports are mainly about, then those whose title and place have most of the words. */
function keepBest(found: readonly Coverage[]): readonly Coverage[] {
  const least = Math.min(...found.map(({ missing }) => missing));
  const whole = found.filter(({ missing }) => missing === least);
  const nearest = Math.min(...whole.map(({ apart }) => apart));
  const together = whole.filter(({ apart }) => apart === nearest);
  const main = together.filter(({ profile }) => profile.row.main);
  const own = main.length > 0 ? main : together;
  const most = Math.max(...own.map(({ inCore }) => inCore));
  return own.filter(({ inCore }) => inCore === most);
}
