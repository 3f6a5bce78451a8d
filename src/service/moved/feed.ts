import { generateAtomFeed } from 'feedsmith';
import { hashContent } from '../../model/index.ts';
import { findArchive } from '../../store/index.ts';
import type { Room } from '../room/room.ts';
import { type FigureMove, findMovedFigures, sayMove } from './moves.ts';

const entries = 100;

/** Print the last figures that moved as an Atom feed (RFC 4287); `self` is the address it is read at. */
export async function printMovedFeed(room: Room, self: string): Promise<string> {
  const { items } = await findMovedFigures(room, entries);
  const row = await room.archive.database.read(findArchive);
  const begun = row?.created_at ?? room.archive.now();
  const name = hashContent(`${begun} ${row?.settings ?? ''}`).slice(0, 16);
  return generateAtomFeed(
    {
      id: `urn:variorum:${name}`,
      title: { value: 'Figures that moved' },
      updated: new Date(items[0]?.at ?? begun),
      links: [{ rel: 'self', href: self }],
      authors: [{ name: 'Variorum' }],
      generator: { text: 'Variorum' },
      entries: items.map((move) => describeEntry(move, name, self)),
    },
    { lenient: false },
  );
}

function describeEntry(move: FigureMove, name: string, self: string) {
  const { seq, incident, attribute, title, at, reports } = move;
  return {
    id: `urn:variorum:${name}:${seq}:${incident}:${attribute ?? 'new'}`,
    title: { value: attribute === undefined ? `${title}: new` : `${title}: ${attribute} moved` },
    updated: new Date(at),
    links: [
      { rel: 'alternate', href: new URL(`/incidents/${encodeURIComponent(incident)}`, self).href },
      ...reports.flatMap(({ url }) => (url === undefined ? [] : [{ rel: 'via', href: url }])),
    ],
    content: { value: sayMove(move), type: 'text' },
  };
}
