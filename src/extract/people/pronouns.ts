import { type SentenceView, wordAt } from '../view.ts';
import { governorOf } from './edges.ts';
import type { PeoplePhrase } from './group.ts';
import { makeGroup, one, two } from './shape.ts';

type Said = Pick<PeoplePhrase, 'sex' | 'count'> & { readonly singular?: boolean };

const he: Said = { sex: 'male', singular: true, count: one };
const she: Said = { sex: 'female', singular: true, count: one };
const pronouns: ReadonlyMap<string, Said> = new Map<string, Said>([
  ['he', he],
  ['him', he],
  ['she', she],
  ['her', she],
  ['they', {}],
  ['them', {}],
  ['both', { count: two }],
]);
const nominal: ReadonlySet<string> = new Set(['NOUN', 'ADJ', 'PROPN', 'NUM']);
const verbal: ReadonlySet<string> = new Set(['AUX', 'VERB', 'ADV']);

/** "They were both hurt", "they both died": how many stands after the verb. */
function floatsBoth(view: SentenceView, at: number): boolean {
  return wordAt(view, at + 1) === 'both' || (view.tokens[at + 1]?.pos === 'AUX' && wordAt(view, at + 2) === 'both');
}

/** Read a pronoun for people: "her" only as an object, "both" only before a verb. */
export function readPronoun(view: SentenceView, at: number): PeoplePhrase | undefined {
  const noun = wordAt(view, at);
  const said = pronouns.get(noun);
  if (said === undefined) return undefined;
  const next = view.tokens[at + 1]?.pos ?? '';
  // Told with its "they".
  if (noun === 'both' && [1, 2].some((back) => wordAt(view, at - back) === 'they' && floatsBoth(view, at - back)))
    return undefined;
  if ((noun === 'her' && nominal.has(next)) || (noun === 'both' && !verbal.has(next))) return undefined;
  return makeGroup({
    ...said,
    ...(noun === 'they' && floatsBoth(view, at) ? { count: two } : {}),
    first: at,
    last: at + 1,
    head: at,
    noun,
    determiner: 'pronoun',
    governor: governorOf(view, at),
  });
}
