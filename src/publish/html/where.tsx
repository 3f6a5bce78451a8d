import type { Incident } from '../../model/index.ts';
import { formatWhere } from '../wording/figures.ts';
import { OutlineMap, type Spot } from './outline-map.tsx';
import { deepLink, type PageView } from './view.ts';

/**
 * Radius within which the true place lies around its mark, in kilometres, for each precision of a place.
 *
 * A venue ("Norwick Mill") is known from the text only, without coordinates, so its mark is at its town.
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
  venue: 'the town',
  city: 'the town',
  district: 'the district',
  state: 'the state or province',
  country: 'the country',
  region: 'the region',
  water: 'the water',
  unknown: 'nothing certain',
};

const shownUnplaced = 30;

/** Print an outline map of the incidents that have coordinates, and a list of all places in words. */
export function Where({ view }: { readonly view: PageView }) {
  const spots = listSpots(view);
  const placed = new Set<Incident>(spots.flatMap(({ incidents }) => incidents));
  const rest = view.timeline.filter((incident) => !placed.has(incident));
  return (
    <>
      {spots.length === 0 ? null : (
        <>
          <OutlineMap spots={spots} width={680} height={340} kind="wide" />
          <OutlineMap spots={spots} width={340} height={300} kind="narrow" />
          <p class="note">
            A venue is marked at its town. A circle shows how far from its mark a place known only loosely may lie.
          </p>
          <ol class="places">
            {spots.map((spot) => (
              <SpotLine spot={spot} />
            ))}
          </ol>
        </>
      )}
      {rest.length === 0 ? null : (
        <p class="note">
          {`Not on ${spots.length === 0 ? 'a' : 'the'} map, for no coordinates are known: `}
          {rest.slice(0, shownUnplaced).map((incident, index) => (
            <>
              {index === 0 ? '' : '; '}
              <a href={deepLink(incident.id)}>{incident.title}</a>
              {` (${formatWhere(incident)})`}
            </>
          ))}
          {rest.length > shownUnplaced ? `; and ${rest.length - shownUnplaced} more` : ''}.
        </p>
      )}
    </>
  );
}

function SpotLine({ spot: { number, incidents, radiusKm } }: { readonly spot: Spot }) {
  const [first] = incidents;
  const { venue: _venue, ...town } = first.place;
  const where = formatWhere({ place: incidents.length === 1 ? first.place : town });
  return (
    <li value={number}>
      {`${where} (known to ${precisionNames[loosest(incidents)]}, within some ${radiusKm} km): `}
      {incidents.map((incident, index) => (
        <>
          {index === 0 ? '' : '; '}
          <a href={deepLink(incident.id)}>{incident.title}</a>
        </>
      ))}
    </li>
  );
}

/** Group incidents by coordinates and number the groups; incidents with a chapter come first. */
function listSpots(view: PageView): readonly Spot[] {
  const spots = new Map<string, [Incident, ...Incident[]]>();
  const ordered = [...view.chapters, ...view.timeline.filter((incident) => !view.chapters.includes(incident))];
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
    const radiusKm = Math.max(...incidents.map(({ place }) => place.radiusKm ?? radiiKm[place.precision]));
    return { number: index + 1, at: [lon, lat], incidents, radiusKm };
  });
}

/** Give the least precise precision among incidents at one spot; its circle includes the others. */
function loosest(incidents: readonly [Incident, ...Incident[]]): Incident['place']['precision'] {
  return incidents.map(({ place }) => place.precision).reduce((a, b) => (radiiKm[b] > radiiKm[a] ? b : a));
}
