import type { SettledDecision } from '../../../src/model/index.ts';
import { sayAction } from '../../../src/publish/html/decisions.tsx';
import { formatDay } from '../../../src/publish/wording/dates.ts';
import type { LogLine } from '../../../src/service/index.ts';
import { post } from './api.ts';
import { useLines } from './lines.ts';
import { useRoomEvents } from './live.ts';
import { useLoaded } from './load.ts';
import { say, useMay } from './shell.tsx';
import { Waiting } from './waiting.tsx';

interface Log {
  readonly total: number;
  readonly lines: readonly LogLine[];
}

/** Everything that was decided and taken back, the newest first. */
export function LogView() {
  const { value: log, error, reload } = useLoaded<Log>('/decisions', { count: 500 });
  useRoomEvents(() => void reload());
  useLines('#view .line-of');
  if (log === undefined) return <Waiting error={error} />;
  const undo = (id: string): void =>
    void post(`/decisions/${encodeURIComponent(id)}/undo`).then(
      () => say('Taken back; both stay in the log.'),
      (refused: Error) => say(refused.message),
    );
  return (
    <main>
      <h1>Log</h1>
      <p class="note">{`${log.total} decisions; nothing is ever changed or taken out`}</p>
      <ol class="log">
        {log.lines.map((line) => (
          <LogEntry line={line} onUndo={() => undo(line.decision.id)} />
        ))}
      </ol>
    </main>
  );
}

function LogEntry({ line, onUndo }: { readonly line: LogLine; readonly onUndo: () => void }) {
  const { decision, incident, title, undone } = line;
  const mayUndo = useMay('coder');
  return (
    <li class={undone === undefined ? 'line-of' : 'line-of undone'}>
      <p>
        <b>{sayAction(decision as SettledDecision)}</b>
        {incident === undefined ? null : (
          <>
            {', '}
            <a href={`/incidents/${encodeURIComponent(incident)}`}>{title}</a>
          </>
        )}
      </p>
      <p class="why">{decision.reason}</p>
      <p class="note">
        {`${decision.by}, ${formatDay(decision.at)}`}
        {undone === undefined && !mayUndo ? null : undone === undefined ? (
          <>
            {' · '}
            <button type="button" class="plain" onClick={onUndo}>
              take back
            </button>
          </>
        ) : (
          ` · taken back: ${undone}`
        )}
      </p>
    </li>
  );
}
