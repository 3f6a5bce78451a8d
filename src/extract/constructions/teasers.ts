import words from '../../../data/constructions.json' with { type: 'json' };
import type { SentenceView } from '../view.ts';

const buttons: ReadonlySet<string> = new Set(words.pageButtons);
const openers: ReadonlySet<string> = new Set(words.teaserOpeners);
/** Words of a page's own within which a line of them is sure to be glued from several. */
const fewest = 2;

/**
 * Give the token from which a line glued from a page's parts tells other news: behind "Related", "Trending", where its buttons
 * ("Print Tweet Views 1430") show that it is glued; the line's end where there is none.
 *
 * No: "Related deaths were not counted", where nothing of a page stands.
 */
export function startOfTeasers({ tokens }: SentenceView): number {
  const capitals = tokens.map(({ form, lower }) => (/^[A-Z]/.test(form) ? lower : ''));
  if (capitals.filter((word) => buttons.has(word)).length < fewest) return tokens.length;
  const at = capitals.findIndex((word, index) => index > 0 && openers.has(word));
  return at < 0 ? tokens.length : at;
}
