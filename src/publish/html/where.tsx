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
import { formatWhere } from '../figures.ts';
import { deepLink, type PageView } from './view.ts';

/**
 * How far the true spot may lie from the mark, in kilometres, for each precision a place is known with.
 *
 * A venue is known from the text only, so its mark stands at its town.
 */
const radiiKm: Readonly<Record<Incident['place']['precision'], number>> = {
  venue: 10,
  city: 10,
  district: 40,
  state: 150,
  country: 500,
  region: 500,
  water: 250,
  unknown: 1000,
};

const precisionNames: Readonly<Record<Incident['place']['precision'], string>> = {
  venue: 'a venue, marked at its town',
  city: 'the town or city',
  district: 'the district',
  state: 'the state or province',
  country: 'the country',
  region: 'the region',
  water: 'the water',
  unknown: 'nothing certain',
};

const kmPerDegree = 111.2;
/** Outlines at 1:110 million are coarse: a map never shows less than this many degrees from its middle to its edge. */
const minReach = 9;
const maxReach = 55;

interface Spot {
  readonly number: number;
  readonly at: readonly [number, number];
  readonly incidents: readonly [Incident, ...Incident[]];
  readonly radiusKm: number;
}

/** Print an outline map of all incidents with coordinates, and all places in words. */
export function Where({ view }: { readonly view: PageView }) {
  const spots = listSpots(view);
  const placed = new Set<Incident>(spots.flatMap(({ incidents }) => incidents));
  const rest = view.timeline.filter((incident) => !placed.has(incident));
  return (
    <>
      {spots.length === 0 ? null : <OutlineMap spots={spots} width={680} height={340} kind="wide" />}
      {spots.length === 0 ? null : <OutlineMap spots={spots} width={340} height={300} kind="narrow" />}
      <ol class="places">
        {spots.map(({ number, incidents, radiusKm }) => (
          <li value={number}>
            {incidents.map((incident, index) => (
              <>
                {index === 0 ? '' : '; '}
                <a href={deepLink(incident.id)}>{incident.title}</a>
              </>
            ))}
            {`: ${formatWhere(incidents[0])}. Known to ${precisionNames[loosest(incidents)]}: within some ${radiusKm} km of the mark.`}
          </li>
        ))}
      </ol>
      {rest.length === 0 ? null : (
        <p class="note">
          {`Not on ${spots.length === 0 ? 'a' : 'the'} map, for no coordinates are known: ${rest
            .slice(0, 30)
            .map((incident) => `${incident.title} (${formatWhere(incident)})`)
            .join('; ')}`}
          {rest.length > 30 ? `; and ${rest.length - 30} more` : ''}.
        </p>
      )}
    </>
  );
}

/** Gather incidents by coordinates; the lead's spot is number 1. */
function listSpots(view: PageView): readonly Spot[] {
  const spots = new Map<string, [Incident, ...Incident[]]>();
  const ordered = [
    ...(view.lead === undefined ? [] : [view.lead]),
    ...view.timeline.filter((incident) => incident !== view.lead),
  ];
  for (const incident of ordered) {
    const { lat, lon, precision } = incident.place;
    if (lat === undefined || lon === undefined) continue;
    const key = `${lat}|${lon}|${precision === 'venue' ? 'city' : precision}`;
    const here = spots.get(key);
    if (here === undefined) spots.set(key, [incident]);
    else here.push(incident);
  }
  return [...spots.values()].map((incidents, index) => {
    const { lat = 0, lon = 0 } = incidents[0].place;
    const radiusKm = Math.max(...incidents.map((incident) => radiiKm[incident.place.precision]));
    return { number: index + 1, at: [lon, lat], incidents, radiusKm };
  });
}

/** Name the loosest precision among incidents at one spot; its circle holds them all. */
function loosest(incidents: readonly [Incident, ...Incident[]]): Incident['place']['precision'] {
  return incidents.map(({ place }) => place.precision).reduce((a, b) => (radiiKm[b] > radiiKm[a] ? b : a));
}

interface MapProps {
  readonly spots: readonly Spot[];
  readonly width: number;
  readonly height: number;
  readonly kind: 'wide' | 'narrow';
}

// The JSON import widens "Topology" to string; the package's own format is what the assertion says.
const world = atlas as unknown as Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

function OutlineMap({ spots, width, height, kind }: MapProps) {
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
      {spots.map((spot) => (
        <Mark spot={spot} projection={projection} />
      ))}
      <rect class="frame" x={0.5} y={0.5} width={width - 1} height={height - 1} />
    </svg>
  );
}

function Mark({ spot, projection }: { readonly spot: Spot; readonly projection: GeoProjection }) {
  const at = projection([spot.at[0], spot.at[1]]);
  if (at === null) return null;
  const [x, y] = at;
  const main = spot.incidents.some((incident) => incident.main);
  return (
    <g>
      <circle class={main ? 'dot main' : 'dot'} cx={x.toFixed(1)} cy={y.toFixed(1)} r={main ? 4.5 : 3.5} />
      <text class="number" x={(x + 8).toFixed(1)} y={(y - 6).toFixed(1)}>
        {spot.number}
      </text>
    </g>
  );
}

/** Fit an equal-area projection around the spots; the whole world where they lie too far apart for one. */
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
