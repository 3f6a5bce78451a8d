import type { Article, Attribution, Claim, Range } from '../../model/index.ts';
import type { Utterance } from '../attribution/index.ts';
import type { SentenceView } from '../view.ts';
import { makeActorClaims } from './actor-facts.ts';
import { makeReasonClaims } from './reasons.ts';
import { makeWarningClaims } from './warnings.ts';

/** What statements are read from: an article's sentences, who speaks in them, and which incident each is about. */
export interface StatementInput {
  readonly article: Article;
  readonly views: readonly SentenceView[];
  readonly utterances: readonly Utterance[];
  readonly attributed: (range: Range) => Attribution | undefined;
  readonly incidentOf: (view: SentenceView) => string | undefined;
}

/** Make the claims kept in their own words: why it happened, who had warned, and what is said of armed groups. */
export function makeStatementClaims(told: StatementInput): readonly Claim[] {
  const { article, views, utterances, attributed, incidentOf } = told;
  const speakers = utterances.map(({ attribution }) => attribution);
  const reasons = views.flatMap((view, index) => {
    const mention = incidentOf(view);
    if (mention === undefined) return [];
    return makeReasonClaims({ article, mention }, view, views[index - 1], speakers, attributed);
  });
  return [
    ...keepFirst(reasons),
    ...makeWarningClaims(article, views, utterances, incidentOf),
    ...makeActorClaims(article, views, attributed, incidentOf),
  ];
}

/** A caption or refrain printed over and over is told once. */
function keepFirst(claims: readonly Claim[]): readonly Claim[] {
  const seen = new Set<string>();
  return claims.filter((claim) => {
    const key = JSON.stringify([claim.incident, claim.value, claim.attribution?.speaker]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
