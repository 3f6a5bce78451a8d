import type { Voice } from '../../model/index.ts';
import { type SentenceView, wordAt } from '../view.ts';
import { isDeterminer } from './phrases.ts';
import { cueWords, lemmaOfForm, neededObjects, stanceOfLemma, stanceWords } from './words.ts';

/** A word or words that say someone speaks, tokens [`at`, `last`). */
export interface Cue {
  readonly at: number;
  readonly last: number;
  readonly lemma: string;
  readonly stance: Voice['stance'];
  /** Where the speaker stands: at the verb's subject, right after the cue, or after "by". */
  readonly side: 'subject' | 'after' | 'agent';
  /** True where only a "that" clause, a quote or a closing place makes the verb one of speaking. */
  readonly weak: boolean;
  /** A denial or a confirmation of having done it, or a claim of it. */
  readonly responsibility?: boolean;
}

function lemmaAt(view: SentenceView, at: number): string | undefined {
  const token = view.tokens[at];
  if (token === undefined) return undefined;
  const form = lemmaOfForm.get(token.lower);
  if (form !== undefined) return form;
  return token.pos === 'VERB' ? token.lemma : undefined;
}

/** Words of the verb group before a verb, nearest first: "has not yet said" gives yet, not, has. */
export function verbGroup(view: SentenceView, at: number): readonly string[] {
  const words: string[] = [];
  for (let left = at - 1; left >= 0 && words.length < 6; left--) {
    const word = wordAt(view, left);
    const adverb = view.tokens[left]?.pos === 'ADV' && word.endsWith('ly');
    if (
      !cueWords.auxiliaries.has(word) &&
      !cueWords.adverbs.has(word) &&
      !cueWords.negations.has(word) &&
      !cueWords.modals.has(word) &&
      !adverb
    )
      break;
    // "Russia's claims": the mark of a possessive is no verb.
    if (/^['’]s$/.test(word) && words.length === 0) break;
    words.push(word);
  }
  return words;
}

function isPassive(view: SentenceView, at: number, lemma: string, group: readonly string[]): boolean {
  const word = wordAt(view, at);
  if (word.endsWith('ing') || word === lemma) return false;
  if (group.some((one) => cueWords.passives.has(one))) return true;
  if (!cueWords.people.has(lemma)) return ['say', 'report', 'believe'].includes(lemma) && wordAt(view, at + 1) === 'to';
  const next = view.tokens[at + 1];
  if (view.times.some((time) => time.first === at + 1)) return true;
  if (next === undefined || cueWords.passiveBefore.has(next.lower)) return lemma !== 'warn' || next?.lower === 'by';
  return lemma === 'tell' && !['PRON', 'PROPN', 'NOUN', 'DET', 'ADJ', 'NUM'].includes(next.pos);
}

function hasObject(view: SentenceView, at: number, lemma: string): boolean {
  const ahead = view.tokens.slice(at + 1, at + 8).map((token) => token.lower);
  if (lemma === 'deny') return !ahead.slice(0, 4).some((word) => cueWords.deniedThings.has(word));
  const needed = neededObjects.get(lemma);
  return needed === undefined || ahead.slice(0, 7).some((word) => needed.has(word));
}

/** Tell a responsibility claimed, denied or confirmed from the nouns after its verb. */
function ownsUp(view: SentenceView, at: number, stance: Voice['stance']): boolean {
  const ahead = view.tokens.slice(at + 1, at + 9).map((token) => token.lower);
  if (stance === 'claims') return ahead.slice(0, 5).some((word) => stanceWords.responsibility.has(word));
  if (stance !== 'denies' && stance !== 'confirms') return false;
  return ahead.some((word) => stanceWords.doubted.has(word));
}

/** Read a verb of speaking at a token: its stance and where its speaker is to be sought; undefined for any other word. */
export function readVerbCue(view: SentenceView, at: number): Cue | undefined {
  const taking =
    ['take', 'took', 'takes', 'taken', 'taking'].includes(wordAt(view, at)) &&
    stanceWords.responsibility.has(wordAt(view, at + 1));
  const lemma = taking ? 'take' : lemmaAt(view, at);
  const stance = lemma === undefined ? undefined : taking ? 'claims' : stanceOfLemma.get(lemma);
  if (lemma === undefined || stance === undefined) return undefined;
  const before = wordAt(view, at - 1);
  if ((isDeterminer(before) && !['both', 'some', 'many', 'all'].includes(before)) || /^['’]s$/.test(before)) {
    if (!cueWords.passives.has(before) && view.tokens[at]?.pos !== 'VERB') return undefined;
    if (isDeterminer(before)) return undefined;
  }
  const group = verbGroup(view, at);
  const negated = group.some((word) => cueWords.negations.has(word));
  if (group.some((word) => cueWords.modals.has(word)) || negated) return undefined;
  if (!hasObject(view, at, lemma)) return undefined;
  const passive = isPassive(view, at, lemma, group);
  const responsibility = ownsUp(view, at, stance);
  return {
    at,
    last: at + 1,
    lemma,
    stance,
    side: passive ? 'agent' : 'subject',
    weak: cueWords.needThat.has(lemma) || cueWords.needQuote.has(lemma),
    ...(responsibility ? { responsibility } : {}),
  };
}
