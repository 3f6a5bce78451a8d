import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { StatusMark } from '../../../src/publish/html/record.tsx';
import { formatWhen } from '../../../src/publish/wording/dates.ts';
import { countOf, formatTown } from '../../../src/publish/wording/figures.ts';
import { statusNames } from '../../../src/publish/wording/labels.ts';
import type { BoardRow } from '../../../src/service/index.ts';
import { BulkAccept } from './bulk.tsx';
import { nameRow, sayFigure } from './figures.tsx';
import { useActions } from './keys.ts';
import { useRoomEvents } from './live.ts';
import { replaceWith, usePlace } from './route.ts';
import { useMay } from './shell.tsx';
import { useWindows, type Windows } from './windows.ts';

const columns = [
  ['title', 'What'],
  ['place', 'Where'],
  ['date', 'When'],
  ['killed', 'Killed'],
  ['injured', 'Injured'],
  ['reports', 'Reports'],
  ['status', 'Status'],
  ['decided', 'Decided'],
] as const;

/** Put fields of the query into the address, so that a filter can be sent to somebody. */
function setQuery(place: URL, fields: Readonly<Record<string, string>>): void {
  const query = new URLSearchParams(place.search);
  query.delete('find');
  for (const [name, value] of Object.entries(fields)) {
    if (value === '') query.delete(name);
    else query.set(name, value);
  }
  replaceWith(`/incidents${query.size === 0 ? '' : `?${query}`}`);
}

/** What the address asks of the table. */
function readQuery({ searchParams }: URL) {
  const field = (name: string): string => searchParams.get(name) ?? '';
  const filter = {
    words: field('words'),
    status: field('status'),
    state: field('state'),
    background: field('background'),
    since: field('since'),
    until: field('until'),
  };
  const sort = field('sort') === '' ? 'date' : field('sort');
  return { ...filter, sort, descending: field('descending') === '' ? 'true' : field('descending') };
}

/** What of the filter a bulk accept takes. */
function bulkQuery({ words, status, background }: ReturnType<typeof readQuery>) {
  return {
    ...(words === '' ? {} : { words }),
    ...(status === '' ? {} : { status }),
    ...(background === 'true' ? { background: true } : {}),
  };
}

/** All incidents, one a line; filtered by typing, sorted by a column. */
export function IncidentsView() {
  const place = usePlace();
  const query = readQuery(place);
  const windows = useWindows(query);
  const input = useRef<HTMLInputElement>(null);
  const [isBulk, setIsBulk] = useState(false);
  const mayDecide = useMay('coder');
  useRoomEvents(({ kind }) => {
    if (kind === 'decided' || kind === 'added') windows.refresh();
  });
  useActions({ search: () => input.current?.focus() });
  const isFinding = place.searchParams.has('find');
  useEffect(() => {
    if (isFinding) input.current?.focus();
  }, [isFinding]);
  return (
    <main class="wide-view incidents">
      <h1>Incidents</h1>
      <search class="filter">
        <input
          ref={input}
          type="search"
          aria-label="Words of title or place"
          placeholder="words of title or place"
          value={query.words}
          onInput={(event) => setQuery(place, { words: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' || event.key === 'Enter') focusRow(0);
          }}
        />
        <Filters query={query} place={place} />
        {mayDecide ? (
          <button type="button" class="plain" onClick={() => setIsBulk(true)}>
            accept all shown …
          </button>
        ) : null}
        <span class="count" role="status">
          {windows.total === undefined ? '…' : countOf(windows.total, 'incident')}
        </span>
      </search>
      {windows.error === undefined ? null : <p class="refused">{windows.error}</p>}
      {isBulk ? <BulkAccept query={bulkQuery(query)} onLeave={() => setIsBulk(false)} /> : null}
      <Table windows={windows} sort={query.sort} descending={query.descending === 'true'} place={place} />
    </main>
  );
}

const statusOptions = Object.entries(statusNames)
  .slice(0, 6)
  .map(([name, { word }]) => [name, word] as const);

function Filters({ query, place }: { readonly query: ReturnType<typeof readQuery>; readonly place: URL }) {
  return (
    <>
      <Choice
        label="Status"
        value={query.status}
        options={[['', 'any status'], ...statusOptions]}
        onChange={(status) => setQuery(place, { status })}
      />
      <Choice
        label="State"
        value={query.state}
        options={[
          ['', 'open or decided'],
          ['open', 'open'],
          ['decided', 'decided'],
        ]}
        onChange={(state) => setQuery(place, { state })}
      />
      {query.since === '' && query.until === '' ? null : (
        <button type="button" class="plain" onClick={() => setQuery(place, { since: '', until: '' })}>
          {`${query.since} to ${query.until}: any day`}
        </button>
      )}
      <label>
        <input
          type="checkbox"
          checked={query.background === 'true'}
          onChange={(event) => setQuery(place, { background: event.currentTarget.checked ? 'true' : '' })}
        />{' '}
        told beside others too
      </label>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {options.map(([name, words]) => (
        <option value={name}>{words}</option>
      ))}
    </select>
  );
}

/** Rows drawn beyond those in view, so that scrolling shows no gap. */
const spare = 12;
/** Heights of a row, as the style sets them. */
const [deskHeight, phoneHeight] = [42, 74];

interface TableProps {
  readonly windows: Windows;
  readonly sort: string;
  readonly descending: boolean;
  readonly place: URL;
}

function focusRow(at: number): void {
  const row = document.querySelector<HTMLElement>(`.rows [data-at="${at}"] a`);
  row?.focus({ preventScroll: true });
  row?.closest('[data-at]')?.scrollIntoView({ block: 'nearest' });
}

/** Follow which rows are in view of a box that scrolls. */
function useView(box: RefObject<HTMLDivElement | null>) {
  const [view, setView] = useState({ from: 0, to: 40, height: deskHeight });
  const look = (): void => {
    const element = box.current;
    if (element === null) return;
    const height = matchMedia('(max-width: 760px)').matches ? phoneHeight : deskHeight;
    const from = Math.max(0, Math.floor(element.scrollTop / height) - spare);
    const to = Math.ceil((element.scrollTop + element.clientHeight) / height) + spare;
    setView((old) => (old.from === from && old.to === to && old.height === height ? old : { from, to, height }));
  };
  useEffect(() => {
    look();
    addEventListener('resize', look);
    return () => removeEventListener('resize', look);
  }, []);
  return { view, look };
}

function Table({ windows, sort, descending, place }: TableProps) {
  const box = useRef<HTMLDivElement>(null);
  const { view, look } = useView(box);
  const total = windows.total ?? 0;
  const to = Math.min(view.to, total);
  const from = Math.min(view.from, to);
  useEffect(() => windows.need(from, Math.max(0, to - 1)));
  const step = (by: number): void => {
    const now = Number(document.activeElement?.closest<HTMLElement>('[data-at]')?.dataset.at ?? -1);
    focusRow(Math.min(total - 1, Math.max(0, now + by)));
  };
  useActions({ next: () => step(1), back: () => step(-1) });
  const shown = Array.from({ length: to - from }, (_, at) => from + at);
  return (
    <div class="rows" ref={box} onScroll={look}>
      <table class="board" aria-rowcount={total + 1}>
        <caption class="sr">Incidents</caption>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <ColumnHead column={column} sort={sort} descending={descending} place={place} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={from * view.height} />
          {shown.map((at) => (
            <Line key={at} at={at} row={windows.rowAt(at)} />
          ))}
          <Gap height={(total - to) * view.height} />
        </tbody>
      </table>
      {windows.total === 0 ? <p class="note none-found">No incident fits.</p> : null}
    </div>
  );
}

/** Rows that are out of view, as the height they take. */
function Gap({ height }: { readonly height: number }) {
  return height === 0 ? null : (
    <tr class="gap">
      <td colSpan={columns.length} style={{ height: `${height}px` }} />
    </tr>
  );
}

interface HeadProps {
  readonly column: (typeof columns)[number];
  readonly sort: string;
  readonly descending: boolean;
  readonly place: URL;
}

function ColumnHead({ column: [name, words], sort, descending, place }: HeadProps) {
  const isSorted = name === sort;
  const next = isSorted ? !descending : name !== 'title' && name !== 'place';
  return (
    <th scope="col" class={`c-${name}`} aria-sort={isSorted ? (descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" class="plain" onClick={() => setQuery(place, { sort: name, descending: String(next) })}>
        {words}
        {isSorted ? <span aria-hidden="true">{descending ? ' ↓' : ' ↑'}</span> : null}
      </button>
    </th>
  );
}

function Line({ at, row }: { readonly at: number; readonly row: BoardRow | undefined }) {
  if (row === undefined)
    return (
      <tr data-at={at} aria-rowindex={at + 2}>
        <td class="c-title note">…</td>
      </tr>
    );
  return (
    <tr data-at={at} aria-rowindex={at + 2}>
      <td class="c-title">
        <a href={`/incidents/${encodeURIComponent(row.id)}`}>{nameRow(row)}</a>
      </td>
      <td class="c-place">{formatTown({ place: { ...row.place, claims: [] } })}</td>
      <td class="c-date">{formatWhen({ date: { ...row.date, claims: [] } }, 'short')}</td>
      <td class="c-killed">{sayFigure(row.figures.killed)}</td>
      <td class="c-injured">{sayFigure(row.figures.injured)}</td>
      <td class="c-reports">{row.articles.length}</td>
      <td class="c-status">
        <StatusMark status={row.status} />
      </td>
      <td class="c-decided">{row.groundChanged === undefined ? (row.decided?.by ?? '') : 'ground changed'}</td>
    </tr>
  );
}
