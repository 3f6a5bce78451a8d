import nounTable from '../../../data/speaker-nouns.json' with { type: 'json' };
import cueTable from '../../../data/speech-cues.json' with { type: 'json' };
import stanceTable from '../../../data/stance-words.json' with { type: 'json' };
import type { SpeakerKind, Voice } from '../../model/index.ts';

type Words = ReadonlySet<string>;

function toSets<T extends Readonly<Record<string, unknown>>>(table: T): { readonly [K in keyof T]: Words } {
  const sets = Object.entries(table).map(([name, list]) => [name, new Set(Array.isArray(list) ? list : [])]);
  return Object.fromEntries(sets) as { readonly [K in keyof T]: Words };
}

/** Word lists about verbs of speaking (data/speech-cues.json). */
export const cueWords = toSets(cueTable);

/** Word lists about speakers (data/speaker-nouns.json). */
export const speakerWords = toSets(nounTable);

/** Word lists about what a statement does (data/stance-words.json). */
export const stanceWords = toSets(stanceTable);

/** Phrases that betray a stance; they match the words of a statement joined by single spaces. */
export const stancePhrases = {
  denials: stanceTable.denials,
  owned: stanceTable.owned,
  confirmations: stanceTable.confirmations,
  accusations: stanceTable.accusations,
  deeds: stanceTable.deeds,
} as const;

/** Pairs of words that call an organisation armed: "rebel group". */
export const armedPairs: Words = new Set(nounTable.armed.map((pair) => pair.join(' ')));

/** Stance of a verb of speaking by its lemma. */
export const stanceOfLemma: ReadonlyMap<string, Voice['stance']> = new Map(
  Object.entries(cueTable.stances).flatMap(([stance, lemmas]) =>
    lemmas.map((lemma) => [lemma, stance as Voice['stance']] as const),
  ),
);

/** Lemma of forms the tagger takes for something else: "says" in a headline. */
export const lemmaOfForm: ReadonlyMap<string, string> = new Map(Object.entries(cueTable.forms));

/** Nouns without which a verb is no act of speech: "reject the claim", not "reject a bid". */
export const neededObjects: ReadonlyMap<string, Words> = new Map(
  Object.entries(cueTable.needObject).map(([lemma, nouns]) => [lemma, new Set(nouns)]),
);

/** Kind of speaker by noun; where a noun is listed twice the kind listed first wins. */
export const kindOfNoun: ReadonlyMap<string, SpeakerKind> = new Map(
  Object.entries(nounTable.kinds)
    .reverse()
    .flatMap(([kind, nouns]) => nouns.map((noun) => [noun, kind as SpeakerKind] as const)),
);

/** Words for gangs and gunmen, who fight for nobody. */
const ownAccount: Words = new Set(['attackers', 'cartel', 'gang', 'gunmen', 'hijackers', 'kidnappers']);

/** Tell whether a lower-case word means people who fight for a side: "rebels", "militants". Not "gunmen". */
export function isParty(lower: string): boolean {
  return kindOfNoun.get(lower) === 'partisan' && !ownAccount.has(lower);
}
