import { type Article, type Attribution, type Claim, overlaps, type Range } from '../../model/index.ts';
import { makeClaim, type Setting, wordsOf } from '../claims.ts';
import { rangeOf, type SentenceView } from '../view.ts';
import { grievanceReaders } from './grievance-rules.ts';
import { type ReasonFinding, reasonReaders } from './reason-rules.ts';
import { splitPhrase } from './stretch.ts';

const confidences: Readonly<Record<string, number>> = {
  'reason/after-effect': 0.75,
  'reason/motive': 0.75,
  'reason/led-to': 0.7,
};
const plainConfidence = 0.6;

/** Find the reasons a sentence gives for violence, an accident or enmity; where two readings overlap the first stands. */
export function findReasons(
  view: SentenceView,
  before: SentenceView | undefined,
  speakers: readonly Range[],
): readonly ReasonFinding[] {
  if (view.tokens.at(-1)?.form === '?') return [];
  const input = { view, before, speakers };
  const found: ReasonFinding[] = [];
  for (let at = 0; at < view.tokens.length; at++) {
    for (const read of reasonReaders) {
      const one = read(input, at);
      if (one !== undefined) found.push(one);
    }
    for (const read of grievanceReaders) found.push(...read(input, at));
  }
  const kept: ReasonFinding[] = [];
  for (const one of found) {
    const isRead = kept.some((other) => one.first < other.last && other.first < one.last);
    if (!isRead && one.last - one.first <= longest) kept.push(one);
  }
  return kept.flatMap((one) => splitPhrase(view, one).map((part) => ({ ...one, ...part })));
}

/** Tokens past which a phrase gives no one reason. */
const longest = 45;

/** Make the claims of the reasons given in a view, about one incident mention. */
export function makeReasonClaims(
  setting: Setting,
  view: SentenceView,
  before: SentenceView | undefined,
  speakers: readonly Range[],
  attributed: (range: Range) => Attribution | undefined,
): readonly Claim[] {
  return findReasons(view, before, speakers).map(({ first, last, cue, rule, modality, own }) => {
    const words = wordsOf(view, first, last);
    const attribution = attributed(words);
    return makeClaim(setting, {
      attribute: 'reason',
      value: { kind: 'statement', text: textOf(setting.article, words) },
      evidence: evidenceOf(words, rangeOf(view, cue.first, cue.last)),
      view,
      rule,
      modality: modality === 'asserted' && own ? 'claimed' : modality,
      attribution,
      confidence: confidences[rule] ?? plainConfidence,
    });
  });
}

/** Figure and predicate: the cause, and the words that make it one unless they lie within it. */
function evidenceOf(words: Range, cue: Range): readonly Range[] {
  if (overlaps(words, cue)) return [words];
  return cue.start < words.start ? [cue, words] : [words, cue];
}

function textOf(article: Article, { start, end }: Range): string {
  return article.text.value.slice(start, end).replaceAll(/\s+/g, ' ').trim();
}
