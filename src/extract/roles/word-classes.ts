import actorTable from '../../../data/actors.json' with { type: 'json' };
import givenNames from '../../../data/given-names.json' with { type: 'json' };
import triggerTable from '../../../data/incident-triggers.json' with { type: 'json' };
import headTable from '../../../data/organisation-heads.json' with { type: 'json' };
import peopleTable from '../../../data/people-nouns.json' with { type: 'json' };
import titleTable from '../../../data/person-titles.json' with { type: 'json' };
import targetTable from '../../../data/target-types.json' with { type: 'json' };
import weaponTable from '../../../data/weapon-types.json' with { type: 'json' };
import { verbs as verbTable } from '../../lang/en/index.ts';

const classes = new Map<string, Set<string>>();

function addWords(words: Iterable<string>, name: string): void {
  for (const word of words) {
    const folded = word.toLowerCase();
    classes.set(folded, (classes.get(folded) ?? new Set()).add(name));
  }
}

addWords(givenNames.split(' '), 'given');
for (const [family, nouns] of Object.entries(peopleTable)) {
  if (Array.isArray(nouns)) {
    addWords(nouns, `people:${family}`);
    addWords(
      nouns.map((noun) => `${noun}s`),
      `people:${family}`,
    );
  }
}
for (const [name, verbs] of Object.entries(verbTable)) addWords(verbs, `verb:${name}`);
for (const [name, words] of Object.entries(triggerTable)) {
  addWords(words.nouns, `trigger:${name}`);
  addWords(words.verbs, `trigger:${name}`);
}
addWords(headTable.final, 'organisation');
addWords(titleTable.titles, 'title');
for (const [name, { nouns }] of Object.entries(targetTable)) addWords(nouns, `target:${name}`);
for (const [name, { nouns }] of Object.entries(weaponTable)) addWords(nouns, `weapon:${name}`);

const aliases = new Set(actorTable.flatMap(({ key, aliases }) => [key, ...aliases]).map((name) => fold(name)));
const longestAlias = Math.max(...[...aliases].map((alias) => alias.split(' ').length));

function fold(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const none: readonly string[] = [];
const listed: ReadonlyMap<string, readonly string[]> = new Map(
  [...classes.entries()].map(([word, names]) => [word, [...names]] as const),
);

/** List what the project's own tables say of a word, in any case. */
export function classesOf(word: string, lemma: string): readonly string[] {
  const own = listed.get(word);
  const base = word === lemma ? undefined : listed.get(lemma);
  if (base === undefined) return own ?? none;
  return own === undefined ? base : [...own, ...base.filter((name) => !own.includes(name))];
}

const aliasStarts: ReadonlySet<string> = new Set([...aliases].map((alias) => alias.split(' ')[0] ?? ''));

/** Mark the tokens that stand in the name of an armed group known as such, whatever their case. */
export function markActors(words: readonly string[]): readonly boolean[] {
  const marked = words.map(() => false);
  for (let at = 0; at < words.length; at++) {
    if (!aliasStarts.has(words[at] ?? '')) continue;
    for (let length = Math.min(longestAlias, words.length - at); length > 0; length--) {
      if (!aliases.has(words.slice(at, at + length).join(' '))) continue;
      marked.fill(true, at, at + length);
      at += length - 1;
      break;
    }
  }
  return marked;
}
