import type { Edition } from '../../model/index.ts';
import { listConflicts } from '../conflicts.ts';
import { openEdition } from '../witnesses.ts';
import { nameColumns, orderCells, type Table } from './table.ts';

/** `conflict_name` and the parties in the manner of UCDP's conflict and dyad columns; their numbers are UCDP's own and left out. */
const columns = nameColumns(
  'conflict conflict_name kind side_a side_b parties conflict_since country incidents attribute min max printed vague counted_in victims since as_of speaker reports quote claims',
  { incidents: 'integer', min: 'integer', max: 'integer', printed: 'integer', reports: 'integer' },
);

/** Tabulate the figures of wars, campaigns, epidemics and seasons, one row a figure as it was told; lists in a cell are joined by " | ". */
export function tabulateConflicts(edition: Edition): Table {
  const open = openEdition(edition);
  const rows = listConflicts(edition).flatMap(({ tolls, ...conflict }) =>
    tolls.map((toll) => {
      const [claim] = toll.claims.flatMap((id) => open.claims.get(id) ?? []);
      return orderCells(columns, {
        conflict: conflict.id,
        conflict_name: conflict.name,
        kind: conflict.kind,
        side_a: conflict.parties[0],
        side_b: conflict.parties[1],
        parties: conflict.parties.join(' | '),
        conflict_since: conflict.since?.edtf,
        country: conflict.place?.country,
        incidents: conflict.incidents.length,
        attribute: toll.attribute,
        min: toll.value.min,
        max: toll.value.max,
        printed: toll.value.anchor,
        vague: toll.value.vague,
        counted_in: toll.place,
        victims: toll.victims?.join(' | '),
        since: toll.since?.edtf,
        as_of: toll.asOf,
        speaker: toll.speaker,
        reports: toll.articles.length,
        quote: claim?.evidence.map(({ quote }) => quote).join(' … '),
        claims: toll.claims.join(' | '),
      });
    }),
  );
  return { columns, rows, title: 'Figures of wars, campaigns, epidemics and seasons as they were told' };
}
