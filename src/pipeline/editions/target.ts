import { type Attribute, attributes, type Edition } from '../../model/index.ts';
import { RequestError } from '../errors.ts';

const shownIncidents = 8;

/** An incident of an edition by its id, and the attribute of it that is meant. */
export interface Target {
  readonly incident: string;
  readonly attribute?: Attribute;
}

/** Find an incident by its id, the beginning of one that fits no other, or its number in the edition, from 1. */
export function findIncident(edition: Edition, name: string): string | undefined {
  const ids = edition.incidents.map(({ id }) => id);
  if (/^\d{1,6}$/.test(name)) return ids[Number(name) - 1];
  if (ids.includes(name)) return name;
  const fits = ids.filter((id) => id.startsWith(name) || id.startsWith(`incident-${name}`));
  return fits.length === 1 ? fits[0] : undefined;
}

/** Read `INCIDENT` or `INCIDENT.attribute`, such as `1.killed`. Throws RequestError where either is not there. */
export function readTarget(edition: Edition, words: string): Target {
  const dot = words.lastIndexOf('.');
  const [name, tail] = dot === -1 ? [words, undefined] : [words.slice(0, dot), words.slice(dot + 1)];
  const incident = findIncident(edition, name);
  if (incident === undefined) {
    const some = edition.incidents
      .slice(0, shownIncidents)
      .map(({ id, title }, at) => `\n  ${at + 1}  ${id}  ${title}`);
    throw new RequestError(`there is no one incident "${name}"; name it by id or number:${some.join('')}`);
  }
  if (tail === undefined) return { incident };
  const attribute = attributes.find((one) => one === tail);
  if (attribute === undefined)
    throw new RequestError(`there is no attribute "${tail}"; there is ${attributes.join(', ')}`);
  return { incident, attribute };
}
