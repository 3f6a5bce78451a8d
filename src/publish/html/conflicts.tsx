import type { Conflict, ConflictToll } from '../../model/index.ts';
import { formatToll, listConflicts, sayConflict, sayCounted, sayPeriod } from '../conflicts.ts';
import { nameIncident } from '../stories.ts';
import { countOf } from '../wording/figures.ts';
import { quoteClaim } from '../wording/words.ts';
import { Siglum, witnessesOf } from './apparatus.tsx';
import { Veiled } from './veil.tsx';
import { deepLink, type PageView } from './view.ts';

const shownTolls = 8;
const shownIncidents = 12;

/** Print the wars, campaigns, epidemics and seasons of an edition, each with the series of its own figures as they were told. */
export function Conflicts({ view }: { readonly view: PageView }) {
  return (
    <>
      <p class="note">
        Figures that count over a longer time. They are shown as they were told, in order of the day they are of; they
        are never added up, and never count for an incident.
      </p>
      {listConflicts(view.edition).map((conflict) => (
        <Series view={view} conflict={conflict} />
      ))}
    </>
  );
}

function Series({ view, conflict }: { readonly view: PageView; readonly conflict: Conflict }) {
  const { id, name, tolls } = conflict;
  return (
    <section class="conflict" id={`c-${id}`} aria-labelledby={`c-${id}-title`}>
      <h3 id={`c-${id}-title`}>{name}</h3>
      <p class="note">{sayConflict(conflict)}.</p>
      <TollTable view={view} tolls={tolls.slice(0, shownTolls)} name={name} />
      {tolls.length > shownTolls ? (
        <details class="more">
          <summary>{countOf(tolls.length - shownTolls, 'further figure')}</summary>
          <TollTable view={view} tolls={tolls.slice(shownTolls)} name={`${name}, further figures`} />
        </details>
      ) : null}
      <Members view={view} conflict={conflict} />
    </section>
  );
}

interface TollTableProps {
  readonly view: PageView;
  readonly tolls: readonly ConflictToll[];
  readonly name: string;
}

function TollTable({ view, tolls, name }: TollTableProps) {
  return (
    <table class="series">
      <caption class="sr">{name}: figures of its own</caption>
      <thead>
        <tr>
          <th scope="col">Counted</th>
          <th scope="col" class="num">
            Figure
          </th>
          <th scope="col">Over</th>
          <th scope="col">Who says so, in which words</th>
        </tr>
      </thead>
      <tbody>
        {tolls.map((toll) => (
          <TollRow view={view} toll={toll} />
        ))}
      </tbody>
    </table>
  );
}

function TollRow({ view, toll }: { readonly view: PageView; readonly toll: ConflictToll }) {
  const [claim] = toll.claims.flatMap((id) => view.claims.get(id) ?? []);
  return (
    <tr>
      <th scope="row">{sayCounted(toll)}</th>
      <td class="num">{formatToll(toll)}</td>
      <td>{sayPeriod(toll)}</td>
      <td>
        {toll.speaker === undefined ? '' : `${toll.speaker}: `}
        {claim === undefined ? null : (
          <q>
            <Veiled words={quoteClaim(claim)} />
          </q>
        )}{' '}
        {witnessesOf(view, toll.claims).map((one) => (
          <>
            <Siglum witness={one} />{' '}
          </>
        ))}
      </td>
    </tr>
  );
}

function Members({ view, conflict }: { readonly view: PageView; readonly conflict: Conflict }) {
  const own = new Set(conflict.incidents);
  const incidents = view.timeline.filter(({ id }) => own.has(id));
  if (incidents.length === 0) return null;
  return (
    <p class="note">
      {'Its incidents: '}
      {incidents.slice(0, shownIncidents).map((incident, at) => (
        <>
          {at === 0 ? '' : '; '}
          <a href={deepLink(incident.id)}>{nameIncident(incident)}</a>
        </>
      ))}
      {incidents.length > shownIncidents ? `; and ${incidents.length - shownIncidents} more.` : '.'}
    </p>
  );
}
