import type { Edition } from '../../model/index.ts';
import { publishMarkdown } from '../markdown.ts';
import { openEdition } from '../witnesses.ts';
import { formatWhen } from '../wording/dates.ts';
import { formatWhere } from '../wording/figures.ts';
import { addressOf, incidentAddress, stated } from './address.ts';

/**
 * Print an edition as one IPTC ninjs 3 news item: the brief as its body, incidents as events, reports as sources.
 *
 * `versionCreated` is the end of the newest report day, the only time an edition states. `people` stays empty: an edition names
 * nobody outside its records.
 */
export function publishNinjs(edition: Edition): string {
  const open = openEdition(edition);
  const newest = open.witnesses
    .flatMap(({ day }) => day ?? [])
    .sort()
    .at(-1);
  const placed = open.timeline.filter(({ place }) => place.name !== null);
  const item = stated({
    uri: `urn:variorum:edition:${edition.config.hash}`,
    standard: { name: 'ninjs', version: '3.0', schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json' },
    type: 'text',
    version: '1',
    versionCreated: newest === undefined ? undefined : `${newest}T23:59:59Z`,
    pubStatus: 'usable',
    language: 'en',
    headlines: [{ role: 'main', value: open.lead?.title ?? 'Nothing was read' }],
    bodies: [{ role: 'main', contentType: 'text/markdown', value: publishMarkdown(edition) }],
    organisations: edition.actors.map(({ id, name }) => ({ uri: `urn:variorum:actor:${id}`, name })),
    places: placed.map((incident) => {
      const { lat, lon, name } = incident.place;
      const geometry = lat === undefined ? {} : { geojson: { type: 'Point', coordinates: [lon, lat] } };
      return { name: name ?? '', uri: `${incidentAddress(incident.id)}:place`, ...geometry };
    }),
    events: open.timeline.map((incident) => ({
      uri: incidentAddress(incident.id),
      name: `${incident.title} (${formatWhere(incident)}, ${formatWhen(incident)})`,
    })),
    infoSources: open.witnesses.map(({ outlet, article }) => ({
      name: outlet,
      uri: addressOf(article.id),
      role: 'source',
    })),
  });
  return `${JSON.stringify({ ...item, people: [] }, null, 2)}\n`;
}
