import type { BlockKind, Token } from '../model/index.ts';
import { isParticiple, personLemma } from './lexicon.ts';

const mistaken: ReadonlySet<Token['pos']> = new Set<Token['pos']>(['NOUN', 'PROPN', 'ADJ']);
const nominal: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ']);
const manner = /ly$/;

/** Tell whether a token ends a phrase that counts or ages people: "4", "seven", "9-year-old". */
function endsCount(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.lower === 'old' || token.lower === 'olds') return tokens[at - 1]?.form === '-';
  return token.pos === 'NUM';
}

/** "one shot": a headline's victim, elsewhere what was fired. */
function countsShots(tokens: readonly Token[], at: number, block: BlockKind): boolean {
  return block !== 'headline' && tokens[at]?.lower === 'shot' && /^(?:1|one)$/.test(tokens[at - 1]?.lower ?? '');
}

/** Tell whether people stand right before a participle, so that it is said of them: "Teen fatally shot", "4 hurt", "9-year-old shot". */
function isSaidOfPeople(tokens: readonly Token[], at: number, block: BlockKind): boolean {
  let before = at - 1;
  while (before > 0 && manner.test(tokens[before]?.lower ?? '')) before--;
  const token = tokens[before];
  if (token === undefined) return false;
  if (!endsCount(tokens, before)) return personLemma(token) !== undefined;
  return !countsShots(tokens, at, block);
}

/**
 * Tag participles of harm as the verbs they are where both taggers take them for nouns: "4 hurt in crash", "9-year-old shot in head".
 *
 * No: "the wounded man" (another noun follows), "a shot", "one shot was fired". Returns the tokens given where nothing changes.
 */
export function mendTags(tokens: readonly Token[], block: BlockKind): readonly Token[] {
  let mended: Token[] | undefined;
  tokens.forEach((token, at) => {
    if (!mistaken.has(token.pos) || !isParticiple(token) || nominal.has(tokens[at + 1]?.pos ?? '')) return;
    if (!isSaidOfPeople(tokens, at, block)) return;
    mended ??= [...tokens];
    mended[at] = { ...token, pos: 'VERB' };
  });
  return mended ?? tokens;
}
