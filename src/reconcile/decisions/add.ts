import { type Claim, type Copy, type Decision, defined, type Edition, makeId, sortBy } from '../../model/index.ts';
import { anchorQuote } from './anchor.ts';
import { findIncident } from './settle.ts';

/**
 * Put into an edition what people add to it: claims that the reader did not find ("17 people were dead", killed, 17), and reports that repeat
 * others.
 *
 * What is there already is not added again; words or incidents that cannot be found add nothing, and settling says so.
 */
export function addDecided(edition: Edition, decisions: readonly Decision[]): Edition {
  const adding = sortBy(decisions, ({ at }) => [at]);
  const claims = adding.flatMap((decision) => makeClaim(decision, edition));
  const copies = adding.flatMap((decision) => makeCopy(decision, edition));
  if (claims.length === 0 && copies.length === 0) return edition;
  const told = new Map<string, Set<string>>();
  for (const { incident, article } of claims)
    told.set(incident, (told.get(incident) ?? new Set<string>()).add(article));
  return {
    ...edition,
    copies: sortBy([...keepOthers(edition.copies, copies), ...copies], ({ from, to, kind }) => [from, to, kind]),
    claims: sortBy([...edition.claims, ...claims], ({ article, evidence, attribute, id }) => [
      article,
      evidence[0]?.start ?? 0,
      attribute,
      id,
    ]),
    incidents: edition.incidents.map((incident) => ({
      ...incident,
      articles: [...new Set([...incident.articles, ...(told.get(incident.id) ?? [])])].sort(),
    })),
  };
}

/** Leave out links the other way round: a person has said which report came first. */
function keepOthers(known: readonly Copy[], copies: readonly Copy[]): readonly Copy[] {
  return known.filter(
    (one) => !copies.some(({ from, to }) => one.kind !== 'quotes' && one.from === to && one.to === from),
  );
}

function makeClaim(decision: Decision, edition: Edition): readonly Claim[] {
  const { action, attribute, value, on, claims: [words] = [] } = decision;
  const id = makeId('claim', decision.id);
  if (action !== 'add-claim' || attribute === undefined || value === undefined || words === undefined) return [];
  if (edition.claims.some((claim) => claim.id === id)) return [];
  const [target, anchored] = [findIncident(on, edition), anchorQuote(words, edition.articles)];
  if (typeof target === 'string' || typeof anchored === 'string') return [];
  const { article, range } = anchored;
  const report = edition.articles.find((one) => one.id === article);
  if (report === undefined) return [];
  // Words that a claim states already are said by whoever says that.
  const attribution = edition.claims.find(
    (claim) =>
      claim.article === article &&
      claim.attribute === attribute &&
      claim.evidence.some(({ start, end }) => start === range.start && end === range.end),
  )?.attribution;
  const asOf = report.reportDay && { value: report.reportDay.day, how: report.reportDay.how };
  return [
    {
      ...{ id, article, incident: target.incident, attribute, value },
      ...{ scope: 'total', accumulation: 'running', modality: 'asserted', confidence: 1 },
      ...defined({ asOf, attribution }),
      evidence: [{ ...range, quote: report.text.slice(range.start, range.end) }],
      producer: { name: 'decision', version: edition.version, rule: decision.id },
    },
  ];
}

function makeCopy({ action, claims: [copy] = [], to: [origin] = [] }: Decision, edition: Edition): readonly Copy[] {
  if (action !== 'copy-of' || copy === undefined || origin === undefined) return [];
  const [to, from] = [anchorQuote(copy, edition.articles), anchorQuote(origin, edition.articles)];
  if (typeof to === 'string' || typeof from === 'string' || to.article === from.article) return [];
  const known = edition.copies.some(
    (one) => one.from === from.article && one.to === to.article && one.kind !== 'quotes',
  );
  if (known) return [];
  return [{ from: from.article, to: to.article, kind: 'derived', score: 1, because: ['decision'], passages: [] }];
}
