import cues from '../../../data/reason-cues.json' with { type: 'json' };
import { verbClass } from '../lexicon.ts';
import { readTriggers } from '../scenes/triggers.ts';
import { type SentenceView, wordAt } from '../view.ts';

const hostile: ReadonlySet<string> = new Set(cues.hostile);
const anaphors: ReadonlySet<string> = new Set(cues.anaphors);
const unable: ReadonlySet<string> = new Set(cues.unable);

/** Tell whether words of [`first`, `last`) tell of violence, an accident or enmity. */
export function tellsEffect(view: SentenceView, first: number, last: number): boolean {
  if (readTriggers(view).some(({ at }) => at >= first && at < last)) return true;
  for (let at = first; at < last; at++) {
    const token = view.tokens[at];
    if (token === undefined) continue;
    const harm = token.pos === 'VERB' ? verbClass(token)?.class : undefined;
    if (hostile.has(token.lower) || harm === 'killed' || harm === 'injured' || harm === 'struck') return true;
  }
  return false;
}

/** Tell whether words of [`first`, `last`) say what someone could not or would not do, which is no effect of the kind. */
export function tellsRefusal(view: SentenceView, first: number, last: number): boolean {
  return view.tokens.slice(first, last).some((token) => unable.has(token.lower));
}

/** "That stems from …": a subject that stands for the sentence before. */
export function refersBack(view: SentenceView, first: number, last: number): boolean {
  return last - first <= 2 && anaphors.has(wordAt(view, first));
}
