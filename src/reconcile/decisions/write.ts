import {
  type Claim,
  type Decision,
  type DecisionAction,
  decisionSchema,
  type Edition,
  groupBy,
  makeId,
  type QuoteSelector,
  type Range,
  sortBy,
} from '../../model/index.ts';
import { selectQuote } from './anchor.ts';

/** What a person decides, by the ids of one edition. */
export interface DecisionDraft
  extends Pick<Decision, 'by' | 'at' | 'reason' | 'attribute' | 'value' | 'date' | 'place' | 'policy' | 'proof'> {
  readonly action: DecisionAction;
  readonly incident: string;
  /** Ids of the claims meant. */
  readonly claims?: readonly string[];
  /** `merge`: the incident to join. `move`: the incident the claims are of. */
  readonly other?: string;
  /** `add-claim`: where the words stand. */
  readonly words?: Range & { readonly article: string };
  /** `copy-of`: ids of the report that repeats another, and of that one. */
  readonly reports?: { readonly copy: string; readonly of: string };
}

/** How many of an incident's words point at it. */
const pointers = 4;

/** Write a decision down so that it outlives the ids of this edition: each id becomes the words it stands for. */
export function writeDecision(edition: Edition, deciding: DecisionDraft): Decision {
  const { incident, other, claims = [], words, reports, ...said } = deciding;
  const byId = new Map(edition.claims.map((claim) => [claim.id, claim]));
  const meant = claims.flatMap((id) => byId.get(id) ?? []).flatMap((claim) => selectClaim(edition, claim));
  const isMove = deciding.action === 'move';
  const joined = other === undefined || isMove ? [] : pointAt(edition, other);
  const quoted = words === undefined ? [] : selectWords(edition, words);
  const repeating = reports === undefined ? [] : selectReport(edition, reports.copy);
  const chosen = [...joined, ...(other === undefined || isMove ? meant : []), ...quoted, ...repeating];
  const to = isMove && other !== undefined ? pointAt(edition, other) : selectReport(edition, reports?.of);
  const decision = {
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
    on: pointAt(edition, incident),
    ...(chosen.length === 0 ? {} : { claims: chosen }),
    ...(to.length === 0 ? {} : { to }),
  };
  return decisionSchema.parse({ id: makeId('decision', JSON.stringify(decision)), ...decision });
}

function selectClaim(edition: Edition, claim: Claim): readonly QuoteSelector[] {
  const [words] = claim.evidence;
  if (words === undefined) return [];
  const twins = edition.claims.filter(
    ({ article, attribute, evidence: [first] }) =>
      article === claim.article &&
      attribute === claim.attribute &&
      first?.start === words.start &&
      first.end === words.end,
  );
  const named = twins.length > 1 ? { claim: claim.id } : {};
  return selectWords(edition, { article: claim.article, ...words }).map((selector) => ({ ...selector, ...named }));
}

function selectWords(
  { articles }: Edition,
  { article, start, end }: Range & { readonly article: string },
): readonly QuoteSelector[] {
  const found = articles.find(({ id }) => id === article);
  return found === undefined ? [] : [selectQuote(found, { start, end })];
}

/** How much of a report's beginning stands for it. */
const reportUnits = 120;

/** Select the first words of a report, which stand for all of it. */
function selectReport(edition: Edition, article: string | undefined): readonly QuoteSelector[] {
  const text = edition.articles.find(({ id }) => id === article)?.text ?? '';
  if (article === undefined || text === '') return [];
  return selectWords(edition, { article, start: 0, end: Math.min(text.length, reportUnits) });
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
  return spread
    .slice(0, pointers)
    .flatMap(({ claim }) => selectClaim(edition, claim).map(({ claim: _named, ...words }) => words));
}
