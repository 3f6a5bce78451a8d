import targetTable from '../../../data/targets.json' with { type: 'json' };
import contexts from '../../../data/weapon-contexts.json' with { type: 'json' };
import weaponTable from '../../../data/weapons.json' with { type: 'json' };
import { type SentenceView, wordAt } from '../view.ts';

/** A term of a category table where a sentence uses one of its words. */
export interface CategoryFinding {
  readonly attribute: 'weapon' | 'target';
  readonly term: string;
  readonly view: SentenceView;
  readonly at: number;
}

const tables = [
  { attribute: 'weapon' as const, words: invert(weaponTable) },
  { attribute: 'target' as const, words: invert(targetTable) },
];

function invert(table: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(table).flatMap(([term, words]) => words.map((word) => [word, term] as const)));
}

const notBefore: ReadonlyMap<string, ReadonlySet<string>> = readContexts(contexts.notBefore);
const notAfter: ReadonlyMap<string, ReadonlySet<string>> = readContexts(contexts.notAfter);

function readContexts(table: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(table).map(([word, beside]) => [word, new Set(beside)] as const));
}

/** "Bullet trains", "a coal mine", "natural gas": the word beside tells that no weapon is meant. */
function isOtherThing(view: SentenceView, at: number): boolean {
  const word = wordAt(view, at);
  return (
    notBefore.get(word)?.has(wordAt(view, at + 1)) === true || notAfter.get(word)?.has(wordAt(view, at - 1)) === true
  );
}

/** Find the first word of each weapon and target term in the sentences of a scene. */
export function readCategories(views: readonly SentenceView[]): readonly CategoryFinding[] {
  const found = new Map<string, CategoryFinding>();
  for (const view of views) {
    view.tokens.forEach((token, at) => {
      for (const { attribute, words } of tables) {
        const term = words.get(token.lower);
        const key = `${attribute}:${term}`;
        if (term === undefined || found.has(key) || (attribute === 'weapon' && isOtherThing(view, at))) continue;
        found.set(key, { attribute, term, view, at });
      }
    });
  }
  return [...found.values()];
}
