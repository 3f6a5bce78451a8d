import targetTable from '../../../data/targets.json' with { type: 'json' };
import weaponTable from '../../../data/weapons.json' with { type: 'json' };
import type { SentenceView } from '../view.ts';

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

/** Find the first word of each weapon and target term in the sentences of a scene. */
export function readCategories(views: readonly SentenceView[]): readonly CategoryFinding[] {
  const found = new Map<string, CategoryFinding>();
  for (const view of views) {
    view.tokens.forEach((token, at) => {
      for (const { attribute, words } of tables) {
        const term = words.get(token.lower);
        const key = `${attribute}:${term}`;
        if (term !== undefined && !found.has(key)) found.set(key, { attribute, term, view, at });
      }
    });
  }
  return [...found.values()];
}
