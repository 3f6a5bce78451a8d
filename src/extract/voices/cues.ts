import table from '../../../data/speech-cues.json' with { type: 'json' };
import type { Token, Voice } from '../../model/index.ts';

const stanceOf = new Map<string, Voice['stance']>();
for (const [stance, lemmas] of Object.entries(table))
  for (const lemma of lemmas) stanceOf.set(lemma, stance as Voice['stance']);

const forms: ReadonlyMap<string, string> = new Map([
  ['said', 'say'],
  ['says', 'say'],
  ['told', 'tell'],
  ['wrote', 'write'],
  ['denied', 'deny'],
]);

/** Find the stance of a verb of saying in any of its forms; undefined for every other word. */
export function stanceOfCue(token: Token): Voice['stance'] | undefined {
  if (token.pos !== 'VERB' && !forms.has(token.lower)) return undefined;
  return stanceOf.get(forms.get(token.lower) ?? token.lemma);
}
