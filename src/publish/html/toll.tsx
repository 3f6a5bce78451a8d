import { scaleLinear, scaleUtc } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import {
  type Attribute,
  type Claim,
  type CountRecord,
  type Incident,
  isCountRecord,
  toDayNumber,
} from '../../model/index.ts';
import { countOf, formatDay, formatNumber, formatValue } from '../figures.ts';
import { attributeNames } from '../labels.ts';
import { compareText, groupBy, type Witness } from '../witnesses.ts';
import { describeClaim, Siglum } from './apparatus.tsx';
import { hrefTo, type PageView } from './view.ts';

/** One stated total and the day it is true of. */
interface Statement {
  readonly claim: Claim;
  readonly witness: Witness;
  readonly figure: number;
  readonly day?: string;
  readonly used: boolean;
}

const otherScopes: ReadonlySet<string> = new Set(['subset', 'scope', 'wrong-incident']);
const shownRows = 14;
const mostRows = 300;
const labelledLines = 10;

/** Print how the reported figure of one attribute moved: a step chart with direct labels, and the same as a table. */
export function Toll({
  view,
  incident,
  attribute,
}: {
  readonly view: PageView;
  readonly incident: Incident;
  readonly attribute: Attribute;
}) {
  const record = incident.attributes[attribute];
  if (record === undefined || !isCountRecord(record)) return null;
  const statements = listStatements(view, record);
  if (statements.length < 2) return null;
  const rows = statements.slice(0, mostRows).map((statement) => <TollRow statement={statement} />);
  const dated = statements.filter((statement) => statement.day !== undefined);
  const moves = new Set(dated.map(({ day }) => day)).size > 1;
  const name = attributeNames[attribute];
  return (
    <div class="toll">
      <h3>{name}</h3>
      {moves ? (
        <Chart statements={dated} record={record} name={name} width={680} kind="wide" />
      ) : (
        <p class="note">All dated figures are of one day.</p>
      )}
      {moves ? <Chart statements={dated} record={record} name={name} width={340} kind="narrow" /> : null}
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

function listStatements(view: PageView, record: CountRecord): readonly Statement[] {
  const statements = record.readings
    .filter(({ difference }) => difference === undefined || !otherScopes.has(difference))
    .flatMap((reading) =>
      reading.claims.flatMap((id): readonly Statement[] => {
        const claim = view.claims.get(id);
        const witness = claim === undefined ? undefined : view.witnessOf.get(claim.article);
        if (claim === undefined || witness === undefined || claim.value.kind !== 'count') return [];
        const day = (claim.asOf?.value ?? witness.day)?.slice(0, 10);
        const figure = claim.value.anchor ?? claim.value.min;
        return [{ claim, witness, figure, ...(day === undefined ? {} : { day }), used: reading.used }];
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

function TollRow({ statement }: { readonly statement: Statement }) {
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
        <Siglum witness={witness} /> {witness.outlet}
      </td>
      <td>{describeClaim(claim).split(' · ')[0]}</td>
    </tr>
  );
}

interface ChartProps {
  readonly statements: readonly Statement[];
  readonly record: CountRecord;
  readonly name: string;
  readonly width: number;
  readonly kind: 'wide' | 'narrow';
}

const dayMs = 86_400_000;

function Chart({ statements, record, name, width, kind }: ChartProps) {
  const right = kind === 'wide' ? 190 : 104;
  const height = kind === 'wide' ? 260 : 240;
  const days = statements.map(({ day }) => toDayNumber(day ?? '') * dayMs);
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const figures = [...statements.map(({ figure }) => figure), record.low, record.high, record.best].filter(
    (f) => f !== null,
  );
  const x = scaleUtc([from, to], [44, width - right]);
  const y = scaleLinear([Math.min(...figures), Math.max(...figures)], [height - 44, 22]).nice(4);
  const printed = statements.filter(({ claim }) => claim.value.kind === 'count' && claim.value.anchor !== undefined);
  const lines = [...groupBy(printed, ({ witness }) => witness.outletKey)].map(([, own]) => ({
    outlet: own[0]?.witness.outlet ?? '',
    own,
  }));
  const told =
    lines.length <= labelledLines
      ? lines
      : [...lines]
          .sort((a, b) => b.own.length - a.own.length || compareText(a.outlet, b.outlet))
          .slice(0, labelledLines);
  const draw = line<readonly [number, number]>(
    ([at]) => x(at),
    ([, figure]) => y(figure),
  ).curve(curveStepAfter);
  const labels = told.map(({ outlet, own }) => ({
    text: labelLine(outlet, own, kind),
    y: y(own.at(-1)?.figure ?? 0),
    accepted: false,
  }));
  if (record.best !== null)
    labels.push({ text: `accepted ${formatNumber(record.best)}`, y: y(record.best), accepted: true });
  return (
    <svg class={`chart ${kind}`} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img">
      <title>{`${name}: each outlet’s figure by day, ${formatDay(iso(from))} to ${formatDay(iso(to))}. The table below says the same.`}</title>
      <Frame x={x} y={y} from={from} to={to} height={height} end={width - right} kind={kind} />
      <AcceptedBand record={record} y={y} start={44} end={width - right} />
      {lines.map(({ own }) => (
        <path
          class="series"
          d={
            draw([
              ...own.map(({ day, figure }) => [toDayNumber(day ?? '') * dayMs, figure] as const),
              [to, own.at(-1)?.figure ?? 0],
            ]) ?? ''
          }
        />
      ))}
      {distinctDots(statements).map(({ witness, figure, used, day }) => (
        <circle
          class={`dot${witness.copies.length > 0 ? ' copy' : ''}${used ? '' : ' aside'}`}
          cx={x(toDayNumber(day ?? '') * dayMs)}
          cy={y(figure)}
          r={4}
        />
      ))}
      {spreadLabels(labels, height - 44).map((label) => (
        <g>
          <path class="lead" d={`M${width - right + 3},${label.y}L${width - right + 12},${label.at}`} />
          <text class={label.accepted ? 'label best' : 'label'} x={width - right + 16} y={label.at + 4}>
            {label.text}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Keep one dot for each place and look; a copy's hollow dot is drawn under the independent one. */
function distinctDots(statements: readonly Statement[]): readonly Statement[] {
  const look = ({ day, figure, witness, used }: Statement) => `${day}|${figure}|${witness.copies.length > 0}|${used}`;
  const dots = [...new Map(statements.map((statement) => [look(statement), statement])).values()];
  return dots.sort((a, b) => Number(b.witness.copies.length > 0) - Number(a.witness.copies.length > 0));
}

function labelLine(outlet: string, own: readonly Statement[], kind: 'wide' | 'narrow'): string {
  const sigla = [...new Set(own.map(({ witness }) => witness.siglum))].slice(0, 3).join(' ');
  const figure = formatNumber(own.at(-1)?.figure ?? 0);
  const name = outlet.length > 19 ? `${outlet.slice(0, 18).trimEnd()}…` : outlet;
  return kind === 'wide' ? `${figure}  ${sigla}  ${name}` : `${figure}  ${sigla}`;
}

function iso(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

interface FrameProps {
  readonly x: (at: Date) => number;
  readonly y: ReturnType<typeof scaleLinear<number, number>>;
  readonly from: number;
  readonly to: number;
  readonly height: number;
  readonly end: number;
  readonly kind: 'wide' | 'narrow';
}

function Frame({ x, y, from, to, height, end, kind }: FrameProps) {
  const ticks = scaleUtc([from, to], [0, 1])
    .ticks(kind === 'wide' ? 6 : 3)
    .filter((tick) => tick.getTime() % dayMs === 0);
  return (
    <g>
      {y
        .ticks(4)
        .filter(Number.isInteger)
        .map((tick) => (
          <g>
            <line class="grid" x1={44} x2={end} y1={y(tick)} y2={y(tick)} />
            <text class="tick end" x={36} y={y(tick) + 4}>
              {formatNumber(tick)}
            </text>
          </g>
        ))}
      {ticks.map((tick) => (
        <text class="tick" x={x(tick)} y={height - 14}>
          {formatDay(tick.toISOString().slice(0, 10), 'short').replace(/ \d{4}$/, '')}
        </text>
      ))}
    </g>
  );
}

function AcceptedBand({
  record,
  y,
  start,
  end,
}: {
  readonly record: CountRecord;
  readonly y: (figure: number) => number;
  readonly start: number;
  readonly end: number;
}) {
  const { low, best, high } = record;
  return (
    <g>
      {low !== null && high !== null && high > low ? (
        <rect class="bandfill" x={start} y={y(high)} width={end - start} height={y(low) - y(high)} />
      ) : null}
      {best === null ? null : <line class="accepted" x1={start} x2={end} y1={y(best)} y2={y(best)} />}
    </g>
  );
}

interface Label {
  readonly text: string;
  readonly y: number;
  readonly accepted: boolean;
}

/** Push labels apart to a line height each, keeping their order. */
function spreadLabels(labels: readonly Label[], bottom: number): readonly (Label & { readonly at: number })[] {
  const gap = 16;
  const sorted = [...labels].sort((a, b) => a.y - b.y || compareText(a.text, b.text));
  const placed: (Label & { readonly at: number })[] = [];
  for (const label of sorted) placed.push({ ...label, at: Math.max(label.y, (placed.at(-1)?.at ?? -gap) + gap) });
  const over = Math.max(0, (placed.at(-1)?.at ?? 0) - bottom);
  const lifted: (Label & { readonly at: number })[] = [];
  let floor = Number.POSITIVE_INFINITY;
  for (const label of placed.reverse()) {
    const at = over > 0 ? Math.min(label.at, Math.min(floor - gap, bottom)) : label.at;
    lifted.push({ ...label, at });
    floor = at;
  }
  return lifted.reverse();
}
