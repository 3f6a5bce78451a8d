import {
  type Attribute,
  attributeTable,
  type Block,
  type Claim,
  groupBy,
  type Range,
  type Voice,
} from '../../model/index.ts';
import type { Witness } from '../witnesses.ts';
import { formatDay } from '../wording/dates.ts';
import { countOf } from '../wording/figures.ts';
import { attributeNames } from '../wording/labels.ts';
import { Veiled } from './veil.tsx';
import { hrefTo, type PageView } from './view.ts';

/** How the claims of each kind are underlined. */
export const claimKinds: Readonly<Record<(typeof attributeTable)[Attribute]['asks'], string>> = {
  people: 'people',
  'when-where': 'when and where',
  who: 'who',
  why: 'why',
  means: 'means and target',
};

/** A stretch of text throughout which the same claims and voices apply. */
interface MarkedRun extends Range {
  readonly claims: readonly Claim[];
  readonly voices: readonly Voice[];
}

/** Print every report's cleaned text, with its claims marked and the parts that cleaning cut folded away. */
export function Texts({ view }: { readonly view: PageView }) {
  const claims = groupBy(view.edition.claims, ({ article }) => article);
  const voices = groupBy(view.edition.voices, ({ article }) => article);
  return (
    <>
      {view.witnesses.map((witness) => (
        <Text
          witness={witness}
          claims={claims.get(witness.article.id) ?? []}
          voices={voices.get(witness.article.id) ?? []}
        />
      ))}
    </>
  );
}

interface TextProps {
  readonly witness: Witness;
  readonly claims: readonly Claim[];
  readonly voices: readonly Voice[];
}

function Text({ witness, claims, voices }: TextProps) {
  const { article, siglum, outlet, name, day } = witness;
  const hasHeadline = article.blocks.some(({ kind }) => kind === 'headline');
  const when = day === undefined ? 'undated' : formatDay(day);
  return (
    <article
      id={`x-${siglum}`}
      data-x={siglum}
      data-cite={`${name}, ${when}`}
      aria-labelledby={`xh-${siglum}`}
      tabIndex={-1}
    >
      <p class="source" id={`xh-${siglum}`}>
        <b>{siglum}</b> {outlet} <span class="day">{when}</span>
      </p>
      {hasHeadline || article.headline === undefined ? null : <h3>{article.headline}</h3>}
      <div class="text" lang={article.language}>
        {groupBlocks(article.text, article.blocks).map((group) => (
          <BlockGroup text={article.text} group={group} claims={claims} voices={voices} siglum={siglum} />
        ))}
      </div>
    </article>
  );
}

interface BlockRun {
  readonly kind: Block['kind'];
  readonly blocks: readonly Block[];
}

/** Join neighbouring blocks of boilerplate, or of list items, into one run; text that lies in no block becomes a run of body text. */
function groupBlocks(text: string, blocks: readonly Block[]): readonly BlockRun[] {
  const groups: { readonly kind: Block['kind']; readonly blocks: Block[] }[] = [];
  const add = (block: Block) => {
    const last = groups.at(-1);
    if (last !== undefined && last.kind === block.kind && (block.kind === 'boilerplate' || block.kind === 'list'))
      last.blocks.push(block);
    else groups.push({ kind: block.kind, blocks: [block] });
  };
  let at = 0;
  for (const block of [...blocks].sort((a, b) => a.start - b.start)) {
    if (block.start > at && text.slice(at, block.start).trim() !== '')
      add({ kind: 'body', start: at, end: block.start });
    if (block.end > at) add({ ...block, start: Math.max(block.start, at) });
    at = Math.max(at, block.end);
  }
  if (text.slice(at).trim() !== '') add({ kind: 'body', start: at, end: text.length });
  return groups;
}

interface GroupProps {
  readonly text: string;
  readonly group: BlockRun;
  readonly claims: readonly Claim[];
  readonly voices: readonly Voice[];
  readonly siglum: string;
}

function BlockGroup({ text, group, claims, voices, siglum }: GroupProps) {
  const lit = group.blocks.map((block) => (
    <Lit text={text} range={block} claims={claims} voices={voices} siglum={siglum} />
  ));
  switch (group.kind) {
    case 'headline':
      return <h3>{lit}</h3>;
    case 'lead':
      return <p class="lead">{lit}</p>;
    case 'caption':
      return (
        <p class="caption">
          <span class="kind">Caption </span>
          {lit}
        </p>
      );
    case 'quote':
      return <blockquote>{lit}</blockquote>;
    case 'list':
      return (
        <ul>
          {lit.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case 'boilerplate':
      return (
        <details class="cut">
          <summary>{describeCut(group.blocks)}</summary>
          {lit.map((part) => (
            <p>{part}</p>
          ))}
        </details>
      );
    default:
      return <p>{lit}</p>;
  }
}

function describeCut(blocks: readonly Block[]): string {
  const kinds = [...new Set(blocks.flatMap(({ because }) => because ?? []))].map((kind) =>
    kind.replace(/[-_/]+/g, ' '),
  );
  return `Cut: ${kinds.length === 0 ? countOf(blocks.length, 'part') : kinds.join(', ')}`;
}

function Lit({ text, range, claims, voices, siglum }: Omit<GroupProps, 'group'> & { readonly range: Range }) {
  return (
    <>
      {cutPieces(range, claims, voices).map((piece) => (
        <PieceText text={text} piece={piece} siglum={siglum} />
      ))}
    </>
  );
}

/** Split a range wherever a claim or voice begins or ends; each piece lists the claims and voices over it, the shortest first. */
function cutPieces(range: Range, claims: readonly Claim[], voices: readonly Voice[]): readonly MarkedRun[] {
  const spans = claims.flatMap((claim) => claim.evidence.map(({ start, end }) => ({ start, end, claim })));
  const near = spans.filter(({ start, end }) => start < range.end && end > range.start);
  const heard = voices.filter(({ start, end }) => start < range.end && end > range.start);
  const edges = [...near, ...heard]
    .flatMap(({ start, end }) => [start, end])
    .filter((edge) => edge > range.start && edge < range.end);
  const cuts = [...new Set([range.start, ...edges, range.end])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? range.end;
    const over = near
      .filter((span) => span.start <= start && span.end >= end)
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    return {
      start,
      end,
      claims: [...new Set(over.map(({ claim }) => claim))],
      voices: heard.filter((voice) => voice.start <= start && voice.end >= end),
    };
  });
}

function PieceText({
  text,
  piece,
  siglum,
}: {
  readonly text: string;
  readonly piece: MarkedRun;
  readonly siglum: string;
}) {
  const words = text.slice(piece.start, piece.end);
  const [narrowest] = piece.claims;
  const anchors = [
    ...piece.claims.filter(({ evidence }) => evidence[0]?.start === piece.start).map(({ id }) => `t-${id}`),
    ...new Set(piece.voices.filter(({ start }) => start === piece.start).map(({ start }) => `v-${siglum}-${start}`)),
  ];
  const heard = piece.voices.map(({ start }) => start).join(' ');
  const own = narrowest !== undefined && anchors[0] === `t-${narrowest.id}`;
  const marks = anchors.slice(own ? 1 : 0).map((id) => <i id={id} />);
  if (narrowest === undefined) {
    if (piece.voices.length === 0) return <Veiled words={words} />;
    return (
      <>
        {marks}
        <span class="voice" data-w={heard}>
          <Veiled words={words} />
        </span>
      </>
    );
  }
  const begins = piece.claims.some(({ evidence }) => evidence.some(({ start }) => start === piece.start));
  return (
    <>
      {marks}
      <a
        {...(own ? { id: anchors[0] } : {})}
        class={`lit ${attributeTable[narrowest.attribute].asks}`}
        href={hrefTo(`c-${narrowest.id}`)}
        {...(piece.claims.length === 1 ? {} : { 'data-t': piece.claims.map(({ id }) => id).join(' ') })}
        {...(heard === '' ? {} : { 'data-w': heard })}
        title={piece.claims.map(({ attribute }) => attributeNames[attribute]).join('; ')}
        {...(begins ? {} : { tabIndex: -1 })}
      >
        <Veiled words={words} />
      </a>
    </>
  );
}
