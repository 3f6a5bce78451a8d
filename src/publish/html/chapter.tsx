import { type Attribute, countAttributes, countTable, type Incident, isCountRecord } from '../../model/index.ts';
import { formatWhen } from '../wording/dates.ts';
import { formatWhere } from '../wording/figures.ts';
import { typeNames, upperFirst } from '../wording/labels.ts';
import { Siglum } from './apparatus.tsx';
import { IncidentRecord } from './record.tsx';
import { hasToll, Toll } from './toll.tsx';
import { chapterId, deepLink, type PageView, witnessesOfIncident } from './view.ts';
import { hasReasons, Reasons } from './voices.tsx';

const shownSigla = 24;

/** Print one story of several as a chapter: what, where and when, its figures, how they moved, and who gives which reasons. */
export function Chapter({ view, lead }: { readonly view: PageView; readonly lead: Incident }) {
  const id = chapterId(view, lead);
  const witnesses = witnessesOfIncident(view, lead);
  const tolls = listTolls(view, lead);
  return (
    <section class="chapter" id={id} aria-labelledby={`${id}-title`} data-i={lead.id} data-first={witnesses[0]?.siglum}>
      <h2 id={`${id}-title`}>
        <a class="self" href={deepLink(lead.id)}>
          {lead.title}
        </a>
      </h2>
      <p class="where-when">{sayWhereWhen(lead)}</p>
      <p class="note">
        {witnesses.length === 1 ? 'Report ' : 'Reports '}
        {witnesses.slice(0, shownSigla).map((witness) => (
          <>
            <Siglum witness={witness} />{' '}
          </>
        ))}
        {witnesses.length > shownSigla ? `+ ${witnesses.length - shownSigla} ` : ''}
        {'· '}
        <a href="#stories">all stories</a>
      </p>
      <IncidentRecord view={view} incident={lead} level={3} />
      {tolls.length === 0 ? null : <h3 class="part">How the toll moved</h3>}
      {tolls.map((attribute) => (
        <Toll view={view} incident={lead} attribute={attribute} level={4} />
      ))}
      {hasReasons(view, lead) ? (
        <>
          <h3 class="part">Why it happened, who says so</h3>
          <Reasons view={view} incident={lead} level={4} />
        </>
      ) : null}
    </section>
  );
}

/** Print in one line the kind, place and day of an incident: "Fire · Norwick, Velm · 4 May 2031". */
export function sayWhereWhen(incident: Incident): string {
  return `${upperFirst(typeNames[incident.type])} · ${formatWhere(incident)} · ${formatWhen(incident)}`;
}

/** List the counts of dead and hurt that were stated more than once for an incident, so that their change can be drawn. */
export function listTolls(view: PageView, incident: Incident): readonly Attribute[] {
  return countAttributes.filter((name) => {
    const record = incident.attributes[name];
    const isToll = countTable[name].attackers !== undefined;
    return isToll && record !== undefined && isCountRecord(record) && hasToll(view, record);
  });
}
