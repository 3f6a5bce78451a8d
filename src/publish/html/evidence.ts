import { type Claim, compareText, defined, type Edition } from '../../model/index.ts';

/**
 * A packed claim: its id; start and end of its words (UTF-16 code units); the index of its article; the index in `shared` of
 * the fields it has in common with other claims; the fields it does not share.
 */
type Row = readonly [string, number, number, number, number, Pick<Claim, 'of' | 'parts'>?];

interface Packed {
  readonly edition: Edition;
  readonly shared: readonly Omit<Claim, 'id' | 'article' | 'evidence' | 'of' | 'parts' | 'producer'>[];
  readonly rows: readonly Row[];
}

/**
 * Pack the part of an edition that is needed to reconcile its counts again, for the policy menu of the page.
 *
 * Quotes are left out, since they are on the page already. A text is kept only where a rule reads its words: for a vague figure
 * ("dozens"), or for people's decisions. Reconciling the packed part gives the same count records as reconciling the whole
 * edition.
 */
export function packEvidence(edition: Edition): string {
  const decided = (edition.decisions ?? []).length > 0;
  const claims = [...(decided ? edition.claims : edition.claims.filter(decides))].sort(byId);
  const worded = new Set(
    claims.flatMap(({ article, value }) =>
      decided || (value.kind === 'count' && value.vague !== undefined) ? [article] : [],
    ),
  );
  const slim = slimEdition(edition, worded, decided);
  const numbers = new Map(slim.articles.map(({ id }, at) => [id, at]));
  const shared = new Map<string, number>();
  const rows = claims.map((claim): Row => {
    const { id, article, evidence, of, parts, producer: _producer, person, ...rest } = claim;
    const { name: _name, ...known } = person ?? { key: '' };
    const text = JSON.stringify(person === undefined ? rest : { ...rest, person: known });
    const at = shared.get(text) ?? shared.size;
    shared.set(text, at);
    const row = [id, evidence[0]?.start ?? 0, evidence[0]?.end ?? 0, numbers.get(article) ?? 0, at] as const;
    const own = defined({ of, parts });
    return Object.keys(own).length === 0 ? row : [...row, own];
  });
  const packed = `{"edition":${JSON.stringify(slim)},"shared":[${[...shared.keys()].join(',')}],"rows":${JSON.stringify(rows)}}`;
  // A "<" in the data could close the script element around it.
  return packed.replaceAll('<', '\\u003c');
}

/** Unpack what `packEvidence` packed. The edition has the claims needed for counts only, without quotes. */
export function unpackEvidence(packed: string): Edition {
  const { edition, shared, rows } = JSON.parse(packed) as Packed;
  const claims = rows.flatMap(([id, start, end, article, at, own]): readonly Claim[] => {
    const rest = shared[at];
    if (rest === undefined) return [];
    const evidence = [{ start, end, quote: '' }];
    const producer = { name: 'page', version: edition.version };
    return [{ ...rest, id, article: edition.articles[article]?.id ?? '', evidence, producer, ...own }];
  });
  return { ...edition, claims };
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => compareText(a.id, b.id);

/** Tell whether a policy needs the claim: counts are what it judges, and a full date shows that the report is not older than that day. */
function decides({ value, attribute }: Claim): boolean {
  return value.kind === 'count' || attribute === 'date';
}

function slimEdition(edition: Edition, worded: ReadonlySet<string>, decided: boolean): Edition {
  const { entities: _entities, ...rest } = edition;
  return {
    ...rest,
    articles: [...edition.articles]
      .sort(byId)
      .map(({ id, path, url, outlet, wire, authors, reportDay, language, text }) => ({
        id,
        ...(decided && path !== undefined ? { path } : {}),
        ...(decided && url !== undefined ? { url } : {}),
        ...defined({ outlet, wire, reportDay }),
        authors,
        language,
        text: worded.has(id) ? text : '',
        blocks: [],
      })),
    copies: edition.copies
      .map((copy) => ({ ...copy, passages: [] }))
      .sort((a, b) => compareText(`${a.from}|${a.to}|${a.kind}`, `${b.from}|${b.to}|${b.kind}`)),
    stories: [],
    incidents: [...edition.incidents].sort(byId).map((incident) => ({
      ...incident,
      mentions: [],
      attributes: {},
      reasons: [],
      because: [],
      date: { ...incident.date, claims: [] },
      place: { ...incident.place, claims: [] },
    })),
    claims: [],
    actors: [...edition.actors].sort(byId).map((actor) => ({ ...actor, attributes: {}, incidents: [] })),
    voices: [],
    issues: [],
  };
}
