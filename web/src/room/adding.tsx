import { useEffect, useRef, useState } from 'preact/hooks';
import { usualLimits } from '../../../src/http/limits.ts';
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

const { bodyBytes, files: mostFiles } = usualLimits;
const mostMegabytes = Math.floor(bodyBytes / 1024 / 1024);
/** Names and lines around each file of a form. */
const perFile = 2048;

/** Part files into as many requests as their size asks for; what no request holds is named. */
function partFiles(files: readonly File[]): { parts: readonly (readonly File[])[]; tooLarge: readonly string[] } {
  const parts: File[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const file of files.filter(({ size }) => size + perFile <= bodyBytes)) {
    bytes += file.size + perFile;
    if (bytes > bodyBytes || (parts.at(-1)?.length ?? 0) >= mostFiles) {
      parts.push([]);
      bytes = file.size + perFile;
    }
    parts.at(-1)?.push(file);
  }
  return { parts, tooLarge: files.filter(({ size }) => size + perFile > bodyBytes).map(({ name }) => name) };
}

/** Add reports: drop files, choose them, or paste addresses. */
export function AddReports() {
  const runs = useAdding();
  const [isOver, setIsOver] = useState(false);
  const [addresses, setAddresses] = useState('');
  const files = useRef<HTMLInputElement>(null);
  const add = (begun: Promise<unknown>): void => void begun.catch((refused: Error) => say(refused.message));
  const sendFiles = (list: FileList | null | undefined): void => {
    const { parts, tooLarge } = partFiles([...(list ?? [])]);
    for (const part of parts) add(send('/adding/files', part));
    if (tooLarge.length > 0) say(`${tooLarge.join(', ')}: larger than ${mostMegabytes} MB; variorum add takes it.`);
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
  waiting: 'waits for others to be done',
  reading: 'reading',
  linking: 'linking to stories',
  done: 'done',
  cancelled: 'cancelled; what was read is kept',
  failed: 'failed',
};

function RunLine({ run }: { readonly run: Adding }) {
  const { id, who, state, share, kept = 0, again = 0, articles = 0, issues = [], failure } = run;
  const isRunning = state === 'waiting' || state === 'reading' || state === 'linking';
  const told =
    state === 'done' ? `${countOf(kept, 'source')} added (${countOf(articles, 'article')}), ${again} there before` : '';
  return (
    <li>
      <p role="status">
        {`${who}: ${states[state]}`}
        {isRunning ? ` ${Math.round(share * 100)} %` : ''}
        {told === '' ? '' : ` · ${told} · `}
        {told === '' ? null : <a href="/queue">what waits</a>}
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
