import type { CountAttribute, CountRecord, Incident } from '../../../src/model/index.ts';
import { StatusMark } from '../../../src/publish/html/record.tsx';
import { nameIncident } from '../../../src/publish/stories.ts';
import { formatFigure, formatRange } from '../../../src/publish/wording/figures.ts';
import { attributeNames } from '../../../src/publish/wording/labels.ts';
import type { BoardFigure, BoardRow } from '../../../src/service/index.ts';

/** Print a figure of the table as the record prints it: "17", "12–19", "disputed". */
export function sayFigure(figure: BoardFigure | undefined): string {
  return figure === undefined ? '' : formatFigure(figure as CountRecord);
}

/** Print a figure with its range: "17 (15–17)". */
export function sayWhole(figure: BoardFigure): string {
  const range = formatRange(figure as CountRecord);
  return range === '' ? sayFigure(figure) : `${sayFigure(figure)} (${range})`;
}

/** Name an incident without its day, which stands beside it. */
export function nameRow(row: BoardRow): string {
  return nameIncident({ title: row.title, date: row.date } as Incident);
}

/** The figure that stands for an incident in a list. */
export function mainFigure({ figures }: BoardRow): readonly [CountAttribute, BoardFigure] | undefined {
  const [first] = Object.entries(figures) as [CountAttribute, BoardFigure][];
  return first;
}

/** Print the figure that stands for an incident, with its status. */
export function MainFigure({ row }: { readonly row: BoardRow }) {
  const figure = mainFigure(row);
  if (figure === undefined) return <span class="none">none stated</span>;
  const [attribute, value] = figure;
  return (
    <>
      <b>{sayFigure(value)}</b> {attributeNames[attribute].toLowerCase()} <StatusMark status={value.status} />
    </>
  );
}
