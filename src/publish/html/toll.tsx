import {
  type Attribute,
  type CountRecord,
  compareText,
  defined,
  type Incident,
  isCountRecord,
} from '../../model/index.ts';
import { nameOutletOf } from '../witnesses.ts';
import { formatDay } from '../wording/dates.ts';
import { countOf, formatNumber, formatValue } from '../wording/figures.ts';
import { attributeNames } from '../wording/labels.ts';
import { describeClaim, isOwnVoice, Siglum } from './apparatus.tsx';
import { TollChart, type TollPoint } from './toll-chart.tsx';
import { hrefTo, type PageView } from './view.ts';

const otherScopes: ReadonlySet<string> = new Set(['subset', 'scope', 'wrong-incident', 'rejected']);
const shownRows = 14;
const mostRows = 300;

interface TollProps {
  readonly view: PageView;
  readonly incident: Incident;
  readonly attribute: Attribute;
  readonly level: 3 | 4;
}

/** Tell whether a count was stated more than once, so that a change could be shown. */
export function hasToll(view: PageView, record: CountRecord): boolean {
  return listStatements(view, record).length > 1;
}

/** Print how the reported figure of one attribute changed: as a step chart with labelled lines, and as a table. */
export function Toll({ view, incident, attribute, level }: TollProps) {
  const record = incident.attributes[attribute];
  if (record === undefined || !isCountRecord(record)) return null;
  const statements = listStatements(view, record);
  const rows = statements.slice(0, mostRows).map((statement) => <TollRow statement={statement} />);
  const dated = statements.filter((statement) => statement.day !== undefined);
  const still = sayStill(dated);
  const moves = still === undefined;
  const name = attributeNames[attribute];
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <div class="toll">
      <Heading>{name}</Heading>
      {moves ? (
        <TollChart
          statements={dated}
          record={record}
          name={name}
          width={680}
          kind="wide"
          owner={`${incident.id}-${attribute}`}
        />
      ) : (
        <p class="note">{still}</p>
      )}
      {moves ? (
        <TollChart
          statements={dated}
          record={record}
          name={name}
          width={340}
          kind="narrow"
          owner={`${incident.id}-${attribute}`}
        />
      ) : null}
      <TollTable rows={rows.slice(0, shownRows)} name={name} />
      {rows.length > shownRows ? (
        <details class="more">
          <summary>{countOf(rows.length - shownRows, 'later statement')}</summary>
          <TollTable rows={rows.slice(shownRows)} name={`${name}, continued`} />
        </details>
      ) : null}
      {statements.length > mostRows ? (
        <p class="note">{`${formatNumber(statements.length - mostRows)} more stand in the apparatus above.`}</p>
      ) : null}
    </div>
  );
}

/** Say why no chart is drawn ("All dated figures are of one day."); undefined where one is. */
function sayStill(dated: readonly TollPoint[]): string | undefined {
  if (new Set(dated.map(({ day }) => day)).size < 2) return 'All dated figures are of one day.';
  return new Set(dated.map(({ figure }) => figure)).size < 2 ? 'All dated statements give the same number.' : undefined;
}

function listStatements(view: PageView, record: CountRecord): readonly TollPoint[] {
  const statements = record.readings
    .filter(({ difference }) => difference === undefined || !otherScopes.has(difference))
    .flatMap((reading) =>
      reading.claims.flatMap((id): readonly TollPoint[] => {
        const claim = view.claims.get(id);
        const witness = claim === undefined ? undefined : view.witnessOf.get(claim.article);
        if (claim === undefined || witness === undefined || claim.value.kind !== 'count') return [];
        const day = (claim.asOf?.value ?? witness.day)?.slice(0, 10);
        const figure = claim.value.anchor ?? claim.value.min;
        return [{ claim, witness, figure, ...defined({ day }), used: reading.used }];
      }),
    );
  return statements.sort(
    (a, b) =>
      compareText(a.day ?? '9999', b.day ?? '9999') || a.figure - b.figure || compareText(a.claim.id, b.claim.id),
  );
}

function TollTable({ rows, name }: { readonly rows: readonly preact.JSX.Element[]; readonly name: string }) {
  return (
    <table>
      <caption class="sr">{`${name} by day of the statement`}</caption>
      <thead>
        <tr>
          <th scope="col">As of</th>
          <th scope="col" class="num">
            Figure
          </th>
          <th scope="col">Report</th>
          <th scope="col">Speaker</th>
        </tr>
      </thead>
      <tbody>{rows}</tbody>
    </table>
  );
}

function TollRow({ statement }: { readonly statement: TollPoint }) {
  const { claim, witness, day } = statement;
  return (
    <tr>
      <td class="day">{day === undefined ? 'undated' : formatDay(day, 'short')}</td>
      <td class="num">
        <a class="plain" href={hrefTo(`t-${claim.id}`)}>
          {formatValue(claim.value)}
        </a>
      </td>
      <td>
        <Siglum witness={witness} />
        <span class="outlet-name"> {nameOutletOf(witness)}</span>
      </td>
      <td>{isOwnVoice(claim) ? 'its own voice' : describeClaim(claim).split(' · ')[0]}</td>
    </tr>
  );
}
