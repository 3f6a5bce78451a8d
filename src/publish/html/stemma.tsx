import { type Copy, groupBy } from '../../model/index.ts';
import type { Witness } from '../witnesses.ts';
import { countOf } from '../wording/figures.ts';
import { hrefTo, type PageView } from './view.ts';

const columnWidth = 84;
const rowHeight = 84;
const radius = 15;
const maxWidth = 672;
const perRow = maxWidth / columnWidth;
const maxLevel = 12;

interface Node {
  readonly witness: Witness;
  readonly x: number;
  readonly y: number;
}

/** Draw which report repeats which: origins above, copies below; a solid line for a copy, a dashed one for a quotation. */
export function Stemma({ view }: { readonly view: PageView }) {
  const copies = view.edition.copies.filter(({ from, to }) => view.witnessOf.has(from) && view.witnessOf.has(to));
  if (copies.length === 0) return <p class="note">No report is known to repeat another.</p>;
  const linked = new Set(copies.flatMap(({ from, to }) => [from, to]));
  const nodes = placeNodes(
    view.witnesses.filter(({ article }) => linked.has(article.id)),
    copies,
  );
  const alone = view.witnesses.filter(({ article }) => !linked.has(article.id));
  const width = Math.max(...[...nodes.values()].map(({ x }) => x)) + columnWidth / 2;
  const height = Math.max(...[...nodes.values()].map(({ y }) => y)) + radius + 8;
  return (
    <figure class="stemma" aria-label="Stemma: who repeats whom">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <title>Stemma</title>
        {copies.map((copy) => (
          <Edge copy={copy} nodes={nodes} />
        ))}
        {[...nodes.values()].map(({ witness, x, y }) => (
          <a href={hrefTo(`w-${witness.siglum}`)} aria-label={`${witness.siglum}, ${witness.name}`}>
            <circle class={witness.copies.length > 0 ? 'node copy' : 'node'} cx={x} cy={y} r={radius} />
            <text class="siglum-text" x={x} y={y + 5}>
              {witness.siglum}
            </text>
          </a>
        ))}
      </svg>
      <figcaption class="note">
        {'Origins above, copies below; a broken line is a quotation.'}
        {alone.length === 0
          ? ''
          : ` ${countOf(alone.length, 'report')} (${alone
              .slice(0, 20)
              .map(({ siglum }) => siglum)
              .join(' ')}${alone.length > 20 ? ' …' : ''}) ${alone.length === 1 ? 'stands' : 'stand'} alone.`}
      </figcaption>
    </figure>
  );
}

function Edge({ copy, nodes }: { readonly copy: Copy; readonly nodes: ReadonlyMap<string, Node> }) {
  const from = nodes.get(copy.from);
  const to = nodes.get(copy.to);
  if (from === undefined || to === undefined) return null;
  const middle = (from.y + to.y) / 2;
  // A line across several levels is bent to the left, so that it does not cross the witnesses between.
  const bow = to.y - from.y > rowHeight ? columnWidth * 0.55 : 0;
  const isLeft = bow > 0 || to.x < from.x;
  return (
    <a
      href={hrefTo(`copy-${from.witness.siglum}-${to.witness.siglum}`)}
      aria-label={`${Math.round(copy.score * 100)} %: passages ${to.witness.siglum} shares with ${from.witness.siglum}`}
    >
      <path
        class={`edge ${copy.kind}`}
        d={`M${from.x},${from.y + radius}C${from.x - bow},${middle} ${to.x - bow},${middle} ${to.x},${to.y - radius}`}
      />
      <text
        class="edge-text"
        x={from.x + (to.x - from.x) * 0.8 - bow * 0.75 + (isLeft ? -8 : 8)}
        y={from.y + (to.y - from.y) * (bow > 0 ? 0.5 : 0.62) + 4}
        text-anchor={isLeft ? 'end' : 'start'}
      >
        {`${Math.round(copy.score * 100)} %`}
      </text>
    </a>
  );
}

/**
 * Place each node one level below its lowest origin and near the middle of its origins. The number of levels is limited, since
 * reports that quote each other would push each other down without end.
 */
function placeNodes(witnesses: readonly Witness[], copies: readonly Copy[]): ReadonlyMap<string, Node> {
  const level = levelNodes(witnesses, copies);
  const origins = groupBy(copies, ({ to }) => to);
  const nodes = new Map<string, Node>();
  let row = 0;
  for (const depth of [...new Set(level.values())].sort((a, b) => a - b)) {
    const here = witnesses.filter(({ article }) => level.get(article.id) === depth);
    const wished = here.map((witness, index) => {
      const above = (origins.get(witness.article.id) ?? []).flatMap(({ from }) => nodes.get(from)?.x ?? []);
      const x =
        above.length === 0 ? columnWidth * (index + 0.5) : above.reduce((sum, at) => sum + at, 0) / above.length;
      return { witness, x, index };
    });
    const ordered = wished.sort((a, b) => a.x - b.x || a.index - b.index);
    const xs = spread(ordered.map(({ x }) => x));
    for (const [index, { witness }] of ordered.entries()) {
      const wrapped = here.length > perRow;
      const x = wrapped ? columnWidth * ((index % perRow) + 0.5) : (xs[index] ?? 0);
      const line = wrapped ? Math.floor(index / perRow) : 0;
      nodes.set(witness.article.id, { witness, x, y: (row + line) * rowHeight + radius + 4 });
    }
    row += Math.max(1, Math.ceil(here.length / perRow));
  }
  return nodes;
}

function levelNodes(witnesses: readonly Witness[], copies: readonly Copy[]): ReadonlyMap<string, number> {
  const level = new Map(witnesses.map(({ article }) => [article.id, 0]));
  for (let round = 0; round < Math.min(witnesses.length, maxLevel); round += 1) {
    for (const { from, to } of copies) {
      const below = (level.get(from) ?? 0) + 1;
      if (below <= maxLevel && below > (level.get(to) ?? 0)) level.set(to, below);
    }
  }
  return level;
}

/** Move sorted positions apart to at least one column each, keeping their common middle inside the drawing. */
function spread(wished: readonly number[]): readonly number[] {
  const placed: number[] = [];
  for (const x of wished) placed.push(Math.max(x, (placed.at(-1) ?? Number.NEGATIVE_INFINITY) + columnWidth));
  const drift = placed.reduce((sum, x, index) => sum + x - (wished[index] ?? x), 0) / Math.max(1, placed.length);
  const shift = Math.min(drift, (placed[0] ?? 0) - columnWidth * 0.9);
  const over = Math.max(0, (placed.at(-1) ?? 0) - shift - (maxWidth - columnWidth / 2));
  return placed.map((x) => x - shift - over);
}
