import words from '../../../data/sport-words.json' with { type: 'json' };
import type { Fate, Finding } from '../finding.ts';
import type { ReadSentence } from '../findings.ts';
import type { SentenceView } from '../view.ts';
import { readTriggers } from './triggers.ts';

const play: ReadonlySet<string> = new Set(words.play);
/** Different words of play from which a report is one of sport. */
const leastWords = 3;
/** Sentences at the top, headline counted, in which they are sought. */
const opening = 12;

/** Not who was struck: a player who was shot is hurt by no play. */
const hurts: ReadonlySet<Fate> = new Set<Fate>(['injured', 'hospitalised']);

/** Tell whether a finding says that one person was hurt, as players are. */
function isKnock({ fate, groups, count }: Finding): boolean {
  return hurts.has(fate) && count === undefined && groups.every(({ singular }) => singular);
}

function isOfSport(sentences: readonly ReadSentence[]): boolean {
  const tokens = sentences.slice(0, opening).flatMap(({ view }) => view.tokens);
  return new Set(tokens.flatMap(({ lower }) => (play.has(lower) ? [lower] : []))).size >= leastWords;
}

const otherwise: ReadonlySet<string> = new Set(words.otherwise);

/** Tell whether a sentence has a word for what hurts people off the field. */
function tellsOtherwise({ tokens }: SentenceView): boolean {
  return tokens.some(({ lower }) => otherwise.has(lower));
}

/**
 * Leave out who was hurt at play in a report of sport that tells no other harm.
 *
 * Yes: "The striker suffered a knee injury in the second half; the league leaders face a long season." No: a report in whose stadium people
 * were killed or several were hurt.
 */
export function leaveOutPlay(sentences: readonly ReadSentence[]): readonly ReadSentence[] {
  const told = sentences.flatMap(({ findings }) => findings);
  if (told.length === 0 || !told.every(isKnock) || !isOfSport(sentences)) return sentences;
  if (sentences.some(({ view }) => readTriggers(view).length > 0 || tellsOtherwise(view))) return sentences;
  return sentences.map((sentence) => ({ ...sentence, findings: [], ruled: [] }));
}
