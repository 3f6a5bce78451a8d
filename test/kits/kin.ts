import { clean, defaults } from '../../src/clean/index.ts';
import { ingest, isIssue, unpack, unpackDefaults } from '../../src/ingest/index.ts';
import type { Article } from '../../src/model/index.ts';

export const lead = 'Two people were hurt when a crane fell on a quay in Norwick on Monday, the harbour office said.';
export const more = 'The crane had been put up a week before, a foreman told reporters.';
export const title = 'Two hurt as crane falls in Norwick';
export const ferry = 'A ferry to Norwick was late on Tuesday and nobody was hurt, the harbour office said.';
export const house = 'Harbour Ledger';
export const day = '2031-02-04';
export const writer = 'Ada Reed';
/** The report as paragraphs of a page. */
export const paragraphs = [
  lead,
  more,
  'Neighbours said they had heard a loud crack before it came down, and that the quay had been closed for some days.',
  'The harbour office said that it would look into how the crane had been fastened and when it was last seen to.',
];
export const markup = paragraphs.map((text) => `<p>${text}</p>`).join('');

/** What an input must come to; null is what it does not state, what is left out is not looked at. */
type Told = readonly [
  count: number,
  headline?: string | null | undefined,
  day?: string | null | undefined,
  outlet?: string | null | undefined,
  authors?: string | null | undefined,
  /** Words of the first report's text, `lead` where left out. */
  words?: string,
];

/** An input as it comes, what it must come to, and the address it came from. */
export type Kin = readonly [name: string, input: string | Uint8Array, wanted: Told, url?: string];

/** What was told of an input, beside what was wanted, and what of its text is no prose. */
interface Answer {
  readonly told: readonly unknown[];
  readonly wanted: readonly unknown[];
  readonly junk: string;
}

/** Read an input as `read` does up to its articles; where none is wanted, an issue must say why. */
export async function tellKin([path, input, wanted, url]: Kin): Promise<Answer> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const { articles, issues } = await readArticles(bytes, path, url);
  const [first] = articles;
  const text = first?.text.value ?? '';
  const words = wanted[5] ?? (wanted[0] === 0 ? '' : lead);
  const said = [
    first?.headline,
    first?.published?.value.slice(0, 10),
    first?.outlet,
    first?.authors?.join('; ') || undefined,
  ];
  const told = said.map((one, i) => (wanted[i + 1] === undefined ? undefined : (one ?? null)));
  const isSilent = articles.length === 0 && issues === 0;
  const junk = /.{0,30}(?:<\/?\w+|&\w+;|[{}]).{0,30}/s.exec(text)?.[0] ?? '';
  return {
    told: [articles.length, ...told, text.includes(words) ? words : text, isSilent],
    wanted: [wanted[0], ...said.map((_, i) => wanted[i + 1]), words, false],
    junk,
  };
}

async function readArticles(
  bytes: Uint8Array,
  path: string,
  url: string | undefined,
): Promise<{ readonly articles: readonly Article[]; readonly issues: number }> {
  const articles: Article[] = [];
  let issues = 0;
  for await (const found of unpack({ bytes, path, ...(url === undefined ? {} : { url }) }, unpackDefaults)) {
    if (isIssue(found)) {
      issues += 1;
      continue;
    }
    const opened = ingest(found);
    const cut = opened.value.map((page) => clean(page, defaults, { now: '2031-06-01T00:00:00Z', seed: 0 }));
    articles.push(...cut.flatMap((one) => one.value ?? []));
    issues += opened.issues.length + cut.reduce((sum, one) => sum + one.issues.length, 0);
  }
  return { articles, issues };
}
