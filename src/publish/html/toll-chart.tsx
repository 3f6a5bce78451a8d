import { scaleLinear, scaleUtc } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { type Claim, type CountRecord, compareText, groupBy, toDayNumber } from '../../model/index.ts';
import { nameOutletOf, type Witness } from '../witnesses.ts';
import { formatDay } from '../wording/dates.ts';
import { formatNumber } from '../wording/figures.ts';
import { markBest, markCount } from '../wording/standing.ts';
import { type ChartScale, drawAccepted, spellScale } from './steps.ts';

/** One stated total and the day it is true of (ISO, as of the statement, else of the report). */
export interface TollPoint {
  readonly claim: Claim;
  readonly witness: Witness;
  readonly figure: number;
  readonly day?: string;
  readonly used: boolean;
}

const labelledLines = 10;

interface ChartProps {
  readonly statements: readonly TollPoint[];
  readonly record: CountRecord;
  readonly name: string;
  readonly width: number;
  readonly kind: 'wide' | 'narrow';
  /** Incident and attribute, by which the script finds the chart. */
  readonly owner: string;
}

const dayMs = 86_400_000;

// Pixels left free above and below the lines.
const margin = { top: 22, bottom: 44 } as const;

// Pixels left of the chart for the figures of the axis: at least `leastLeft`, or `perCharacter` for each character of the
// longest.
const leastLeft = 44;
const perCharacter = 7;

/** Draw a stepped line of each outlet's figure by day, the accepted figure over them, and labels at the ends of the lines. */
export function TollChart({ statements, record, name, width, kind, owner }: ChartProps) {
  const plane = layOut(statements, record, width, kind);
  const { x, y, from, to, start, end, height, scale } = plane;
  const steps = drawAccepted(record, scale);
  const lines = joinLines(statements);
  return (
    <svg
      class={`chart ${kind}`}
      data-toll={owner}
      data-scale={spellScale(scale)}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
    >
      <title>{`${name}: each outlet’s figure by day, ${formatDay(iso(from))} to ${formatDay(iso(to))}. The table below says the same.`}</title>
      <Frame x={x} y={y} from={from} to={to} height={height} start={start} end={end} kind={kind} />
      <AcceptedBand record={record} y={y} start={start} end={end} stepped={steps !== undefined} />
      <Series lines={lines} plane={plane} />
      <path class="accepted step" d={steps ?? ''} />
      <Dots statements={statements} plane={plane} />
      <Labels labels={[...labelLines(lines, y, kind), ...labelAccepted(record, y)]} plane={plane} />
    </svg>
  );
}

/** Converts days and figures into positions in the SVG, in pixels. */
interface Plane {
  readonly x: (at: Date | number) => number;
  readonly y: ReturnType<typeof scaleLinear<number, number>>;
  /** First and last day, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** Left and right end of the lines; labels begin at the right end. */
  readonly start: number;
  readonly end: number;
  readonly height: number;
  /** The same scale in a form the page's script can read, for drawing the accepted figure of another policy. */
  readonly scale: ChartScale;
}

function layOut(statements: readonly TollPoint[], record: CountRecord, width: number, kind: ChartProps['kind']): Plane {
  const height = kind === 'wide' ? 260 : 240;
  const down = [height - margin.bottom, margin.top] as const;
  const days = statements.map(timeOf);
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const figures = [...statements.map(({ figure }) => figure), record.low, record.high, record.best].filter(
    (f) => f !== null,
  );
  const y = scaleLinear([Math.min(...figures), Math.max(...figures)], down).nice(4);
  const [floor = 0, ceiling = 0] = y.domain();
  const start = Math.max(leastLeft, formatNumber(Math.ceil(ceiling)).length * perCharacter + 14);
  const across = [start, width - (kind === 'wide' ? 190 : 104)] as const;
  const x = scaleUtc([from, to], across);
  const scale = { days: [from / dayMs, to / dayMs], across, figures: [floor, ceiling], down } as const;
  return { x, y, from, to, start, end: across[1], height, scale };
}

function timeOf({ day }: TollPoint): number {
  return toDayNumber(day ?? '') * dayMs;
}

interface OutletLine {
  readonly outlet: string;
  readonly own: readonly TollPoint[];
}

/** Group the printed figures by outlet. A figure without a number ("dozens") has a dot but is no point of a line. */
function joinLines(statements: readonly TollPoint[]): readonly OutletLine[] {
  const printed = statements.filter(({ claim }) => claim.value.kind === 'count' && claim.value.anchor !== undefined);
  return [...groupBy(printed, ({ witness }) => witness.outletKey)].map(([, own]) => ({
    outlet: own[0] === undefined ? '' : nameOutletOf(own[0].witness),
    own,
  }));
}

interface Label {
  readonly text: string;
  readonly y: number;
  readonly accepted: boolean;
}

/** Label the lines; where there are more than ten, only the ten with most figures, since more labels could not be told apart. */
function labelLines(lines: readonly OutletLine[], y: Plane['y'], kind: ChartProps['kind']): readonly Label[] {
  const most = [...lines].sort((a, b) => b.own.length - a.own.length || compareText(a.outlet, b.outlet));
  const named = lines.length <= labelledLines ? lines : most.slice(0, labelledLines);
  return named.map(({ outlet, own }) => ({
    text: labelLine(outlet, own, kind),
    y: y(own.at(-1)?.figure ?? 0),
    accepted: false,
  }));
}

function labelAccepted(record: CountRecord, y: Plane['y']): readonly Label[] {
  const { best } = record;
  return best === null ? [] : [{ text: `accepted ${markBest(record)}`, y: y(best), accepted: true }];
}

function Series({ lines, plane: { x, y, to } }: { readonly lines: readonly OutletLine[]; readonly plane: Plane }) {
  const draw = line<readonly [number, number]>(
    ([at]) => x(at),
    ([, figure]) => y(figure),
  ).curve(curveStepAfter);
  return lines.map(({ own }) => {
    const stated = own.map((point) => [timeOf(point), point.figure] as const);
    return <path class="series" d={draw([...stated, [to, own.at(-1)?.figure ?? 0]]) ?? ''} />;
  });
}

function Dots({ statements, plane: { x, y } }: { readonly statements: readonly TollPoint[]; readonly plane: Plane }) {
  return distinctDots(statements).map((point) => (
    <circle
      class={`dot${point.witness.copies.length > 0 ? ' copy' : ''}${point.used ? '' : ' aside'}`}
      cx={x(timeOf(point))}
      cy={y(point.figure)}
      r={4}
    />
  ));
}

function Labels({ labels, plane: { end, height } }: { readonly labels: readonly Label[]; readonly plane: Plane }) {
  return spreadLabels(labels, height - margin.bottom).map((label) => (
    <g>
      <path class="lead" d={`M${end + 3},${label.y}L${end + 12},${label.at}`} />
      <text class={label.accepted ? 'label best' : 'label'} x={end + 16} y={label.at + 4}>
        {label.text}
      </text>
    </g>
  ));
}

/**
 * Keep one of the dots that would look the same in the same place. Hollow dots of copies come first, so that an independent one
 * is drawn over them.
 */
function distinctDots(statements: readonly TollPoint[]): readonly TollPoint[] {
  const look = ({ day, figure, witness, used }: TollPoint) => `${day}|${figure}|${witness.copies.length > 0}|${used}`;
  const dots = [...new Map(statements.map((statement) => [look(statement), statement])).values()];
  return dots.sort((a, b) => Number(b.witness.copies.length > 0) - Number(a.witness.copies.length > 0));
}

function labelLine(outlet: string, own: readonly TollPoint[], kind: 'wide' | 'narrow'): string {
  const sigla = [...new Set(own.map(({ witness }) => witness.siglum))].slice(0, 3).join(' ');
  const last = own.at(-1)?.claim.value;
  const figure = last?.kind === 'count' ? markCount(last) : '';
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
  readonly start: number;
  readonly end: number;
  readonly kind: 'wide' | 'narrow';
}

function Frame({ x, y, from, to, height, start, end, kind }: FrameProps) {
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
            <line class="grid" x1={start} x2={end} y1={y(tick)} y2={y(tick)} />
            <text class="tick end" x={start - 8} y={y(tick) + 4}>
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
  stepped,
}: {
  readonly record: CountRecord;
  readonly y: (figure: number) => number;
  readonly start: number;
  readonly end: number;
  /** True where the accepted figure changed and is drawn as steps, which take the place of its level line. */
  readonly stepped: boolean;
}) {
  const { low, best, high } = record;
  return (
    <g>
      <rect
        class="bandfill"
        x={start}
        y={low === null || high === null ? 0 : y(high)}
        width={end - start}
        height={low === null || high === null ? 0 : y(low) - y(high)}
      />
      <line
        class={best === null || stepped ? 'accepted level gone' : 'accepted level'}
        x1={start}
        x2={end}
        y1={y(best ?? 0)}
        y2={y(best ?? 0)}
      />
    </g>
  );
}

/** Move labels apart to one line height each, keeping their order and staying above `bottom`. */
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
