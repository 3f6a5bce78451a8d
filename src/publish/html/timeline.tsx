import { type Attribute, countAttributes, type Incident, isCountRecord } from '../../model/index.ts';
import { nameIncident } from '../stories.ts';
import { formatWhen } from '../wording/dates.ts';
import { formatRange, formatWhere } from '../wording/figures.ts';
import { attributeNames, statusOf, typeNames } from '../wording/labels.ts';
import { formatBest } from '../wording/standing.ts';
import { Siglum } from './apparatus.tsx';
import { IncidentRecord, StatusMark } from './record.tsx';
import { chapterId, deepLink, hrefTo, type PageView, witnessesOfIncident } from './view.ts';
import { hasReasons, Reasons } from './voices.tsx';

/** Print all incidents by date, each with a short record of its own. */
export function Timeline({ view }: { readonly view: PageView }) {
  return (
    <ol class="timeline">
      {view.timeline.map((incident) => (
        <Entry view={view} incident={incident} />
      ))}
    </ol>
  );
}

function Entry({ view, incident }: { readonly view: PageView; readonly incident: Incident }) {
  const hasChapter = view.chapters.includes(incident);
  const witnesses = witnessesOfIncident(view, incident);
  return (
    <li
      class={incident.main ? 'entry main' : 'entry'}
      data-first={witnesses[0]?.siglum}
      {...(hasChapter ? {} : { 'data-i': incident.id, id: `i-${incident.id}` })}
    >
      <p class="when">{formatWhen(incident)}</p>
      <div>
        <h3>
          <a class="self" href={deepLink(incident.id)}>
            {nameIncident(incident)}
          </a>
        </h3>
        <p class="note">
          {typeNames[incident.type]} · {formatWhere(incident)} ·{' '}
          {witnesses.slice(0, 12).map((witness) => (
            <>
              <Siglum witness={witness} />{' '}
            </>
          ))}
          {witnesses.length > 12 ? `+ ${witnesses.length - 12}` : ''}
        </p>
        <Brief incident={incident} />
        <PossiblySame view={view} incident={incident} />
        <RecalledBy view={view} incident={incident} />
        <ToldTogether view={view} incident={incident} />
        {hasChapter ? (
          <p class="note">
            Its <a href={hrefTo(chapterId(view, incident))}>record</a> stands above.
          </p>
        ) : (
          <details>
            <summary>
              The record<span class="sr">{` of ${incident.title}`}</span>
            </summary>
            <IncidentRecord view={view} incident={incident} level={4} />
            {hasReasons(view, incident) ? <Reasons view={view} incident={incident} level={4} /> : null}
          </details>
        )}
      </div>
    </li>
  );
}

const briefed: readonly Attribute[] = countAttributes;

/** Print the counts of an incident, one a line. */
function Brief({ incident }: { readonly incident: Incident }) {
  const counts = briefed.flatMap((name) => {
    const record = incident.attributes[name];
    return record !== undefined && isCountRecord(record) ? [{ name, record }] : [];
  });
  if (counts.length === 0) return <p class="brief none">No figure is stated of it.</p>;
  return (
    <ul class="brief">
      {counts.map(({ name, record }) => (
        <li data-brief={`${incident.id}-${name}`}>
          <span class="name">{attributeNames[name].toLowerCase()}</span> <b>{formatBest(record)}</b>{' '}
          <span class="range">{formatRange(record)}</span> <StatusMark status={statusOf(record)} />
        </li>
      ))}
    </ul>
  );
}

function PossiblySame({ view, incident }: IncidentView) {
  const scores = new Map((incident.nearlySame ?? []).map(({ incident: other, score }) => [other, score]));
  const others = view.timeline.filter(({ id }) => incident.possiblySame.includes(id));
  if (others.length === 0) return null;
  return (
    <p class="note">
      {'Possibly the same as '}
      <Others others={others} sayMore={({ id }) => sayScore(scores.get(id))} />
      {'; kept apart, for the evidence does not join them.'}
    </p>
  );
}

function sayScore(score: number | undefined): string {
  return score === undefined ? '' : ` (evidence for it ${score.toFixed(2)})`;
}

/** Print the other incidents that are mentioned in the same reports as this one. */
function ToldTogether({ view, incident }: IncidentView) {
  const ids = new Set((incident.toldTogether ?? []).map(({ incident: other }) => other));
  const others = view.timeline.filter(({ id }) => ids.has(id));
  if (others.length === 0) return null;
  return (
    <p class="note">
      {'Told in the same reports: '}
      <Others others={others} sayMore={() => ''} />
    </p>
  );
}

/** Name the reports that only recall an incident. */
function RecalledBy({ view, incident }: IncidentView) {
  const recalling = new Set(incident.recalledBy ?? []);
  const witnesses = view.witnesses.filter(({ article }) => recalling.has(article.id));
  if (witnesses.length === 0) return null;
  return (
    <p class="note">
      {'Only recalled by '}
      {witnesses.slice(0, mostOthers).map((witness, at) => (
        <>
          {at === 0 ? null : ' '}
          <Siglum witness={witness} />
        </>
      ))}
      {witnesses.length > mostOthers ? ` and ${witnesses.length - mostOthers} more` : null}
      {'.'}
    </p>
  );
}

interface IncidentView {
  readonly view: PageView;
  readonly incident: Incident;
}

const mostOthers = 12;

function Others({
  others,
  sayMore,
}: {
  readonly others: readonly Incident[];
  readonly sayMore: (other: Incident) => string;
}) {
  return (
    <>
      {others.slice(0, mostOthers).map((other, index) => (
        <>
          {index === 0 ? '' : '; '}
          <a href={deepLink(other.id)}>{other.title}</a>
          {sayMore(other)}
        </>
      ))}
      {others.length > mostOthers ? ` and ${others.length - mostOthers} more` : ''}
    </>
  );
}
