import type { Voice } from '../../model/index.ts';
import { cueWords, speakerWords, stancePhrases, stanceWords } from './words.ts';

type Stance = Voice['stance'];

/** What a statement is judged by. */
export interface StanceEvidence {
  readonly stance: Stance;
  readonly responsibility: boolean;
  /** Lower-case words of what is said. */
  readonly words: readonly string[];
  /** Lower-case words of the speaker with appositions. */
  readonly speaker: readonly string[];
  readonly armed: boolean;
  readonly direct: boolean;
  /** Stance of what was said just before in the paragraph, and whether the same side said it. */
  readonly previous?: { readonly stance: Stance; readonly same: boolean };
  /** The paragraph tells of a dispute or of blame. */
  readonly disputed: boolean;
  /** Nouns of what was blamed or accused so far, names among them. */
  readonly accused: ReadonlySet<string>;
}

/** A stance with its reason to be a claim, denial or confirmation of having done it. */
export interface StanceJudgement {
  readonly stance: Stance;
  readonly responsibility: boolean;
}

function hasPhrase(words: readonly string[], phrases: readonly string[]): boolean {
  const text = ` ${words.join(' ')} `;
  return phrases.some((phrase) => text.includes(` ${phrase} `));
}

function opensNegated(words: readonly string[]): boolean {
  return words.slice(0, 5).some((word) => stanceWords.openNegations.has(word) || cueWords.negations.has(word));
}

const { agents, suspects, passiveVerbs: passive } = stanceWords;

/** The words of someone taking part in a dispute that put the fault on another: "They let", "should not", "You do not". */
function reproaches(words: readonly string[]): boolean {
  const at = words.findIndex((word, index) => agents.has(word) && stanceWords.faultVerbs.has(words[index + 1] ?? ''));
  if (at >= 0) return true;
  const ought = words.some((word, index) => ['should', 'must', 'ought'].includes(word) && index < 14);
  const negated = words.some((word) => cueWords.negations.has(word));
  return negated && (ought || ['you', 'it', 'they', 'this', 'that'].includes(words[0] ?? ''));
}

function prosecutes({ speaker, words }: StanceEvidence): boolean {
  if (!speaker.some((word) => speakerWords.prosecution.has(word))) return false;
  const at = words.slice(0, 6).findIndex((word) => suspects.has(word));
  const verb = words[at + 1] ?? '';
  return at >= 0 && /(?:ed|s)$|^(?:shot|drove|fled|set|took|went|struck|did)$/.test(verb) && !passive.has(verb);
}

function carriesOn({ previous, words, direct }: StanceEvidence): Stance | undefined {
  if (previous === undefined || !previous.same || !direct) return undefined;
  if (previous.stance === 'denies' && opensNegated(words)) return 'denies';
  if (previous.stance === 'warns' && words.some((word) => stanceWords.could.has(word))) return 'warns';
  return undefined;
}

/** Judge what a statement does beyond its verb: "said it had no part in it" denies. */
export function judgeStance(statement: StanceEvidence): StanceJudgement {
  const { stance, words, responsibility, armed, direct, disputed, speaker, accused } = statement;
  const denied = hasPhrase(words, stancePhrases.denials);
  const owned = denied && hasPhrase(words, stancePhrases.owned);
  if (stance === 'denies') return { stance, responsibility: responsibility || owned };
  if (denied && stance !== 'accuses' && stance !== 'warns') return { stance: 'denies', responsibility: owned };
  if (stance === 'says' || stance === 'claims') {
    const did = armed && !opensNegated(words) && hasPhrase(words, stancePhrases.deeds);
    if (responsibility || did) return { stance: 'claims', responsibility: true };
  }
  if (stance !== 'says') return { stance, responsibility };
  const carried = carriesOn(statement);
  if (carried !== undefined) return { stance: carried, responsibility: false };
  const reply = speaker.some((word) => accused.has(word));
  if (reply && opensNegated(words) && !direct) return { stance: 'denies', responsibility: false };
  if (hasPhrase(words, stancePhrases.confirmations)) return { stance: 'confirms', responsibility: false };
  const blames = hasPhrase(words, stancePhrases.accusations) || (disputed && direct && !reply && reproaches(words));
  return { stance: blames || prosecutes(statement) ? 'accuses' : 'says', responsibility: false };
}
