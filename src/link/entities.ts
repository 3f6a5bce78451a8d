import {
  type ActorMention,
  type ArticleReading,
  compareText,
  groupBy,
  type JoinReason,
  type LinkedEntity,
  makeId,
} from '../model/index.ts';
import { foldLetters, foldWords } from '../text/fold.ts';

/** Spellings that transliterations of one name differ in, brought to one. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/\bal[- ]/gu, ''],
  [/kh/gu, 'h'],
  [/q|ck/gu, 'k'],
  [/ou|oo/gu, 'u'],
  [/ee|y/gu, 'i'],
  [/(?<=\p{L})(\p{L})\1/gu, '$1'],
];

function transliterate(folded: string): string {
  return spellings.reduce((name, [pattern, to]) => name.replace(pattern, to), folded);
}

/** Make the acronym of a name of three words or more; shorter ones are anybody's. */
function abbreviate(name: string): string | undefined {
  const capitals = [...name.matchAll(/\b(\p{Lu})/gu)].map(([letter]) => letter);
  return capitals.length >= 3 ? capitals.join('').toLowerCase() : undefined;
}

/** Rules, the surest first. */
const rules = ['entity/same-name', 'entity/other-spelling', 'entity/acronym'];

/** A key under which articles may know one actor, and the rule that makes it. */
type EntityKey = readonly [key: string, rule: string];

function keysOf({ type, name, aliases }: ActorMention): readonly EntityKey[] {
  return [name, ...aliases].flatMap((form) => {
    const folded = foldWords(foldLetters(form).replace(/^the /u, ''));
    // A person's single name belongs to many.
    if (folded === '' || (type === 'person' && !folded.includes(' '))) return [];
    const keys: EntityKey[] = [
      [`${type} ${folded}`, 'entity/same-name'],
      [`${type} ${transliterate(folded)}`, 'entity/other-spelling'],
    ];
    const acronym = type === 'organisation' ? abbreviate(form) : undefined;
    return acronym === undefined ? keys : [...keys, [`${type} ${acronym}`, 'entity/acronym']];
  });
}

function rankOf({ article, name }: ActorMention): string {
  return `${article} ${name}`;
}

interface Joined {
  readonly members: ActorMention[];
  readonly because: JoinReason[];
}

/** Join actors that share a key, keys in order, so that the outcome depends on none of their order. */
function joinActors(actors: readonly ActorMention[]): readonly Joined[] {
  const homes = new Map<ActorMention, Joined>(actors.map((actor) => [actor, { members: [actor], because: [] }]));
  const keyed = actors.flatMap((actor) => keysOf(actor).map(([key, rule]) => ({ actor, key, rule })));
  const orderOf = ({ actor, key, rule }: (typeof keyed)[number]) => `${rules.indexOf(rule)} ${key} ${rankOf(actor)}`;
  keyed.sort((x, y) => compareText(orderOf(x), orderOf(y)));
  for (const holders of groupBy(keyed, ({ key }) => key).values()) {
    const [first, ...others] = holders;
    for (const other of others) {
      const [home, joined] = [first && homes.get(first.actor), homes.get(other.actor)];
      if (first === undefined || home === undefined || joined === undefined || home === joined) continue;
      home.members.push(...joined.members);
      const rule = first.rule === 'entity/same-name' ? other.rule : first.rule;
      home.because.push(...joined.because, { rule, score: 1, pair: [first.actor.article, other.actor.article] });
      for (const member of joined.members) homes.set(member, home);
    }
  }
  return [...new Set(homes.values())];
}

/** Choose the form most articles use, then the longest, then the first by letter. */
function chooseName(members: readonly ActorMention[]): string {
  const counts = groupBy(members, ({ name }) => name);
  const ranked = [...counts].sort(([x, a], [y, b]) => b.length - a.length || y.length - x.length || compareText(x, y));
  return ranked[0]?.[0] ?? '';
}

/**
 * Join persons and organisations across articles: by an equal name or alias, another spelling of it, or its acronym.
 *
 * Only actors tied to violence are kept, and only those that two articles or more name. Named after the smallest of its members.
 */
export function linkEntities(readings: readonly ArticleReading[]): readonly LinkedEntity[] {
  const actors = readings.flatMap((reading) => reading.actors.filter(({ involved }) => involved));
  return joinActors(actors.toSorted((x, y) => compareText(rankOf(x), rankOf(y))))
    .map(({ members, because }) => ({
      because,
      members: members.toSorted((x, y) => compareText(rankOf(x), rankOf(y))),
    }))
    .filter(({ members }) => new Set(members.map(({ article }) => article)).size > 1)
    .map(({ members, because }) => {
      const name = chooseName(members);
      const forms = members.flatMap((member) => [member.name, ...member.aliases]);
      return {
        id: makeId('entity', members[0] === undefined ? '' : rankOf(members[0])),
        type: members[0]?.type ?? ('organisation' as const),
        name,
        aliases: [...new Set(forms)].filter((form) => form !== name).sort(),
        members: members.map((member) => ({ article: member.article, name: member.name })),
        because,
      };
    })
    .sort((x, y) => compareText(x.id, y.id));
}
