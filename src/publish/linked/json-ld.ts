import type { Copy, Edition } from '../../model/index.ts';
import { type OpenEdition, openEdition, type Witness } from '../witnesses.ts';
import { countOf, formatValue } from '../wording/figures.ts';
import { attributeNames } from '../wording/labels.ts';
import { addressOf, claimAddress, incidentAddress, stated } from './address.ts';

/**
 * The JSON-LD context: schema.org by default, PROV-O for which report repeats which. It is included in the output, so that a
 * reader fetches nothing.
 */
const context = {
  '@vocab': 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  url: { '@type': '@id' },
  isBasedOn: { '@type': '@id' },
  citation: { '@type': '@id' },
  appearance: { '@type': '@id' },
  firstAppearance: { '@type': '@id' },
  about: { '@type': '@id' },
  wasDerivedFrom: { '@id': 'prov:wasDerivedFrom', '@type': '@id' },
  wasQuotedFrom: { '@id': 'prov:wasQuotedFrom', '@type': '@id' },
};

/** Print an edition as JSON-LD: reports as NewsArticle, readings as Claim, incidents as Event. */
export function publishJsonLd(edition: Edition): string {
  const open = openEdition(edition);
  const graph = [
    ...open.witnesses.map((witness) => writeArticle(witness, edition.copies)),
    ...open.timeline.flatMap((incident) => [writeEvent(open, incident), ...writeClaims(open, incident)]),
  ];
  return `${JSON.stringify({ '@context': context, '@graph': graph }, null, 2)}\n`;
}

function writeArticle({ article, outlet }: Witness, copies: readonly Copy[]): object {
  const from = (kinds: readonly Copy['kind'][]) =>
    copies.filter(({ to, kind }) => to === article.id && kinds.includes(kind)).map((copy) => addressOf(copy.from));
  return stated({
    '@id': addressOf(article.id),
    '@type': 'NewsArticle',
    headline: article.headline,
    articleBody: article.text,
    datePublished: article.published?.value,
    dateModified: article.modified?.value,
    author: article.authors.map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'Organization', name: outlet },
    inLanguage: article.language,
    url: /^https?:\/\//.test(article.url ?? '') ? article.url : undefined,
    isBasedOn: from(['verbatim', 'syndicated', 'derived']),
    citation: from(['quotes']),
    wasDerivedFrom: from(['verbatim', 'syndicated', 'derived']),
    wasQuotedFrom: from(['quotes']),
  });
}

function writeEvent(open: OpenEdition, incident: Edition['incidents'][number]): object {
  const { date, place, articles } = incident;
  return stated({
    '@id': incidentAddress(incident.id),
    '@type': 'Event',
    name: incident.title,
    startDate: date.earliest,
    endDate: date.latest,
    description: `Told by ${countOf(articles.length, 'report')}; policy ${open.edition.config.policy}.`,
    location:
      place.name === null
        ? undefined
        : stated({
            '@type': 'Place',
            name: place.name,
            address: stated({
              '@type': 'PostalAddress',
              addressLocality: place.city,
              addressRegion: place.state,
              addressCountry: place.country,
            }),
            geo:
              place.lat === undefined
                ? undefined
                : { '@type': 'GeoCoordinates', latitude: place.lat, longitude: place.lon },
          }),
  });
}

/** Write one Claim for each reading: `appearance` lists all reports that give the reading, `firstAppearance` the earliest of them. */
function writeClaims(open: OpenEdition, incident: Edition['incidents'][number]): readonly object[] {
  return Object.entries(incident.attributes).flatMap(([name, record]) =>
    (record?.readings ?? []).map((reading, index) => {
      const articles = new Set(reading.claims.map((id) => open.claims.get(id)?.article));
      const seen = open.witnesses
        .filter(({ article }) => articles.has(article.id))
        .map(({ article }) => addressOf(article.id));
      const label = attributeNames[name as keyof typeof attributeNames];
      return stated({
        '@id': claimAddress(incident.id, name, index),
        '@type': 'Claim',
        name: `${label}: ${formatValue(reading.value)}`,
        about: incidentAddress(incident.id),
        appearance: seen,
        firstAppearance: seen[0],
        abstract: reading.note,
      });
    }),
  );
}
