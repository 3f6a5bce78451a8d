import {
  type Claim,
  type Decision,
  type DecisionAction,
  decisionSchema,
  type Edition,
  groupBy,
  makeId,
  type QuoteSelector,
  sortBy,
} from '../../model/index.ts';
import { selectQuote } from './anchor.ts';

/** What a person decides, by the ids of one edition. */
export interface DecisionDraft
  extends Pick<Decision, 'by' | 'at' | 'reason' | 'attribute' | 'value' | 'date' | 'policy'> {
  readonly action: DecisionAction;
  readonly incident: string;
  /** Ids of the claims meant. */
  readonly claims?: readonly string[];
  /** `merge`: the incident to join. */
  readonly other?: string;
}

/** How many of an incident's words point at it. */
const pointers = 4;

/** Write a decision down so that it outlives the ids of this edition: each id becomes the words it stands for. */
export function writeDecision(edition: Edition, deciding: DecisionDraft): Decision {
  const { incident, other, claims, ...said } = deciding;
  const byId = new Map(edition.claims.map((claim) => [claim.id, claim]));
  const meant = (claims ?? []).flatMap((id) => byId.get(id) ?? []);
  const words = other === undefined ? meant.flatMap((claim) => selectClaim(edition, claim)) : pointAt(edition, other);
  const decision = {
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
    on: pointAt(edition, incident),
    ...(words.length === 0 ? {} : { claims: words }),
  };
  return decisionSchema.parse({ id: makeId('decision', JSON.stringify(decision)), ...decision });
}

function selectClaim({ articles }: Edition, claim: Claim): readonly QuoteSelector[] {
  const article = articles.find(({ id }) => id === claim.article);
  const [words] = claim.evidence;
  return article === undefined || words === undefined ? [] : [selectQuote(article, words)];
}

/** Choose words of claims of this incident and no other, the longest of each report first. */
function pointAt(edition: Edition, incident: string): readonly QuoteSelector[] {
  const places = groupBy(
    edition.claims,
    ({ article, evidence }) => `${article}|${evidence[0]?.start}|${evidence[0]?.end}`,
  );
  const sole = [...places.values()].flatMap((members) => {
    const [claim] = members;
    return claim !== undefined && members.every((one) => one.incident === incident) ? [claim] : [];
  });
  const own = sole.length > 0 ? sole : edition.claims.filter((claim) => claim.incident === incident);
  const longest = sortBy(own, ({ evidence, id }) => [-(evidence[0]?.quote.length ?? 0), id]);
  const spread = sortBy(
    [...groupBy(longest, ({ article }) => article).values()].flatMap((told) =>
      told.map((claim, at) => ({ claim, at })),
    ),
    ({ at, claim }) => [at, claim.article],
  );
  return spread.slice(0, pointers).flatMap(({ claim }) => selectClaim(edition, claim));
}
