import words from '../../../data/ask-words.json' with { type: 'json' };
import { type CountAttribute, namesOf } from '../../model/index.ts';
import { keysOf, phrasePattern, readWords, type Word } from './words.ts';

type Stated = keyof typeof words.attributes;
const stated = namesOf(words.attributes);
const people = new Set(words.people);
const attackers = new Set(words.attackers);
const headEnds = new Set(words.headEnds);
const stating = keysOf(stated.flatMap((name) => words.attributes[name]));

/** What is counted, and who of them. */
export interface Counted {
  readonly attribute: CountAttribute;
  readonly group: readonly Word[];
}

/**
 * Find what is counted in a question: "How many children were killed" counts `killed` and of them children; "How many attackers died" counts
 * `perpetratorsKilled`; "How many hostages were freed" counts `rescued`.
 *
 * Undefined where it is nothing that records count ("How many seats …"), or several things.
 */
export function findCounted(text: string): Counted | undefined {
  const head = readHead(text);
  const isOfAttackers = head.some((word) => attackers.has(word.text.toLowerCase()));
  const attribute = findAttribute(text);
  if (isOfAttackers) {
    const own =
      attribute === 'killed' ? 'perpetratorsKilled' : attribute === 'injured' ? 'perpetratorsInjured' : attribute;
    return { attribute: own ?? 'perpetrators', group: [] };
  }
  if (attribute === undefined) return undefined;
  const group = head.filter(({ text: word, key }) => !people.has(word.toLowerCase()) && !stating.has(key));
  return { attribute, group: group.filter(({ text: word }) => !/^\d+$/.test(word)) };
}

/** Find the attribute that the words of a question state; of two the one that is said of the other, else none. */
export function findAttribute(text: string): Stated | undefined {
  const found = stated.filter((name) => new RegExp(phrasePattern(words.attributes[name]), 'iu').test(text));
  const whole = found.find((name) => isBeside(name) && found.every((one) => one === name || besideOf(name).has(one)));
  return whole ?? (found.length === 1 ? found[0] : undefined);
}

const isBeside = (name: Stated): name is keyof typeof words.beside => Object.hasOwn(words.beside, name);
const besideOf = (name: keyof typeof words.beside): ReadonlySet<string> => new Set(words.beside[name]);

/** The words between "how many" and the verb. */
function readHead(text: string): readonly Word[] {
  const after = /\b(?:how many|number of)\s+(.*)$/is.exec(text)?.[1] ?? '';
  const head: Word[] = [];
  for (const word of readWords(after)) {
    if (headEnds.has(word.text.toLowerCase()) && !(head.length === 0 && word.text.toLowerCase() === 'of')) break;
    if (isStating(word)) break;
    head.push(word);
  }
  return head;
}

/** A participle or verb of what became of them ends the noun; a noun of it may be the noun itself ("deaths"). */
function isStating({ text }: Word): boolean {
  return /(?:ed|died|hurt|drown|perish)$/i.test(text) && stating.has(readWords(text)[0]?.key ?? '');
}
