import type { BoardRow } from './board.ts';
import type { Room } from './room.ts';

/** Incidents at one place of the map. */
export interface PlaceSum {
  readonly lat: number;
  readonly lon: number;
  readonly name: string;
  readonly country?: string;
  readonly incidents: number;
  readonly killed: number;
}

/** Incidents of one month. */
export interface MonthSum {
  /** ISO 8601: `2031-05`. */
  readonly month: string;
  readonly incidents: number;
  readonly killed: number;
  readonly open: number;
}

/** Sum main incidents by the place they are marked at, those of most incidents first. */
export function sumPlaces({ board }: Room): { readonly places: readonly PlaceSum[]; readonly unplaced: number } {
  const places = new Map<string, PlaceSum>();
  let unplaced = 0;
  for (const row of listMain(board.values())) {
    const { lat, lon, name, city, country } = row.place;
    if (lat === undefined || lon === undefined) {
      unplaced += 1;
      continue;
    }
    const key = `${lat.toFixed(2)} ${lon.toFixed(2)}`;
    const known = places.get(key);
    places.set(key, {
      ...{ lat, lon, name: known?.name ?? city ?? name ?? '' },
      ...(country === undefined ? {} : { country }),
      incidents: (known?.incidents ?? 0) + 1,
      killed: (known?.killed ?? 0) + killedIn(row),
    });
  }
  const sorted = [...places.values()].sort((a, b) => b.incidents - a.incidents || (a.name < b.name ? -1 : 1));
  return { places: sorted, unplaced };
}

/** Sum main incidents by the month they began in, the latest first. */
export function sumMonths({ board }: Room): { readonly months: readonly MonthSum[]; readonly undated: number } {
  const months = new Map<string, MonthSum>();
  let undated = 0;
  for (const row of listMain(board.values())) {
    const month = row.date.earliest?.slice(0, 7);
    if (month === undefined) {
      undated += 1;
      continue;
    }
    const known = months.get(month);
    months.set(month, {
      month,
      incidents: (known?.incidents ?? 0) + 1,
      killed: (known?.killed ?? 0) + killedIn(row),
      open: (known?.open ?? 0) + (row.open > 0 ? 1 : 0),
    });
  }
  return { months: [...months.values()].sort((a, b) => (a.month < b.month ? 1 : -1)), undated };
}

function listMain(rows: Iterable<BoardRow>): readonly BoardRow[] {
  return [...rows].filter(({ main }) => main);
}

function killedIn({ figures }: BoardRow): number {
  return figures.killed?.best ?? 0;
}
