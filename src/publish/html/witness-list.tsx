import { type Block, type Copy, type EditionArticle, groupBy } from '../../model/index.ts';
import type { Witness } from '../witnesses.ts';
import { formatDay } from '../wording/dates.ts';
import { countOf, formatNumber } from '../wording/figures.ts';
import { Siglum } from './apparatus.tsx';
import { Stemma } from './stemma.tsx';
import { hrefTo, type PageView } from './view.ts';

const evidenceNames = {
  metadata: 'from the page’s metadata',
  page: 'printed on the page',
  dateline: 'from the dateline',
  url: 'from the address',
  feed: 'from the feed',
  story: 'from the other reports of the story',
} as const;

const copyNames = {
  verbatim: 'copies the text of',
  syndicated: 'carries the text of',
  derived: 'retells',
  quotes: 'quotes',
} as const;

/** Print the key of sigla: for every report its date and how that is known, the parts cut from it, and the reports it repeats. */
export function WitnessList({ view }: { readonly view: PageView }) {
  const copiesOf = groupBy(view.edition.copies, (copy) => copy.to);
  return (
    <>
      <dl class="witnesses">
        {view.witnesses.map((witness) => (
          <>
            <dt id={`w-${witness.siglum}`}>
              <Siglum witness={witness} />
            </dt>
            <dd>
              <p>
                <span class="outlet">{witness.outlet}</span>
                {witness.article.headline === undefined ? null : <cite> {witness.article.headline}</cite>}
              </p>
              <p class="note">{describeWitness(witness.article)}</p>
              {(copiesOf.get(witness.article.id) ?? []).map((copy) => (
                <CopyNote view={view} copy={copy} witness={witness} />
              ))}
            </dd>
          </>
        ))}
      </dl>
      <Stemma view={view} />
    </>
  );
}

function describeWitness(article: EditionArticle): string {
  const parts = [
    describeDate(article),
    article.authors.length === 0 ? '' : `by ${article.authors.join(', ')}`,
    article.wire === undefined ? '' : `credits ${article.wire}`,
    article.path ?? article.url ?? '',
    describeCut(article.blocks),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function describeDate({ published, reportDay }: EditionArticle): string {
  const page =
    published === undefined
      ? 'no date on the page'
      : `dated ${formatDay(published.value)}, ${evidenceNames[published.how]}`;
  if (published?.disputed === true) {
    const taken =
      reportDay === undefined ? 'not used' : `taken to report from ${formatDay(reportDay.day)}, as its story tells`;
    return `${page}, which its story contradicts; ${taken}`;
  }
  if (published !== undefined || reportDay === undefined) return page;
  return `${page}; reports from ${formatDay(reportDay.day)}, ${reportDay.how === 'story' ? 'as its story tells' : 'as published'}`;
}

function describeCut(blocks: readonly Block[]): string {
  const cut = blocks.filter(({ kind }) => kind === 'boilerplate');
  if (cut.length === 0) return 'nothing cut';
  const length = cut.reduce((sum, { start, end }) => sum + end - start, 0);
  const kinds = [...new Set(cut.flatMap(({ because }) => because ?? []))].map((kind) => kind.replace(/[-_/]+/g, ' '));
  return `cut: ${countOf(cut.length, 'part')}, ${formatNumber(length)} characters${kinds.length === 0 ? '' : ` (${kinds.slice(0, 6).join(', ')})`}`;
}

const shownPassages = 8;
const shownLength = 280;

function CopyNote({
  view,
  copy,
  witness,
}: {
  readonly view: PageView;
  readonly copy: Copy;
  readonly witness: Witness;
}) {
  const origin = view.witnessOf.get(copy.from);
  if (origin === undefined) return null;
  const because =
    copy.because === undefined || copy.because.length === 0 ? '' : `; known by ${copy.because.join(', ')}`;
  return (
    <details class="copynote" id={`copy-${origin.siglum}-${witness.siglum}`}>
      <summary>
        {`${witness.siglum} ${copyNames[copy.kind]} ${origin.siglum} (${origin.name}); ${Math.round(copy.score * 100)} % of its words stand there`}
      </summary>
      <p class="note">{`${countOf(copy.passages.length, 'shared passage')}${because}.`}</p>
      <ul class="passages">
        {copy.passages.slice(0, shownPassages).map(({ to }) => (
          <li>
            <a
              class="quote"
              href={hrefTo(`x-${witness.siglum}`)}
              data-x={witness.siglum}
              data-o={`${to.start}–${to.end}`}
            >
              {clip(witness.article.text.slice(to.start, to.end))}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function clip(words: string): string {
  return words.length <= shownLength ? words : `${words.slice(0, shownLength).replace(/\s+\S*$/, '')} …`;
}
