import { formatDay } from '../../../src/publish/wording/dates.ts';
import { formatNumber } from '../../../src/publish/wording/figures.ts';
import type { MonthSum } from '../../../src/service/index.ts';
import { useLines } from './lines.ts';
import { useRoomEvents } from './live.ts';
import { useLoaded } from './load.ts';
import { Waiting } from './waiting.tsx';

interface Months {
  readonly months: readonly MonthSum[];
  readonly undated: number;
}

/** All incidents by month, the latest first; a month leads to its incidents. */
export function TimelineView() {
  const { value, error, reload } = useLoaded<Months>('/months');
  useRoomEvents(({ kind }) => {
    if (kind === 'decided' || kind === 'added') void reload();
  });
  useLines('#view .line-of');
  if (value === undefined) return <Waiting error={error} />;
  const { months, undated } = value;
  const most = Math.max(1, ...months.map(({ incidents }) => incidents));
  return (
    <main>
      <h1>Timeline</h1>
      <p class="note">{`Incidents by the month they began in${undated === 0 ? '' : `; ${formatNumber(undated)} without a date`}.`}</p>
      <table class="stories months">
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col">
              <span class="sr">Incidents, drawn</span>
            </th>
            <th scope="col" class="num">
              Incidents
            </th>
            <th scope="col" class="num">
              Killed
            </th>
            <th scope="col" class="num">
              Open
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map((sum) => (
            <MonthLine sum={sum} most={most} />
          ))}
        </tbody>
      </table>
    </main>
  );
}

const lengthUnits = 200;

function MonthLine({ sum, most }: { readonly sum: MonthSum; readonly most: number }) {
  const { month, incidents, killed, open } = sum;
  const length = Math.max(2, (incidents / most) * lengthUnits);
  return (
    <tr class="line-of">
      <th scope="row">
        <a href={`/incidents?since=${month}-01&until=${lastDay(month)}`}>{formatDay(month)}</a>
      </th>
      <td>
        <svg width={lengthUnits} height={10} viewBox={`0 0 ${lengthUnits} 10`} aria-hidden="true">
          <line class="month-bar" x1={0} x2={length} y1={5} y2={5} />
        </svg>
      </td>
      <td class="num">
        {formatNumber(incidents)}
        <span class="unit">{incidents === 1 ? ' incident' : ' incidents'}</span>
      </td>
      <td class="num">
        {formatNumber(killed)}
        <span class="unit"> killed</span>
      </td>
      <td class="num">
        {formatNumber(open)}
        <span class="unit"> open</span>
      </td>
    </tr>
  );
}

/** The last day of a month. */
function lastDay(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
