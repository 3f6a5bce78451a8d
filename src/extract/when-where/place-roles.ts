import cues from '../../../data/incident-cues.json' with { type: 'json' };
import type { PlaceMention, PlaceValue } from '../../model/index.ts';
import { personLemma } from '../lexicon.ts';
import type { SceneSentence } from '../scenes/scene.ts';
import { type SentenceView, type TokenSpan, wordAt } from '../view.ts';

/** How narrow a level is. */
export const depth: Readonly<Record<PlaceValue['level'], number>> = {
  venue: 5,
  city: 4,
  district: 3,
  state: 2,
  country: 1,
  region: 0,
  water: 0,
};

/** Tell what place a value is, by what contains it. */
export function placeKey(value: PlaceValue): string {
  const city = value.city ?? (value.level === 'city' ? value.name : '');
  const units = [value.country ?? '', value.state ?? '', value.district ?? '', city];
  const isNamedAlone = units.every((unit) => unit === '') || (value.level === 'venue' && value.city === undefined);
  return isNamedAlone ? `${value.level}:${value.name}` : units.join('|');
}

const aftermathSites: ReadonlySet<string> = new Set(cues.aftermathSites);
const aftermathVerbs: ReadonlySet<string> = new Set(cues.aftermathVerbs);
/** Tokens before a name within which a site or verb of the aftermath takes it along: "a hospital in Norrby", "flown to Norrby". */
const aftermathReach = 4;

/**
 * Tell whether a place is one of the aftermath, where the hurt are brought or suspects held: seldom where it happened.
 *
 * Yes: "taken to Norrby Hospital", "a hospital in Norrby", "arrested in Norrby". No: "a shooting outside Norrby Hospital".
 */
export function isAftermath(mention: TokenSpan<PlaceMention>, { sentence, triggers }: SceneSentence): boolean {
  const { tokens } = sentence.view;
  const start = Math.max(0, mention.first - aftermathReach);
  const stop = tokens.slice(start, mention.first).findLastIndex((token) => token.pos === 'PUNCT');
  const from = start + stop + 1;
  const before = tokens.slice(from, mention.first).map((token) => token.lower);
  const own = tokens.slice(mention.first, mention.last + 1).map((token) => token.lower);
  if (![...before, ...own].some((word) => aftermathSites.has(word)) && !before.some((word) => aftermathVerbs.has(word)))
    return false;
  return !triggers.some((trigger) => trigger.at < mention.first && trigger.at >= from);
}

/** Tell whether a place only says where somebody lives: "a Norrby man", "Ilo Renn, 34, of Norrby". */
export function isHome({ first, last, rule }: TokenSpan<PlaceMention>, view: SentenceView): boolean {
  const next = view.tokens[last];
  if (rule !== 'police' && next !== undefined && personLemma(next) !== undefined) return true;
  const before = wordAt(view, first - 1);
  if (before === 'from') return true;
  return before === 'of' && (wordAt(view, first - 2) === ',' || /^\d+$/.test(wordAt(view, first - 2)));
}

/** Tell whether a place of a headline stands in the outlet's own name after it: "Two hurt in Norrby - Velmoor News". */
export function isOutlet({ first }: TokenSpan<PlaceMention>, view: SentenceView): boolean {
  return view.block === 'headline' && view.tokens.slice(1, first).some(({ form }) => /^[-–—|]$/.test(form));
}

const quarters: ReadonlySet<string> = new Set(['neighborhood', 'neighbourhood', 'section', 'subdivision']);

/** Find the cities that only lend their name to a quarter of another one: "the Austin neighborhood", of Chicago. */
export function findQuarters(sentences: readonly SceneSentence[]): ReadonlySet<string> {
  const named = sentences.flatMap(({ sentence: { view } }) =>
    view.places
      .filter(
        ({ last, value }) => value?.level === 'city' && value.city === value.name && quarters.has(wordAt(view, last)),
      )
      .map(({ name }) => name),
  );
  return new Set(named);
}
