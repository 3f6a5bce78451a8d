import {
  type Attribute,
  type AttributeReading,
  attributes,
  type CountRecord,
  type Incident,
  isCountRecord,
  type Status,
  type TermRecord,
} from '../../model/index.ts';
import { formatWhen } from '../dates.ts';
import { countOf, formatRange, formatValue, formatWhere, splitBound } from '../figures.ts';
import { attributeNames, statusNames, statusOf } from '../labels.ts';
import { findAccepted, formatBest, formatTerm, sayWhy } from '../standing.ts';
import { Apparatus, ClaimList, witnessesOf } from './apparatus.tsx';
import { Strip } from './strip.tsx';
import { deepLink, keyOfReading, type PageView, rowsOf } from './view.ts';

/** Print a status by mark and word. */
export function StatusMark({ status }: { readonly status: keyof typeof statusNames }) {
  const { mark, word } = statusNames[status];
  return (
    <span class={`status ${status}`}>
      <span aria-hidden="true">{mark}</span> {word}
    </span>
  );
}

interface RowProps {
  readonly view: PageView;
  readonly owner: string;
  readonly attribute: Attribute | 'area';
  readonly record: CountRecord | TermRecord;
  readonly level: 3 | 4;
  readonly open?: boolean;
}

/** Print one attribute: the accepted reading, the strip of its witnesses, why, and the apparatus folded under it. */
export function RecordRow({ view, owner, attribute, record, level, open = false }: RowProps) {
  const accepted = findAccepted(record);
  const name = attribute === 'area' ? 'Active in' : attributeNames[attribute];
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <div class="row" data-a={attribute} id={`i-${owner}-${attribute}`}>
      <Heading>
        <a class="self" href={deepLink(owner, attribute)}>
          {name}
        </a>
      </Heading>
      <div class="cell">
        <div class="line">
          <Accepted record={record} />
          <StatusMark status={statusOf(record)} />
        </div>
        {isCountRecord(record) ? <Strip view={view} record={record} /> : null}
        <p class="why">{sayWhy(record)}</p>
        {record.readings.length === 0 ? null : (
          <details open={open}>
            <summary>
              <BriefApparatus view={view} readings={record.readings} accepted={accepted} name={name} />
            </summary>
            <Apparatus view={view} owner={owner} attribute={attribute} record={record} accepted={accepted} />
          </details>
        )}
      </div>
    </div>
  );
}

function Accepted({ record }: { readonly record: CountRecord | TermRecord }) {
  if (!isCountRecord(record)) {
    return (
      <span class={record.value === null ? 'figure none' : 'term'}>{formatTerm(record) ?? 'no reading accepted'}</span>
    );
  }
  const range = formatRange(record);
  const [bound, figure] = splitBound(formatBest(record));
  return (
    <span class="accepted">
      <span class={record.best === null ? 'figure none' : 'figure'}>
        {bound === '' ? null : <span class="bound">{bound}</span>}
        {figure}
      </span>
      {range === '' ? null : <span class="range"> {range}</span>}
    </span>
  );
}

interface BriefProps {
  readonly view: PageView;
  readonly readings: readonly AttributeReading[];
  readonly accepted: AttributeReading | undefined;
  readonly name: string;
}

const shownReadings = 6;

/** Print the negative apparatus in one line: lemma, bracket, sigla; variants with theirs. Copies stand in parentheses. */
function BriefApparatus({ view, readings, accepted, name }: BriefProps) {
  const ordered = accepted === undefined ? readings : [accepted, ...readings.filter((reading) => reading !== accepted)];
  const shown = ordered.slice(0, shownReadings);
  return (
    <>
      <span class="sr">{`Apparatus of ${name.toLowerCase()}: `}</span>
      {shown.map((reading, index) => (
        <span class={reading.used ? 'variant' : 'variant aside'}>
          {index === 0 ? '' : ' : '}
          <span class="v">{shorten(formatValue(reading.value))}</span>
          {reading === accepted ? ' ] ' : ' '}
          <span class="s">{citeSigla(view, reading)}</span>
        </span>
      ))}
      {ordered.length > shown.length ? ` : ${countOf(ordered.length - shown.length, 'more reading')}` : ''}
    </>
  );
}

function shorten(words: string): string {
  return words.length > 48 ? `${words.slice(0, 45).trimEnd()} …` : words;
}

function citeSigla(view: PageView, reading: AttributeReading): string {
  const witnesses = witnessesOf(view, reading.claims);
  const shown = witnesses.slice(0, 8).map(({ siglum, copies }) => (copies.length > 0 ? `(${siglum})` : siglum));
  return witnesses.length > 8 ? `${shown.join(' ')} + ${witnesses.length - 8}` : shown.join(' ');
}

interface FactProps {
  readonly view: PageView;
  readonly owner: string;
  readonly attribute: 'date' | 'place';
  readonly value: string;
  readonly status: Status | undefined;
  readonly claims: readonly string[];
  readonly level: 3 | 4;
}

/** Print the date or place, which linking agreed on, with the words it rests on. */
function FactRow({ view, owner, attribute, value, status, claims, level }: FactProps) {
  const Heading = level === 3 ? 'h3' : 'h4';
  const sigla = witnessesOf(view, claims).map(({ siglum, copies }) => (copies.length > 0 ? `(${siglum})` : siglum));
  return (
    <div class="row" data-a={attribute} id={`i-${owner}-${attribute}`}>
      <Heading>
        <a class="self" href={deepLink(owner, attribute)}>
          {attributeNames[attribute]}
        </a>
      </Heading>
      <div class="cell">
        <div class="line">
          <span class="term">{value}</span>
          {status === undefined ? null : <StatusMark status={status} />}
        </div>
        {claims.length === 0 ? null : (
          <details>
            <summary>
              <span class="sr">{`Words for the ${attribute}: `}</span>
              {countOf(claims.length, 'passage')} <span class="s">{sigla.slice(0, 12).join(' ')}</span>
            </summary>
            <ClaimList view={view} ids={claims} home={keyOfReading(owner, attribute, 0)} />
          </details>
        )}
      </div>
    </div>
  );
}

/** Print an incident's whole record: counts, date, place, terms. */
export function IncidentRecord({
  view,
  incident,
  level,
}: {
  readonly view: PageView;
  readonly incident: Incident;
  readonly level: 3 | 4;
}) {
  const rows = rowsOf(incident, attributes);
  const shared = { view, owner: incident.id, level };
  const { date, place } = incident;
  const isCount = ([, record]: (typeof rows)[number]) => isCountRecord(record);
  return (
    <div class="record">
      {rows.filter(isCount).map(([name, record], index) => (
        <RecordRow {...shared} attribute={name} record={record} open={level === 3 && index === 0} />
      ))}
      {incident.attributes.date === undefined ? (
        <FactRow {...shared} attribute="date" value={formatWhen(incident)} status={date.status} claims={date.claims} />
      ) : null}
      {incident.attributes.place === undefined ? (
        <FactRow {...shared} attribute="place" value={formatWhere(incident)} status={undefined} claims={place.claims} />
      ) : null}
      {rows
        .filter((row) => !isCount(row))
        .map(([name, record]) => (
          <RecordRow {...shared} attribute={name} record={record} />
        ))}
    </div>
  );
}
