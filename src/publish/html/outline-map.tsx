import {
  type GeoProjection,
  geoAzimuthalEqualArea,
  geoCentroid,
  geoCircle,
  geoDistance,
  geoEqualEarth,
  geoPath,
} from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json' with { type: 'json' };
import type { Incident } from '../../model/index.ts';

const kmPerDegree = 111.2;
/** Degrees from the middle of a map to its edge, at least: at 1:110 million the outlines are too coarse for a closer view. */
const minReach = 9;
const maxReach = 55;

/** The incidents at one place, which share a number on the map; the true place lies within `radiusKm` of the mark. */
export interface Spot {
  readonly number: number;
  readonly at: readonly [number, number];
  readonly incidents: readonly [Incident, ...Incident[]];
  readonly radiusKm: number;
}

interface MapProps {
  readonly spots: readonly Spot[];
  readonly width: number;
  readonly height: number;
  readonly kind: 'wide' | 'narrow';
}

// The JSON import types "type" as string, not as the literal "Topology"; the assertion states the package's documented format.
const world = atlas as unknown as Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

/**
 * Draw an outline map of some spots: a dot for each, a circle of the radius within which it truly lies, and its number where
 * there is room.
 */
export function OutlineMap({ spots, width, height, kind }: MapProps) {
  const projection = chooseProjection(spots, width, height);
  const path = geoPath(projection).digits(1);
  const borders = mesh(world, world.objects.countries, (a, b) => a !== b);
  const names = spots.map(({ number, incidents }) => `${number}: ${incidents[0].place.name ?? incidents[0].title}`);
  return (
    <svg class={`map ${kind}`} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img">
      <title>{`Outline map. ${names.slice(0, 20).join('; ')}. The list below says the same.`}</title>
      <path class="land" d={path(feature(world, world.objects.land)) ?? ''} />
      <path class="border" d={path(borders) ?? ''} />
      {spots.map(({ at, radiusKm }) => (
        <path
          class="reach"
          d={
            path(
              geoCircle()
                .center([at[0], at[1]])
                .radius(radiusKm / kmPerDegree)
                .precision(12)(),
            ) ?? ''
          }
        />
      ))}
      {placeMarks(spots, projection, width, height).map((mark) => (
        <SpotMark mark={mark} />
      ))}
      <rect class="frame" x={0.5} y={0.5} width={width - 1} height={height - 1} />
    </svg>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Mark extends Point {
  readonly spot: Spot;
  /** Where the number is printed; absent where other marks leave no room. */
  readonly label?: Point;
}

/** Up to this many marks all are numbered, even where the numbers overlap. */
const alwaysNumbered = 12;
const reachOfDot = 5;

/** Give the positions for the number beside its dot, the best first, as the left end of its baseline (pixels from the dot). */
function besideDot(width: number): readonly Point[] {
  return [
    { x: 8, y: -6 },
    { x: 8, y: 14 },
    { x: -8 - width, y: -6 },
    { x: -8 - width, y: 14 },
  ];
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function placeMarks(spots: readonly Spot[], projection: GeoProjection, width: number, height: number): readonly Mark[] {
  const points = spots.flatMap((spot) => {
    const at = projection([spot.at[0], spot.at[1]]);
    return at === null ? [] : [{ spot, x: at[0], y: at[1] }];
  });
  const taken: Box[] = points.map(({ x, y }) => ({
    left: x - reachOfDot,
    right: x + reachOfDot,
    top: y - reachOfDot,
    bottom: y + reachOfDot,
  }));
  return points.map((point): Mark => {
    const wide = String(point.spot.number).length * 8;
    const boxes = besideDot(wide).map(({ x, y }) => {
      const [left, bottom] = [point.x + x, point.y + y];
      return { left, right: left + wide, top: bottom - 11, bottom };
    });
    const isFree = (box: Box): boolean =>
      box.left > 0 &&
      box.top > 0 &&
      box.right < width &&
      box.bottom < height &&
      !taken.some((other) => meet(box, other));
    const box = boxes.find(isFree) ?? (spots.length <= alwaysNumbered ? boxes[0] : undefined);
    if (box === undefined) return point;
    taken.push(box);
    return { ...point, label: { x: box.left, y: box.bottom } };
  });
}

function SpotMark({ mark: { spot, x, y, label } }: { readonly mark: Mark }) {
  const main = spot.incidents.some((incident) => incident.main);
  return (
    <g>
      <circle class={main ? 'dot main' : 'dot'} cx={x.toFixed(1)} cy={y.toFixed(1)} r={main ? 4.5 : 3.5} />
      {label === undefined ? null : (
        <text class="number" x={label.x.toFixed(1)} y={label.y.toFixed(1)}>
          {spot.number}
        </text>
      )}
    </g>
  );
}

/** Fit an equal-area projection around the spots; where they lie too far apart for that, show the whole world. */
function chooseProjection(spots: readonly Spot[], width: number, height: number): GeoProjection {
  const coordinates = spots.map(({ at }): [number, number] => [at[0], at[1]]);
  const centre = geoCentroid({ type: 'MultiPoint', coordinates });
  const reaches = spots.map(
    ({ at, radiusKm }) => (geoDistance(centre, [at[0], at[1]]) * 180) / Math.PI + radiusKm / kmPerDegree,
  );
  const reach = Math.max(minReach, Math.max(...reaches) * 1.25);
  const frame: [[number, number], [number, number]] = [
    [0, 0],
    [width, height],
  ];
  if (!(reach <= maxReach)) return geoEqualEarth().fitExtent(frame, { type: 'Sphere' }).clipExtent(frame);
  const [lon, lat] = centre;
  return geoAzimuthalEqualArea()
    .rotate([-lon, -lat])
    .translate([width / 2, height / 2])
    .scale(Math.min(width, height) / 2 / (2 * Math.sin((reach * Math.PI) / 360)))
    .clipAngle(100)
    .clipExtent(frame);
}
