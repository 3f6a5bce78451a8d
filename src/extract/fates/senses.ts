import { senses } from '../../lang/en/index.ts';
import type { Token } from '../../model/index.ts';

type WordClass = 'verb' | 'noun' | 'adjective';

const classes: Readonly<Partial<Record<Token['pos'], WordClass>>> = {
  VERB: 'verb',
  NOUN: 'noun',
  PROPN: 'noun',
  ADJ: 'adjective',
};

function buildIndex(): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const [sense, words] of Object.entries(senses)) {
    for (const name of ['verb', 'noun', 'adjective'] as const) {
      for (const lemma of words[name]) index.set(`${name} ${lemma}`, [...(index.get(`${name} ${lemma}`) ?? []), sense]);
    }
  }
  return index;
}

const index = buildIndex();

/** Tell which senses of what may become of people a word has: "rescued" -> ["saving"], "captive" (noun) -> ["seizing"]. */
export function sensesOf({ pos, lemma, lower }: Token): readonly string[] {
  const name = classes[pos];
  if (name === undefined) return [];
  return index.get(`${name} ${lemma}`) ?? index.get(`${name} ${lower}`) ?? [];
}
