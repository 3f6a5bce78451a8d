import { formatDay } from '../../../src/publish/wording/dates.ts';
import { attributeNames } from '../../../src/publish/wording/labels.ts';
import type { ArticleVersion, OpenReport } from '../../../src/service/index.ts';
import { MainFigure } from './figures.tsx';
import { useLines } from './lines.ts';
import { useLoaded } from './load.ts';
import { Waiting } from './waiting.tsx';

/** A report: what it says, the incidents it tells of, its versions, what changed between them, and which figures moved. */
export function VersionsView({ article }: { readonly article: string }) {
  const { value, error } = useLoaded<{ versions: readonly ArticleVersion[] }>(
    `/reports/${encodeURIComponent(article)}/versions`,
  );
  const { value: report } = useLoaded<OpenReport>(`/reports/${encodeURIComponent(article)}`);
  useLines('#view .line-of');
  if (value === undefined) return <Waiting error={error} />;
  const { versions } = value;
  const last = versions.at(-1);
  return (
    <main>
      <p class="crumb note">
        <a href="/reports">‹ reports</a>
      </p>
      <h1>{last?.headline === '' ? 'A report without a headline' : last?.headline}</h1>
      {report === undefined ? null : <Told report={report} />}
      <section aria-labelledby="versions">
        <h2 id="versions">Versions</h2>
        <p class="note">{versions.length === 1 ? 'One version.' : `${versions.length}, the first seen first.`}</p>
        {versions.map((version, at) => (
          <Version version={version} number={at + 1} />
        ))}
      </section>
    </main>
  );
}

/** What a report says as it counts now, and the incidents it tells of. */
function Told({ report: { outlet, day, authors, text, rows } }: { readonly report: OpenReport }) {
  const about = [outlet, day === undefined ? undefined : formatDay(day), ...authors];
  return (
    <>
      <p class="note">{about.filter((part) => part !== undefined).join(' · ')}</p>
      <section aria-labelledby="tells">
        <h2 id="tells">Incidents it tells of</h2>
        {rows.length === 0 ? <p class="note">None.</p> : null}
        <ul class="moves">
          {rows.map((row) => (
            <li class="line-of">
              <a href={`/incidents/${encodeURIComponent(row.id)}`}>{row.title}</a>
              <span class="moved">
                <MainFigure row={row} />
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="says">
        <h2 id="says">What it says</h2>
        <div class="text report-text">
          {text.split(/\n+/).map((line) => (
            <p>{line}</p>
          ))}
        </div>
      </section>
    </>
  );
}

function Version({ version, number }: { readonly version: ArticleVersion; readonly number: number }) {
  const { seenAt, removed, changes = [], moved = [], source, received } = version;
  return (
    <section aria-labelledby={`v${number}`}>
      <h3 id={`v${number}`}>{`${number}. Seen ${formatDay(seenAt)}`}</h3>
      <p class="note hash">
        {`SHA-256 ${source}${received?.status === undefined ? '' : ` · server answered ${received.status}`}`}
      </p>
      {removed === true ? <p>Taken out; its tombstone is in the log.</p> : null}
      {moved.length === 0 ? null : (
        <ul class="moved-figures">
          {moved.map(({ attribute, before, after }) => (
            <li>
              {attributeNames[attribute as keyof typeof attributeNames].toLowerCase()}: {sayQuotes(before)} →{' '}
              <b>{sayQuotes(after)}</b>
            </li>
          ))}
        </ul>
      )}
      {changes.length === 0 ? null : (
        <div class="text changes">
          {changes.map(({ change, text }) =>
            change === 'same' ? shorten(text) : change === 'in' ? <ins>{text}</ins> : <del>{text}</del>,
          )}
        </div>
      )}
    </section>
  );
}

function sayQuotes(quotes: readonly string[]): string {
  return quotes.length === 0 ? 'not stated' : quotes.map((quote) => `“${quote}”`).join(', ');
}

const shownAround = 120;

/** Of a long stretch that stayed, show its ends. */
function shorten(text: string): string {
  return text.length <= 3 * shownAround ? text : `${text.slice(0, shownAround)} … ${text.slice(-shownAround)}`;
}
