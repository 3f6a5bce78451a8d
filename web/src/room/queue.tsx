import { useEffect } from 'preact/hooks';
import { formatWhen } from '../../../src/publish/wording/dates.ts';
import { countOf, formatTown } from '../../../src/publish/wording/figures.ts';
import type { QueuedRow } from '../../../src/service/index.ts';
import { MainFigure, nameRow } from './figures.tsx';
import { useActions } from './keys.ts';
import { useLines } from './lines.ts';
import { useRoomEvents } from './live.ts';
import { useLoaded } from './load.ts';
import { Proposals } from './proposals.tsx';
import { goTo, replaceWith, usePlace } from './route.ts';
import { say } from './shell.tsx';
import { Waiting } from './waiting.tsx';

/** What is waiting, and how many. */
export interface Queue {
  readonly total: number;
  readonly rows: readonly QueuedRow[];
}

export const doubtWords: Readonly<Record<string, string>> = {
  disputed: 'disputed',
  changed: 'the ground changed',
  high: 'single source, high',
  single: 'single source',
  control: 'control',
  none: '',
};

/** What waits for this person, the most doubtful first. */
export function QueueView() {
  const { searchParams } = usePlace();
  const doubt = searchParams.get('doubt') ?? undefined;
  const { value: queue, error, reload } = useLoaded<Queue>('/queue', { doubt });
  useRoomEvents(({ kind }) => {
    if (kind !== 'progress') void reload();
  });
  useLines('#view .line-of');
  const first = queue?.rows[0]?.row.id;
  const begin = (): void => {
    if (first !== undefined) goTo(`/incidents/${encodeURIComponent(first)}?queue=${doubt ?? 'all'}`);
  };
  useActions({ queue: begin });
  const isNext = searchParams.has('next');
  useEffect(() => {
    if (!isNext || queue === undefined) return;
    if (first === undefined) {
      say('Nothing waits for you.');
      replaceWith('/queue');
    } else replaceWith(`/incidents/${encodeURIComponent(first)}?queue=${doubt ?? 'all'}`);
  }, [isNext, queue]);
  if (queue === undefined) return <Waiting error={error} />;
  return (
    <main class="wide-view">
      <h1>Queue</h1>
      <p class="note">
        {`${countOf(queue.total, 'incident')} ${queue.total === 1 ? 'waits' : 'wait'} for you; what agrees is left out but for a twentieth. `}
        {first === undefined ? null : (
          <button type="button" class="plain" onClick={begin}>
            begin
          </button>
        )}
      </p>
      <Proposals />
      <table class="stories queue">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Where</th>
            <th scope="col">When</th>
            <th scope="col">Why it waits</th>
            <th scope="col">Figure</th>
          </tr>
        </thead>
        <tbody>
          {queue.rows.map((queued) => (
            <QueueLine queued={queued} doubt={doubt} />
          ))}
        </tbody>
      </table>
    </main>
  );
}

function QueueLine({ queued, doubt }: { readonly queued: QueuedRow; readonly doubt: string | undefined }) {
  const { row, assigned } = queued;
  return (
    <tr class="line-of">
      <th scope="row">
        <a href={`/incidents/${encodeURIComponent(row.id)}?queue=${doubt ?? 'all'}`}>{nameRow(row)}</a>
      </th>
      <td>{formatTown({ place: { ...row.place, claims: [] } })}</td>
      <td>{formatWhen({ date: { ...row.date, claims: [] } }, 'short')}</td>
      <td>
        {doubtWords[row.doubt]}
        {assigned === undefined ? '' : ' · asked of you'}
      </td>
      <td>
        <MainFigure row={row} />
      </td>
    </tr>
  );
}
