import { useEffect, useState } from 'preact/hooks';
import type { Work } from '../../../src/service/index.ts';
import { get, remove } from './api.ts';
import { useRoomEvents } from './live.ts';
import { say, useSession } from './shell.tsx';

const isOver = ({ state }: Work): boolean => state === 'done' || state === 'cancelled' || state === 'failed';

/** Follow the work on whole editions that anybody asked for. */
function useWork(): readonly Work[] {
  const [runs, setRuns] = useState<readonly Work[]>([]);
  useEffect(() => {
    get<{ runs: readonly Work[] }>('/work').then(
      ({ runs: told }) => setRuns(told),
      () => undefined,
    );
  }, []);
  useRoomEvents(({ kind, detail }) => {
    if (kind !== 'working') return;
    const told = detail as Work;
    setRuns((old) => [...old.filter(({ id }) => id !== told.id), ...(isOver(told) ? [] : [told])]);
  });
  return runs;
}

const states: Readonly<Record<Work['state'], string>> = {
  waiting: 'waits',
  gathering: 'gathering what was read',
  linking: 'linking and reconciling',
  deciding: 'applying decisions',
  printing: 'printing',
  done: 'done',
  cancelled: 'cancelled',
  failed: 'failed',
};

/** Show what is being computed of whole editions; one's own can be cancelled. */
export function WorkLines() {
  const { person } = useSession();
  const runs = useWork();
  return (
    <ul class="runs" aria-live="polite">
      {runs.map((run) => (
        <li key={run.id}>
          <p>
            {`${run.who}: ${run.kind} ${run.about} · ${states[run.state]} `}
            {run.state === 'gathering' ? (
              <progress value={run.share} max={1} aria-label="Part that is gathered" />
            ) : (
              <progress aria-label="Under way" />
            )}{' '}
            {run.who === person.name ? (
              <button
                type="button"
                class="plain"
                onClick={() =>
                  void remove(`/work/${encodeURIComponent(run.id)}`).catch((refused: Error) => say(refused.message))
                }
              >
                cancel
              </button>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
