import { type Edition, type Incident, isCountRecord, type PlaceRelation } from '../../model/index.ts';
import { openEdition } from '../witnesses.ts';
import { formatWhen } from '../wording/dates.ts';
import { formatWhere } from '../wording/figures.ts';

/** Print the incidents of an edition as GeoJSON (RFC 7946): one feature each, with a null geometry where no place is known. */
export function publishGeoJson(edition: Edition): string {
  const features = openEdition(edition).timeline.map(writeFeature);
  return `${JSON.stringify({ type: 'FeatureCollection', features }, null, 2)}\n`;
}

function writeFeature(incident: Incident): object {
  const { id, title, type, date, place, articles } = incident;
  const { lat, lon } = place;
  const counts = Object.entries(incident.attributes).flatMap(([name, record]) =>
    record !== undefined && isCountRecord(record)
      ? [
          [
            name,
            { low: record.low, best: record.best, high: record.high, status: record.status, policy: record.policy },
          ],
        ]
      : [],
  );
  return {
    type: 'Feature',
    id,
    geometry: lat === undefined || lon === undefined ? null : { type: 'Point', coordinates: [lon, lat] },
    properties: {
      title,
      kind: type,
      when: formatWhen(incident),
      earliest: date.earliest ?? null,
      latest: date.latest ?? null,
      where: formatWhere(incident),
      placePrecision: place.precision,
      placeRelation: place.relation === undefined ? null : describeRelation(place.relation),
      radiusKm: place.radiusKm ?? null,
      area: place.area ?? null,
      reports: articles.length,
      ...Object.fromEntries(counts),
    },
  };
}

/** Say how an incident lies to the place it is told by. */
function describeRelation({ kind, words, km, bearing, anchors }: PlaceRelation): object {
  return { kind, words, km: km ?? null, bearing: bearing ?? null, anchors };
}
