import cues from '../../../data/incident-cues.json' with { type: 'json' };
import table from '../../../data/incident-triggers.json' with { type: 'json' };
import type { IncidentType } from '../../model/index.ts';
import { isFiction } from '../constructions/discounts.ts';
import { type SentenceView, wordAt } from '../view.ts';

/** A word that names or tells an incident. */
export interface IncidentTrigger {
  readonly type: IncidentType;
  readonly at: number;
  readonly noun: boolean;
  /** "the attack", "this bombing", "Friday's assault": refers to one already told. */
  readonly definite: boolean;
  /** "another shooting", "a separate incident", "a previous attack": another one than the one told. */
  readonly other: boolean;
}

const nouns = new Map<string, IncidentType>();
const verbs = new Map<string, IncidentType>();
for (const [type, words] of Object.entries(table)) {
  for (const noun of words.nouns) nouns.set(noun, type as IncidentType);
  for (const verb of words.verbs) verbs.set(verb, type as IncidentType);
}

const thingsAfter: ReadonlySet<string> = new Set(cues.thingsAfter);
const needed: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(cues.needed));
/** "opened fire" is no blaze. */
const notAfter: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(cues.notAfter));
const others: ReadonlySet<string> = new Set(cues.others);
const definites: ReadonlySet<string> = new Set(['the', 'this', 'that', "'s", '’s', 'these', 'those', 'his', 'their']);

/** Words before a noun of violence beyond which nothing qualifies it: in "three other people with gunshot wounds" the people are other. */
const breaks: ReadonlySet<string> = new Set([
  ',',
  '.',
  'in',
  'of',
  'at',
  'by',
  'to',
  'and',
  'with',
  'from',
  'for',
  'after',
]);

function verbCounts(view: SentenceView, at: number, lemma: string): boolean {
  const wanted = needed.get(lemma);
  if (wanted === undefined) return true;
  return view.tokens.slice(at + 1, at + 5).some((token) => wanted.includes(token.lower));
}

function readAt(view: SentenceView, at: number): IncidentTrigger | undefined {
  const token = view.tokens[at];
  if (token === undefined) return undefined;
  const lemma = token.lower === 'shot' && token.pos === 'VERB' ? 'shoot' : token.lemma;
  const verbal =
    token.pos === 'VERB' || (token.pos === 'PROPN' && /(?:ed|ing|shot|dies|died|kills)$/.test(token.lower));
  const nominal = nouns.get(lemma) ?? nouns.get(token.lower);
  if (
    nominal !== undefined &&
    (token.pos === 'NOUN' ||
      token.pos === 'PROPN' ||
      (token.pos === 'VERB' && token.lower.endsWith('ing') && definites.has(wordAt(view, at - 1))))
  ) {
    if (thingsAfter.has(wordAt(view, at + 1)) || notAfter.get(lemma)?.includes(wordAt(view, at - 1)) === true)
      return undefined;
    const before = view.tokens.slice(Math.max(0, at - 4), at).map((word) => word.lower);
    const stop = before.findLastIndex((word) => breaks.has(word));
    const near = before.slice(stop + 1);
    return {
      type: nominal,
      at,
      noun: true,
      definite: near.some((word) => definites.has(word)),
      other: near.some((word) => others.has(word)),
    };
  }
  const told = verbs.get(lemma);
  if (told === undefined || !verbal || !verbCounts(view, at, lemma)) return undefined;
  return { type: told, at, noun: false, definite: false, other: false };
}

/** Find the words of a sentence that name or tell an incident, in order; what happens in a film or a drill names none. */
export function readTriggers(view: SentenceView): readonly IncidentTrigger[] {
  if (isFiction(view)) return [];
  return view.tokens.flatMap((_, at) => readAt(view, at) ?? []);
}
