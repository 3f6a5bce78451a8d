import { type Edition, type Incident, makeId } from '../../model/index.ts';
import { type OpenEdition, openEdition, type Witness } from '../witnesses.ts';
import { sayProof } from '../wording/incident.ts';
import { attributeNames } from '../wording/labels.ts';

/** An entity of FollowTheMoney (the data model of OCCRP Aleph): every property is a list of strings. */
interface Entity {
  readonly id: string;
  readonly schema: 'Event' | 'Article' | 'Mention' | 'Note' | 'Organization';
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/**
 * Print an edition as FollowTheMoney entities, one JSON object a line: reports, incidents, organisations, and the relations
 * between them.
 */
export function publishFtm(edition: Edition): string {
  const open = openEdition(edition);
  const entities = [
    ...open.witnesses.map(writeArticle),
    ...edition.actors.map(({ id, name, aliases }) =>
      makeEntity(id, 'Organization', { name: [name], alias: [...aliases] }),
    ),
    ...open.timeline.flatMap((incident) => [writeEvent(open, incident), ...writeNotes(incident)]),
    ...writeMentions(open),
  ];
  return entities.map((entity) => `${JSON.stringify(entity)}\n`).join('');
}

function makeEntity(
  id: string,
  schema: Entity['schema'],
  properties: Readonly<Record<string, readonly (string | null | undefined)[]>>,
): Entity {
  const known = Object.entries(properties).map(([name, values]) => {
    const told = values.filter((value): value is string => value !== undefined && value !== null && value !== '');
    return [name, [...new Set(told)]] as const;
  });
  return { id, schema, properties: Object.fromEntries(known.filter(([, values]) => values.length > 0)) };
}

function writeArticle({ article, outlet }: Witness): Entity {
  const web = /^https?:\/\//.test(article.url ?? '') ? article.url : undefined;
  return makeEntity(article.id, 'Article', {
    title: [article.headline ?? outlet],
    publisher: [outlet],
    author: [...article.authors],
    publishedAt: [article.published?.value],
    sourceUrl: [web],
    language: [article.language === 'en' ? 'eng' : undefined],
    bodyText: [article.text],
  });
}

function writeEvent(open: OpenEdition, incident: Incident): Entity {
  const { date, place } = incident;
  const involved = open.edition.actors.filter(({ incidents }) => incidents.includes(incident.id)).map(({ id }) => id);
  return makeEntity(incident.id, 'Event', {
    name: [incident.title],
    startDate: [date.earliest],
    endDate: [date.latest],
    location: [place.venue, place.name],
    country: [place.country?.toLowerCase()],
    summary: Object.entries(incident.attributes).map(
      ([name, record]) => `${attributeNames[name as keyof typeof attributeNames]}: ${record?.why ?? ''}`,
    ),
    involved,
    proof: incident.articles.slice(),
  });
}

function writeNotes(incident: Incident): readonly Entity[] {
  const proven = (incident.proof ?? []).map((proof) => ({ by: proof.by, at: proof.at, text: sayProof(proof) }));
  return [...(incident.notes ?? []), ...proven].map(({ by, at, text }) =>
    makeEntity(makeId('note', incident.id, by, at, text), 'Note', {
      name: [by],
      description: [text],
      entity: [incident.id],
    }),
  );
}

/** Link an organisation to each report with a claim that names it as an attacker or as claiming responsibility. */
function writeMentions({ edition, claims }: OpenEdition): readonly Entity[] {
  return edition.actors.flatMap((actor) => {
    const records = edition.incidents.flatMap(({ attributes }) => [attributes.perpetrator, attributes.responsibility]);
    const readings = records.flatMap((record) => record?.readings ?? []);
    const own = readings.filter(({ value }) => value.kind === 'actor' && (value.actor ?? value.name) === actor.id);
    const articles = [...new Set(own.flatMap(({ claims: ids }) => ids.flatMap((id) => claims.get(id)?.article ?? [])))];
    return articles.sort().map((article) =>
      makeEntity(makeId('mention', actor.id, article), 'Mention', {
        document: [article],
        resolved: [actor.id],
        name: [actor.name],
        detectedSchema: ['Organization'],
      }),
    );
  });
}
