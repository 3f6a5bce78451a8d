import {
  type Actor,
  type ActorMention,
  type ArticleReading,
  type Claim,
  type ClaimValue,
  compareText,
  groupBy,
  makeDisjointSets,
  makeId,
  sortBy,
} from '../../model/index.ts';
import { foldName } from '../../text/fold.ts';

/** Organisations and persons tied to violence, joined across articles by their names. */
export interface ActorIndex {
  readonly actors: readonly Pick<Actor, 'id' | 'name' | 'aliases'>[];
  /** Find the actor of a name an article uses; undefined where none is published. */
  readonly find: (name: string) => Pick<Actor, 'id' | 'name'> | undefined;
  /** Find the actor a claim of an actor's attribute is about: the one it names, else by the words around it. */
  readonly findNear: (claim: Claim) => Pick<Actor, 'id' | 'name'> | undefined;
}

/** Join mentions that share a name or alias. Persons join by names of two words or more: a surname is not a person. */
export function indexActors(readings: readonly ArticleReading[]): ActorIndex {
  const mentions = readings.flatMap((reading) => reading.actors).filter((mention) => mention.involved);
  const sets = makeDisjointSets();
  const named = mentions.map((mention) => ({
    mention,
    keys: namesOf(mention).filter(isOwnName(mention)).map(keyOf(mention)),
  }));
  for (const { keys } of named) for (const key of keys) sets.join(keys[0] ?? key, key);
  const groups = groupBy(
    named.filter(({ keys }) => keys.length > 0),
    ({ keys }) => sets.find(keys[0] ?? ''),
  );
  const actors = [...groups.values()].map((members) => makeActor(members.map(({ mention }) => mention)));
  const byName = new Map<string, (typeof actors)[number]>();
  for (const actor of sortBy(actors, ({ id }) => [id])) {
    for (const name of [actor.name, ...actor.aliases])
      if (!byName.has(foldName(name))) byName.set(foldName(name), actor);
  }
  const find: ActorIndex['find'] = (name) => byName.get(foldName(name));
  const byArticle = groupBy(mentions, (mention) => mention.article);
  return {
    actors: sortBy(actors, ({ name, id }) => [foldName(name), id]),
    find,
    findNear: (claim) =>
      (claim.actor === undefined ? undefined : find(claim.actor)) ??
      findNear(claim, byArticle.get(claim.article) ?? [], find),
  };
}

/** Index the actors of an edition again: joined as they were, each claim about one where its record has it. */
export function reindexActors(actors: readonly Actor[]): ActorIndex {
  const sorted = sortBy(actors, ({ id }) => [id]);
  const byName = new Map<string, Actor>();
  for (const actor of sorted) {
    for (const name of [actor.name, ...actor.aliases])
      if (!byName.has(foldName(name))) byName.set(foldName(name), actor);
  }
  const records = (actor: Actor) => Object.values(actor.attributes).flatMap((record) => record?.readings ?? []);
  const byClaim = new Map(
    sorted.flatMap((actor) =>
      records(actor)
        .flatMap(({ claims }) => claims)
        .map((id) => [id, actor] as const),
    ),
  );
  return {
    actors: sortBy(
      actors.map(({ id, name, aliases }) => ({ id, name, aliases })),
      ({ name, id }) => [foldName(name), id],
    ),
    find: (name) => byName.get(foldName(name)),
    findNear: (claim) => byClaim.get(claim.id),
  };
}

const namesOf = (mention: ActorMention): readonly string[] => [mention.name, ...mention.aliases];

const keyOf =
  (mention: ActorMention) =>
  (name: string): string =>
    `${mention.type}:${foldName(name)}`;

/** A description ("the group") names nobody; nor does a surname alone. */
function isOwnName(mention: ActorMention): (name: string) => boolean {
  return (name) =>
    mention.type === 'person' ? name.trim().includes(' ') || name === mention.name : /\p{Lu}/u.test(name);
}

function makeActor(mentions: readonly ActorMention[]): Pick<Actor, 'id' | 'name' | 'aliases'> {
  const names = [...new Set(mentions.flatMap(namesOf))].filter((name) => /\p{Lu}/u.test(name));
  const longest =
    sortBy([...new Set(mentions.map((mention) => mention.name))], (name) => [-name.length, name])[0] ?? '';
  return {
    id: makeId('actor', mentions[0]?.type ?? 'organisation', foldName(longest)),
    name: longest,
    aliases: names.filter((name) => name !== longest).sort(compareText),
  };
}

/** How far before the words an actor may be named to be what they are about, UTF-16 code units. */
const reachUnits = 200;

function findNear(
  claim: Claim,
  mentions: readonly ActorMention[],
  find: ActorIndex['find'],
): Pick<Actor, 'id' | 'name'> | undefined {
  const own = claim.evidence[0];
  if (own === undefined) return undefined;
  const places = mentions.flatMap((mention) =>
    mention.ranges
      .filter((range) => range.start < own.end && range.start >= own.start - reachUnits)
      .map((range) => ({ name: mention.name, distance: Math.abs(own.start - range.start) })),
  );
  const nearest = sortBy(places, ({ distance, name }) => [distance, name])[0];
  return nearest === undefined ? undefined : find(nearest.name);
}

/** Write an actor's value under the name its aliases are joined by. */
export function joinActor(value: ClaimValue, index: ActorIndex): ClaimValue {
  if (value.kind !== 'actor') return value;
  const actor = index.find(value.name);
  return actor === undefined ? value : { kind: 'actor', name: actor.name, actor: actor.id };
}
