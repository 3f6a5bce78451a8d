import { geoEqualEarth, geoPath } from 'd3-geo';
import { useMemo } from 'preact/hooks';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json' with { type: 'json' };
import { countOf, formatNumber, spellCountry } from '../../../src/publish/wording/figures.ts';
import type { PlaceSum } from '../../../src/service/index.ts';
import { useRoomEvents } from './live.ts';
import { useLoaded } from './load.ts';
import { Waiting } from './waiting.tsx';

interface Places {
  readonly places: readonly PlaceSum[];
  readonly unplaced: number;
}

// The JSON import types "type" as string, not as the literal "Topology"; the assertion states the package's documented format.
const world = atlas as unknown as Topology<{ countries: GeometryCollection; land: GeometryCollection }>;
const [width, height] = [1200, 560];
const shownPlaces = 100;
const smallestDot = 5;

/** All incidents on one map, and the places in words. */
export function MapView() {
  const { value, error, reload } = useLoaded<Places>('/places');
  useRoomEvents(({ kind }) => {
    if (kind === 'decided' || kind === 'added') void reload();
  });
  if (value === undefined) return <Waiting error={error} />;
  const { places, unplaced } = value;
  const placed = places.reduce((sum, { incidents }) => sum + incidents, 0);
  return (
    <main class="wide-view">
      <h1>Map</h1>
      <p class="note">
        {`${countOf(placed, 'incident')} at ${countOf(places.length, 'place')}; of ${formatNumber(unplaced)} no coordinates are known. The size of a dot is the number of its incidents.`}
      </p>
      <WorldMap places={places} />
      <PlaceTable places={places.slice(0, shownPlaces)} />
    </main>
  );
}

function WorldMap({ places }: Pick<Places, 'places'>) {
  const frame: [[number, number], [number, number]] = [
    [4, 4],
    [width - 4, height - 4],
  ];
  const projection = useMemo(() => geoEqualEarth().fitExtent(frame, { type: 'Sphere' }), []);
  const outline = useMemo(() => {
    const path = geoPath(projection).digits(1);
    const borders = mesh(world, world.objects.countries, (a, b) => a !== b);
    return { land: path(feature(world, world.objects.land)) ?? '', borders: path(borders) ?? '' };
  }, [projection]);
  return (
    <svg class="map" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img">
      <title>Map of the world with a dot at each place; the table below says the same.</title>
      <path class="land" d={outline.land} />
      <path class="border" d={outline.borders} />
      {places.toReversed().map(({ lat, lon, name, incidents }) => {
        const at = projection([lon, lat]);
        return at === null ? null : (
          <circle
            class="dot main"
            cx={at[0].toFixed(1)}
            cy={at[1].toFixed(1)}
            r={(smallestDot * Math.sqrt(incidents)).toFixed(1)}
          >
            <title>{`${name}: ${countOf(incidents, 'incident')}`}</title>
          </circle>
        );
      })}
    </svg>
  );
}

function PlaceTable({ places }: Pick<Places, 'places'>) {
  if (places.length === 0) return null;
  return (
    <table class="stories places-table">
      <caption class="sr">Places, those of most incidents first</caption>
      <thead>
        <tr>
          <th scope="col">Where</th>
          <th scope="col">Country</th>
          <th scope="col" class="num">
            Incidents
          </th>
          <th scope="col" class="num">
            Killed
          </th>
        </tr>
      </thead>
      <tbody>
        {places.map(({ name, country, incidents, killed }) => (
          <tr>
            <th scope="row">
              <a href={`/incidents?words=${encodeURIComponent(name)}`}>{name}</a>
            </th>
            <td>{spellCountry(country) ?? ''}</td>
            <td class="num">
              {formatNumber(incidents)}
              <span class="unit">{incidents === 1 ? ' incident' : ' incidents'}</span>
            </td>
            <td class="num">
              {formatNumber(killed)}
              <span class="unit"> killed</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
