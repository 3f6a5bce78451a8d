import { useEffect, useRef, useState } from 'preact/hooks';
import { countOf } from '../../../src/publish/wording/figures.ts';
import type { Adding } from '../../../src/service/index.ts';
import { get, post, remove, send } from './api.ts';
import { useRoomEvents } from './live.ts';
import { say } from './shell.tsx';

/** Follow what is being added. */
function useAdding(): readonly Adding[] {
  const [runs, setRuns] = useState<readonly Adding[]>([]);
  useEffect(() => {
    get<{ runs: readonly Adding[] }>('/adding').then(
      ({ runs: told }) => setRuns(told),
      () => undefined,
    );
  }, []);
  useRoomEvents(({ kind, detail }) => {
    if (kind !== 'progress') return;
    const told = detail as Adding;
    setRuns((old) =>
      old.some(({ id }) => id === told.id) ? old.map((run) => (run.id === told.id ? told : run)) : [told, ...old],
    );
  });
  return runs;
}

/** Add reports: drop files, choose them, or paste addresses. */
export function AddReports() {
  const runs = useAdding();
  const [isOver, setIsOver] = useState(false);
  const [addresses, setAddresses] = useState('');
  const files = useRef<HTMLInputElement>(null);
  const add = (begun: Promise<unknown>): void => void begun.catch((refused: Error) => say(refused.message));
  const sendFiles = (list: FileList | null | undefined): void => {
    if (list && list.length > 0) add(send('/adding/files', [...list]));
  };
  return (
    <section
      class={isOver ? 'adding over' : 'adding'}
      aria-labelledby="add"
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        sendFiles(event.dataTransfer?.files);
      }}
    >
      <h2 id="add">Add</h2>
      <p>
        Drop files here, or{' '}
        <button type="button" class="plain" onClick={() => files.current?.click()}>
          choose them
        </button>
        : pages, text, tables, PDF, feeds, archives, exports of Nexis or Factiva.
      </p>
      <input
        ref={files}
        type="file"
        multiple
        class="sr"
        tabIndex={-1}
        aria-label="Files of reports"
        onChange={(event) => sendFiles(event.currentTarget.files)}
      />
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          const list = addresses.split(/\s+/).filter((one) => one !== '');
          add(post('/adding/addresses', { addresses: list }).then(() => setAddresses('')));
        }}
      >
        <label class="field">
          <span>Addresses, one a line; they are fetched</span>
          <textarea rows={2} value={addresses} onInput={(event) => setAddresses(event.currentTarget.value)} />
        </label>
        <p class="act-foot">
          <button type="submit">Fetch</button>
        </p>
      </form>
      <ul class="runs">
        {runs.slice(0, 4).map((run) => (
          <RunLine run={run} />
        ))}
      </ul>
    </section>
  );
}

const states: Readonly<Record<Adding['state'], string>> = {
  reading: 'reading',
  linking: 'linking to stories',
  done: 'done',
  cancelled: 'cancelled; what was read is kept',
  failed: 'failed',
};

function RunLine({ run }: { readonly run: Adding }) {
  const { id, who, state, share, kept = 0, again = 0, articles = 0, issues = [], failure } = run;
  const isRunning = state === 'reading' || state === 'linking';
  const told =
    state === 'done' ? `${countOf(kept, 'source')} added (${countOf(articles, 'article')}), ${again} there before` : '';
  return (
    <li>
      <p role="status">
        {`${who}: ${states[state]}`}
        {isRunning ? ` ${Math.round(share * 100)} %` : ''}
        {told === '' ? '' : ` · ${told}`}
        {failure === undefined ? '' : ` · ${failure}`}
        {isRunning ? (
          <>
            {' '}
            <progress value={share} max={1} aria-label="Part that is read" />{' '}
            <button type="button" class="plain" onClick={() => void remove(`/adding/${encodeURIComponent(id)}`)}>
              cancel
            </button>
          </>
        ) : null}
      </p>
      {issues.length === 0 ? null : (
        <details>
          <summary>{`${countOf(issues.length, 'thing')} to know: what was set aside or is doubtful`}</summary>
          <ul class="issues">
            {issues.map(({ code, message, hint, path }) => (
              <li>
                <span class="code">{code}</span> {path === undefined ? '' : `${path}: `}
                {message} {hint ?? ''}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
