import { formatDay, formatWhen } from '../../../src/publish/wording/dates.ts';
import { countOf, formatNumber, formatTown } from '../../../src/publish/wording/figures.ts';
import { attributeNames } from '../../../src/publish/wording/labels.ts';
import type { Front, FrontMove, FrontStory } from '../../../src/service/index.ts';
import { post } from './api.ts';
import { MainFigure, nameRow, sayWhole } from './figures.tsx';
import { useLines } from './lines.ts';
import { useRoomEvents } from './live.ts';
import { useLoaded } from './load.ts';
import { useMay, useSession } from './shell.tsx';
import { Waiting } from './waiting.tsx';

/** What moved, what waits, and the stories. */
export function FrontView() {
  const { value: front, error, reload } = useLoaded<Front>('/front');
  const { name } = useSession();
  const mayDecide = useMay('coder');
  useRoomEvents(({ kind }) => {
    if (kind === 'decided' || kind === 'added') void reload();
  });
  useLines('#view .line-of');
  if (front === undefined) return <Waiting error={error} />;
  return (
    <main class="front">
      <h1>{name}</h1>
      <p class="note">
        {`${countOf(front.incidents, 'incident')} in ${countOf(front.reports, 'report')}`}
        {front.beside === 0 ? '' : `, ${formatNumber(front.beside)} more told beside`}
      </p>
      {front.reports === 0 ? <Empty /> : null}
      <Moved front={front} onSeen={() => void post('/visits', { seq: front.seq }).then(reload)} />
      {mayDecide ? <Waits waiting={front.waiting} /> : null}
      <Stories stories={front.stories} />
    </main>
  );
}

function Empty() {
  return (
    <section aria-labelledby="begin">
      <h2 id="begin">Nothing is in it yet</h2>
      <p>
        <a href="/reports">Add reports</a>: drop files, or paste addresses. Or, in the terminal,{' '}
        <code>variorum add</code>.
      </p>
    </section>
  );
}

function Moved({ front, onSeen }: { readonly front: Front; readonly onSeen: () => void }) {
  const { moved, since } = front;
  const title = since === undefined ? 'What moved' : `What moved since ${formatDay(since)}`;
  return (
    <section aria-labelledby="moved">
      <h2 id="moved">{title}</h2>
      {moved.length === 0 ? <p class="note">Nothing moved.</p> : null}
      <ul class="moves">
        {moved.map((move) => (
          <MoveLine move={move} />
        ))}
      </ul>
      {moved.length === 0 ? null : (
        <p>
          <button type="button" class="plain" onClick={onSeen}>
            I have seen this
          </button>
        </p>
      )}
    </section>
  );
}

function MoveLine({ move }: { readonly move: FrontMove }) {
  const { incident, title, attribute, was, now, by, reports } = move;
  const cause =
    by ??
    (reports === undefined || reports === 0 ? 'linked anew' : `${countOf(reports, 'more report', 'more reports')}`);
  return (
    <li class="line-of">
      <a href={`/incidents/${encodeURIComponent(incident)}`}>{title}</a>
      <span class="moved">
        {attribute === undefined ? (
          'new'
        ) : (
          <>
            {attributeNames[attribute].toLowerCase()} {was === undefined ? 'not stated' : sayWhole(was)} →{' '}
            <b>{now === undefined ? 'none' : sayWhole(now)}</b>
          </>
        )}
      </span>
      <span class="cause">{attribute === undefined && by === undefined ? '' : cause}</span>
    </li>
  );
}

const waits = [
  ['disputed', 'disputed'],
  ['changed', 'the ground changed'],
  ['high', 'single source, high'],
  ['single', 'single source'],
  ['control', 'control'],
] as const;

function Waits({ waiting }: Pick<Front, 'waiting'>) {
  const shown = waits.filter(([doubt]) => waiting[doubt] > 0);
  return (
    <section aria-labelledby="waits">
      <h2 id="waits">Waiting for you</h2>
      {shown.length === 0 ? (
        <p class="note">Nothing waits.</p>
      ) : (
        <p class="waits">
          {shown.map(([doubt, words], at) => (
            <>
              {at === 0 ? '' : ' · '}
              <a href={`/queue?doubt=${doubt}`}>
                {words} <b>{waiting[doubt]}</b>
              </a>
            </>
          ))}
          {' · '}
          <a href="/queue?next">begin</a>
        </p>
      )}
    </section>
  );
}

function Stories({ stories }: { readonly stories: readonly FrontStory[] }) {
  if (stories.length === 0) return null;
  return (
    <section aria-labelledby="stories">
      <h2 id="stories">Stories</h2>
      <table class="stories">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Where</th>
            <th scope="col">When</th>
            <th scope="col" class="num">
              Reports
            </th>
            <th scope="col">Figure</th>
            <th scope="col">Settled</th>
          </tr>
        </thead>
        <tbody>
          {stories.map(({ lead, reports, settled, figures }) => (
            <tr class="line-of">
              <th scope="row">
                <a href={`/incidents/${encodeURIComponent(lead.id)}`}>{nameRow(lead)}</a>
              </th>
              <td>{formatTown({ place: { ...lead.place, claims: [] } })}</td>
              <td>{formatWhen({ date: { ...lead.date, claims: [] } }, 'short')}</td>
              <td class="num">
                {reports}
                <span class="unit">{reports === 1 ? ' report' : ' reports'}</span>
              </td>
              <td>
                <MainFigure row={lead} />
              </td>
              <td>{`${settled} of ${figures}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
