import { scaleLinear } from 'd3-scale';
import type { AttributeReading, CountRecord, CountValue } from '../../model/index.ts';
import { formatCount, formatNumber } from '../wording/figures.ts';
import { witnessesOf } from './apparatus.tsx';
import type { PageView } from './view.ts';

const width = 340;
const edge = 22;
const step = 11;
const maxDots = 5;

const reachOfDot = 9;
const otherScopes: ReadonlySet<string> = new Set(['subset', 'scope', 'wrong-incident', 'rejected']);

interface Counted {
  readonly reading: AttributeReading;
  readonly value: CountValue;
}

interface Dot {
  readonly x: number;
  readonly level: number;
  readonly copy: boolean;
  readonly used: boolean;
}

/**
 * Draw the witnesses of a count along one axis: a dot each, hollow for a copy, with an arrow for "at least".
 *
 * The dot is at the printed number ("more than 12" at 12), or at the lower end of an interval without one ("dozens" at 24).
 * Figures that count something else (a part, another place) appear in the apparatus only.
 */
export function Strip({ view, record }: { readonly view: PageView; readonly record: CountRecord }) {
  const counted = record.readings
    .filter(({ difference }) => difference === undefined || !otherScopes.has(difference))
    .flatMap((reading): readonly Counted[] =>
      reading.value.kind === 'count' ? [{ reading, value: reading.value }] : [],
    );
  const marks = [record.low, record.best, record.high].filter((mark) => mark !== null);
  const points = [...counted.flatMap(({ value }) => extentOf(value)), ...marks];
  const [min, max] = [Math.min(...points), Math.max(...points)];
  if (counted.length < 2 || min === max) return null;
  const scale = scaleLinear([min, max], [edge, width - edge]);
  const { dots, more } = stackDots(view, counted, scale);
  const top = step * (1 + Math.max(0, ...dots.map(({ level }) => level))) + 16;
  const labels = [
    ...(record.best === null ? [] : [record.best]),
    min,
    max,
    ...marks,
    ...counted.map(({ value }) => anchorOf(value)),
  ];
  return (
    <svg
      class="strip"
      width={width}
      height={top + 24}
      viewBox={`0 0 ${width} ${top + 24}`}
      role="img"
      data-scale={`${min} ${max} ${edge} ${width - edge}`}
    >
      <title>{describeStrip(view, counted)}</title>
      {record.low !== null && record.high !== null ? (
        <line class="band" x1={scale(record.low)} x2={scale(record.high)} y1={top} y2={top} />
      ) : null}
      <line class="axis" x1={edge - 10} x2={width - edge + 10} y1={top} y2={top} />
      {counted.map(({ value }) => (
        <Reach value={value} scale={scale} y={top - 9} />
      ))}
      {dots.map(({ x, level, copy, used }) => (
        <circle class={`dot${copy ? ' copy' : ''}${used ? '' : ' aside'}`} cx={x} cy={top - 9 - level * step} r={4} />
      ))}
      {more.map(({ x, count, level }) => (
        <text class="times" x={x + 8} y={top - 5 - level * step}>{`×${count}`}</text>
      ))}
      {placeLabels([...new Set(labels)], scale).map((label) => (
        <text class={label === record.best ? 'tick best' : 'tick'} x={scale(label)} y={top + 17}>
          {formatNumber(label)}
        </text>
      ))}
    </svg>
  );
}

function describeStrip(view: PageView, counted: readonly Counted[]): string {
  const names = counted.map(({ reading, value }) => {
    const witnesses = witnessesOf(view, reading.claims);
    const sigla = witnesses.slice(0, 12).map(({ siglum }) => siglum);
    return `${formatCount(value)}: ${sigla.join(' ')}${witnesses.length > 12 ? ` and ${witnesses.length - 12} more` : ''}`;
  });
  return `Figures on one scale. ${names.join('; ')}.`;
}

/** Draw the line or arrow that shows how far an open or vague interval extends. */
function Reach({
  value,
  scale,
  y,
}: {
  readonly value: CountValue;
  readonly scale: (count: number) => number;
  readonly y: number;
}) {
  const x = scale(anchorOf(value));
  if (value.max === null) return <path class="arrow" d={`M${x},${y}h16m-4.5,-3.5l4.5,3.5l-4.5,3.5`} />;
  if (value.anchor !== undefined || value.max === value.min) return null;
  return <path class="reach" d={`M${x},${y}H${scale(value.max)}m0,-3.5v7`} />;
}

/**
 * Stack at most five dots for each figure, one above the other; where more witnesses give it, their number is printed beside
 * the dots ("×7").
 */
function stackDots(view: PageView, counted: readonly Counted[], scale: (count: number) => number) {
  const dots: Dot[] = [];
  const more: { readonly x: number; readonly count: number; readonly level: number }[] = [];
  const ordered = [...counted].sort(
    (a, b) => anchorOf(a.value) - anchorOf(b.value) || Number(b.reading.used) - Number(a.reading.used),
  );
  for (const { reading, value } of ordered) {
    const x = scale(anchorOf(value));
    const witnesses = witnessesOf(view, reading.claims);
    for (const { copies } of witnesses.slice(0, maxDots)) {
      let level = 0;
      while (dots.some((dot) => dot.level === level && Math.abs(dot.x - x) < reachOfDot)) level += 1;
      dots.push({ x, level, copy: copies.length > 0, used: reading.used });
    }
    if (witnesses.length > maxDots) more.push({ x, count: witnesses.length, level: dots.at(-1)?.level ?? 0 });
  }
  return { dots, more };
}

function anchorOf(value: CountValue): number {
  return value.anchor ?? value.min;
}

function extentOf(value: CountValue): readonly number[] {
  return value.anchor === undefined && value.max !== null ? [value.min, value.max] : [anchorOf(value)];
}

/** Drop labels that would overlap one placed before them. */
function placeLabels(wanted: readonly number[], scale: (count: number) => number): readonly number[] {
  const placed: { readonly label: number; readonly from: number; readonly to: number }[] = [];
  for (const label of wanted) {
    const half = formatNumber(label).length * 3.8 + 3;
    const box = { label, from: scale(label) - half, to: scale(label) + half };
    if (placed.every((other) => box.to < other.from || other.to < box.from)) placed.push(box);
  }
  return placed.map(({ label }) => label);
}
