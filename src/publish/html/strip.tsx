import { scaleLinear } from 'd3-scale';
import type { AttributeReading, CountRecord, CountValue } from '../../model/index.ts';
import { formatCount, formatNumber } from '../figures.ts';
import { witnessesOf } from './apparatus.tsx';
import type { PageView } from './view.ts';

const width = 340;
const edge = 22;
const step = 11;
const maxDots = 4;

interface Column {
  readonly x: number;
  /** Where an open or vague interval ends; `Infinity` is unbounded. */
  readonly to?: number;
  readonly dots: readonly { readonly copy: boolean; readonly used: boolean }[];
}

/**
 * Draw a record's witnesses on one scale: a dot each, hollow where it is a copy, an arrow where it says "at least".
 *
 * A dot stands at the printed number, or at the lower end of an interval whose words print none.
 */
export function Strip({ view, record }: { readonly view: PageView; readonly record: CountRecord }) {
  const counted = record.readings.flatMap((reading) =>
    reading.value.kind === 'count' ? [{ reading, value: reading.value }] : [],
  );
  const marks = [record.low, record.best, record.high].filter((mark) => mark !== null);
  const points = [...counted.flatMap(({ value }) => extentOf(value)), ...marks];
  const [min, max] = [Math.min(...points), Math.max(...points)];
  if (counted.length < 2 || min === max) return null;
  const scale = scaleLinear([min, max], [edge, width - edge]);
  const columns = stackColumns(view, counted, scale);
  const top = step * Math.min(maxDots, Math.max(...columns.map((column) => column.dots.length))) + 14;
  const names = counted.map(
    ({ reading, value }) =>
      `${formatCount(value)}: ${witnessesOf(view, reading.claims)
        .map((w) => w.siglum)
        .join(' ')}`,
  );
  return (
    <svg class="strip" width={width} height={top + 24} viewBox={`0 0 ${width} ${top + 24}`} role="img">
      <title>{`Figures on one scale. ${names.join('; ')}.`}</title>
      <line class="axis" x1={edge - 10} x2={width - edge + 10} y1={top} y2={top} />
      {record.low !== null && record.high !== null && record.low < record.high ? (
        <line class="band" x1={scale(record.low)} x2={scale(record.high)} y1={top} y2={top} />
      ) : null}
      {columns.map((column) => (
        <Stack column={column} top={top} />
      ))}
      {placeLabels(
        [...new Set([...marks.slice(1, 2), min, max, ...marks, ...counted.map(({ value }) => anchorOf(value))])],
        scale,
      ).map((label) => (
        <text class={label === record.best ? 'tick best' : 'tick'} x={scale(label)} y={top + 17}>
          {formatNumber(label)}
        </text>
      ))}
    </svg>
  );
}

function Stack({ column, top }: { readonly column: Column; readonly top: number }) {
  const { x, to, dots } = column;
  const y = top - 8;
  const end = to === undefined ? undefined : Math.min(to, width - 6);
  return (
    <g>
      {end === undefined ? null : <line class="reach" x1={x} x2={end} y1={y} y2={y} />}
      {to === Number.POSITIVE_INFINITY && end !== undefined ? (
        <path class="arrow" d={`M${end - 4},${y - 3.5}l4.5,3.5l-4.5,3.5`} />
      ) : null}
      {dots.slice(0, maxDots).map((dot, index) => (
        <circle class={`dot${dot.copy ? ' copy' : ''}${dot.used ? '' : ' aside'}`} cx={x} cy={y - index * step} r={4} />
      ))}
      {dots.length > maxDots ? (
        <text class="times" x={x + 8} y={y - (maxDots - 1) * step + 4}>{`×${dots.length}`}</text>
      ) : null}
    </g>
  );
}

function stackColumns(
  view: PageView,
  counted: readonly { readonly reading: AttributeReading; readonly value: CountValue }[],
  scale: (count: number) => number,
): readonly Column[] {
  const columns = new Map<string, Column>();
  for (const { reading, value } of counted) {
    const x = scale(anchorOf(value));
    const to = reachOf(value, scale);
    const key = `${x}|${to ?? ''}`;
    const dots = witnessesOf(view, reading.claims).map((witness) => ({
      copy: witness.copies.length > 0,
      used: reading.used,
    }));
    columns.set(key, { x, ...(to === undefined ? {} : { to }), dots: [...(columns.get(key)?.dots ?? []), ...dots] });
  }
  return liftColumns([...columns.values()]);
}

/** Give columns at one x a common foot, so that no dot hides another. */
function liftColumns(columns: readonly Column[]): readonly Column[] {
  const merged = new Map<number, Column>();
  for (const column of columns) {
    const before = merged.get(column.x);
    const to = Math.max(before?.to ?? 0, column.to ?? 0);
    merged.set(column.x, { x: column.x, ...(to > 0 ? { to } : {}), dots: [...(before?.dots ?? []), ...column.dots] });
  }
  return [...merged.values()];
}

function anchorOf(value: CountValue): number {
  return value.anchor ?? value.min;
}

function reachOf(value: CountValue, scale: (count: number) => number): number | undefined {
  if (value.max === null) return Number.POSITIVE_INFINITY;
  return value.anchor === undefined && value.max > value.min ? scale(value.max) : undefined;
}

function extentOf(value: CountValue): readonly number[] {
  return value.anchor === undefined && value.max !== null ? [value.min, value.max] : [anchorOf(value)];
}

/** Keep the labels that do not run into one placed before them. */
function placeLabels(wanted: readonly number[], scale: (count: number) => number): readonly number[] {
  const placed: { readonly label: number; readonly from: number; readonly to: number }[] = [];
  for (const label of wanted) {
    const half = formatNumber(label).length * 3.8 + 3;
    const box = { label, from: scale(label) - half, to: scale(label) + half };
    if (placed.every((other) => box.to < other.from || other.to < box.from)) placed.push(box);
  }
  return placed.map(({ label }) => label);
}
