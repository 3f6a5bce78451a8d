import { type Claim, compareText, defined, type Edition } from '../../model/index.ts';

/** A claim as the page carries it: id, start and end of its words, number of its article, number of what it shares with others, and what it does not. */
type Row = readonly [string, number, number, number, number, Pick<Claim, 'of' | 'parts'>?];

interface Packed {
  readonly edition: Edition;
  readonly shared: readonly Omit<Claim, 'id' | 'article' | 'evidence' | 'of' | 'parts' | 'producer'>[];
  readonly rows: readonly Row[];
}

/**
 * Pack what reconciling the counts of an edition again needs, for the policy switch of the page.
 *
 * Quotes stand on the page already and are left out, and so are texts, save where their words decide (a vague figure, people's
 * decisions). What comes out of reconciling it are the same records of counts as from the edition whole.
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
  // Nothing in it may end the element it stands in.
  return packed.replaceAll('<', '\\u003c');
}

/** Read what `packEvidence` packed. */
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

/** Counts are judged; a full date says that its report is no older. */
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
