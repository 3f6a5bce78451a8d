import { useEffect, useRef, useState } from 'preact/hooks';
import { formatDay } from '../../../src/publish/wording/dates.ts';
import { countOf } from '../../../src/publish/wording/figures.ts';
import type { SearchHit } from '../../../src/service/index.ts';
import { AddReports } from './adding.tsx';
import { useActions } from './keys.ts';
import { useLines } from './lines.ts';
import { useRoomEvents } from './live.ts';
import { useLoaded } from './load.ts';
import { replaceWith, usePlace } from './route.ts';
import { useMay } from './shell.tsx';
import { Waiting } from './waiting.tsx';

const pauseMs = 150;

/** The reports of the archive: found by their words, added by file or address. */
export function ReportsView() {
  const { searchParams } = usePlace();
  const words = searchParams.get('words') ?? '';
  const [typed, setTyped] = useState(words);
  const input = useRef<HTMLInputElement>(null);
  const { value, error, reload } = useLoaded<{ hits: readonly SearchHit[] }>('/reports', { words });
  useRoomEvents(({ kind }) => {
    if (kind === 'added') void reload();
  });
  const mayAdd = useMay('coder');
  useLines('#view .line-of');
  useActions({ search: () => input.current?.focus() });
  useEffect(() => {
    if (typed === words) return undefined;
    const timer = setTimeout(
      () => replaceWith(`/reports${typed === '' ? '' : `?words=${encodeURIComponent(typed)}`}`),
      pauseMs,
    );
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <main>
      <h1>Reports</h1>
      {mayAdd ? <AddReports /> : null}
      <search class="filter">
        <input
          ref={input}
          type="search"
          aria-label="Words of the reports"
          placeholder='words of the reports, "as a phrase"'
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <span class="count" role="status">
          {value === undefined ? '…' : countOf(value.hits.length, 'report')}
        </span>
      </search>
      {value === undefined ? <Waiting error={error} /> : <Hits hits={value.hits} words={words} />}
    </main>
  );
}

function Hits({ hits, words }: { readonly hits: readonly SearchHit[]; readonly words: string }) {
  if (hits.length === 0 && words === '') return <p class="note">No report is in it yet.</p>;
  if (hits.length === 0) return <p class="note">Nothing found; all words are needed, each as it is written.</p>;
  return (
    <ul class="hits">
      {hits.map(({ article, headline, outlet, published, snippet }) => (
        <li class="line-of">
          <a href={`/reports/${encodeURIComponent(article)}`}>{headline === '' ? 'without a headline' : headline}</a>
          <p class="note">
            {[outlet, published === undefined ? undefined : formatDay(published)]
              .filter((part) => part !== undefined)
              .join(' · ')}
          </p>
          <p class="snippet">{snippet}</p>
        </li>
      ))}
    </ul>
  );
}
