import {
  type Attribute,
  type AttributeReading,
  attributes,
  type Claim,
  type CountRecord,
  compareText,
  groupBy,
  type Incident,
  isCountRecord,
  type SetAside,
  type Status,
  type TermRecord,
} from '../../model/index.ts';
import { formatWhen } from '../wording/dates.ts';
import { countOf, formatRange, formatValue, formatWhere, spellCountry, splitBound } from '../wording/figures.ts';
import { listRemarks } from '../wording/incident.ts';
import { asideNames, attributeNames, statusNames, statusOf } from '../wording/labels.ts';
import { findAccepted, formatBest, formatTerm, orderReadings, sayWhy } from '../wording/standing.ts';
import { Apparatus, ClaimList, witnessesOf } from './apparatus.tsx';
import { Strip } from './strip.tsx';
import { deepLink, keyOfReading, type PageView, rowsOf } from './view.ts';

/** Print a status as a mark and a word, so that it does not depend on colour. */
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

/** Print one attribute: its accepted reading, a strip of dots for its witnesses, the reason, and the apparatus, folded. */
export function RecordRow({ view, owner, attribute, record, level, open = false }: RowProps) {
  const accepted = findAccepted(record);
  const why = sayWhy(record);
  const areStatements = why === '';
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
          {areStatements ? null : <StatusMark status={statusOf(record)} />}
        </div>
        {view.tools?.row(attribute)}
        {isCountRecord(record) ? <Strip view={view} record={record} /> : null}
        {areStatements ? null : <p class="why">{why}</p>}
        {record.readings.length === 0 ? null : (
          <details open={open}>
            <summary>
              {areStatements ? (
                countOf(record.readings.length, 'statement')
              ) : (
                <BriefApparatus view={view} readings={orderReadings(record)} accepted={accepted} name={name} />
              )}
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
    const term = formatTerm(record);
    return <span class={classOfTerm(term)}>{term ?? 'no reading accepted'}</span>;
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

/** Characters beyond which a statement is printed as text, not as a heading. */
const longTerm = 60;

function classOfTerm(term: string | undefined): string {
  if (term === undefined) return 'figure none';
  return term.length > longTerm ? 'term long' : 'term';
}

interface BriefProps {
  readonly view: PageView;
  readonly readings: readonly AttributeReading[];
  readonly accepted: AttributeReading | undefined;
  readonly name: string;
}

const shownReadings = 6;

/**
 * Print the apparatus in one line, "12 A C ] : 14 B (D)": the accepted reading, its sigla and a bracket; then the other
 * readings with theirs. Sigla of copies are in parentheses.
 */
function BriefApparatus({ view, readings, accepted, name }: BriefProps) {
  const shown = readings.slice(0, shownReadings);
  return (
    <>
      <span class="sr">{`Apparatus of ${name.toLowerCase()}: `}</span>
      {shown.map((reading, index) => (
        <span class={reading.used ? 'variant' : 'variant aside'}>
          {index === 0 ? '' : ' : '}
          <span class="v">{shorten(formatValue(reading.value))}</span>
          {reading === accepted ? ' ] ' : ' '}
          <span class="s">{citeSigla(view, reading.claims)}</span>
        </span>
      ))}
      {readings.length > shown.length ? ` : ${countOf(readings.length - shown.length, 'more reading')}` : ''}
    </>
  );
}

function shorten(words: string): string {
  return words.length > 48 ? `${words.slice(0, 46).replace(/\s+\S*$/, '')} …` : words;
}

function citeSigla(view: PageView, claims: readonly string[]): string {
  const witnesses = witnessesOf(view, claims);
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
  readonly setAside: readonly SetAside[] | undefined;
  readonly level: 3 | 4;
}

/** Print the words that tell other days or places, and what they tell instead. */
function sayAsides(words: readonly SetAside[]): string {
  const told = words.map(({ quote, why }) => `“${quote.replace(/\s+/g, ' ')}” (${asideNames[why]})`);
  return `Set aside: ${[...new Set(told)].join('; ')}.`;
}

/** Print the date or place of an incident. Linking, not a policy, has settled it, so the row shows the words behind it but no reason. */
function FactRow({ view, owner, attribute, value, status, claims, setAside = [], level }: FactProps) {
  const Heading = level === 3 ? 'h3' : 'h4';
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
        {view.tools?.row(attribute)}
        {claims.length === 0 ? null : (
          <details>
            <summary>
              <span class="sr">{`Words for the ${attribute}: `}</span>
              {groupFacts(view, claims).map(({ words, sigla }, index) => (
                <span class="variant">
                  {index === 0 ? '' : ' : '}
                  <span class="v">{shorten(words)}</span> <span class="s">{sigla}</span>
                </span>
              ))}
            </summary>
            <ClaimList view={view} ids={claims} home={keyOfReading(owner, attribute, 0)} />
            {setAside.length === 0 ? null : <p class="note">{sayAsides(setAside)}</p>}
          </details>
        )}
      </div>
    </div>
  );
}

/** Group the days or places that claims state, each with the sigla of its witnesses, most witnesses first. */
function groupFacts(
  view: PageView,
  ids: readonly string[],
): readonly { readonly words: string; readonly sigla: string }[] {
  const claims = ids.flatMap((id) => view.claims.get(id) ?? []);
  const groups = [...groupBy(claims, sayFact)].map(([words, own]) => ({ words, ids: own.map(({ id }) => id) }));
  return groups
    .map((group) => ({ ...group, count: witnessesOf(view, group.ids).length }))
    .sort((a, b) => b.count - a.count || compareText(a.words, b.words))
    .slice(0, shownReadings)
    .map(({ words, ids: own }) => ({ words, sigla: citeSigla(view, own) }));
}

/** Print the day a claim was resolved to ("on Monday" as 5 May 2031), or its place in short. */
function sayFact({ value, resolution }: Claim): string {
  if (value.kind !== 'place') return formatValue(resolution?.value ?? value);
  return [...new Set([value.name, spellCountry(value.country)])].filter((part) => part !== undefined).join(', ');
}

/** Print the whole record of an incident: counts, date, place, then the other attributes. */
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
  const opens = level === 3 && view.chapters.length === 1;
  const isCount = ([, record]: (typeof rows)[number]) => isCountRecord(record);
  return (
    <div class="record">
      {listRemarks(incident).map((remark) => (
        <p class="why">{remark}</p>
      ))}
      {rows.filter(isCount).map(([name, record], index) => (
        <RecordRow {...shared} attribute={name} record={record} open={opens && index === 0} />
      ))}
      {incident.attributes.date === undefined ? (
        <FactRow
          {...shared}
          attribute="date"
          value={formatWhen(incident)}
          status={date.status}
          claims={date.claims}
          setAside={date.setAside}
        />
      ) : null}
      {incident.attributes.place === undefined ? (
        <FactRow
          {...shared}
          attribute="place"
          value={formatWhere(incident)}
          status={undefined}
          claims={place.claims}
          setAside={place.setAside}
        />
      ) : null}
      {rows
        .filter((row) => !isCount(row))
        .map(([name, record]) => (
          <RecordRow {...shared} attribute={name} record={record} />
        ))}
    </div>
  );
}
