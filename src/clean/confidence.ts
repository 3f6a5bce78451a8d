import shares from '../../data/block-confidence.json' with { type: 'json' };
import type { BlockJudgement, PageBlock } from './piece.ts';

const contents: ReadonlySet<string> = new Set(['lead', 'body', 'quote', 'list']);
const proseWords = 15;
const lineWords = 5;
const mostLinked = 0.3;

/**
 * Name the classes of a page's content blocks by form and place, as `data/block-confidence.json` counts them; others have none.
 *
 * Forms: `linked`, `item`, `quote`, `prose` (a sentence of 15 words or more), `sentence`, `line`, `scrap`. Places: `amid` the first and
 * the last prose, or `outer`.
 */
export function classifyBlocks(
  pieces: readonly PageBlock[],
  judgements: readonly (BlockJudgement | undefined)[],
): readonly (string | undefined)[] {
  const isProse = (piece: PageBlock, i: number): boolean =>
    piece.inBody === true && isContent(judgements[i]) && nameForm(piece, judgements[i]) === 'prose';
  const first = pieces.findIndex(isProse);
  const last = pieces.findLastIndex(isProse);
  return pieces.map((piece, i) => {
    if (piece.inBody !== true || !isContent(judgements[i])) return undefined;
    return `${nameForm(piece, judgements[i])} ${i >= first && i <= last ? 'amid' : 'outer'}`;
  });
}

/** How often a block of the class is of the body, 0..1: counted on the marked pages of the scrapinghub benchmark. */
export function confidenceOf(name: string | undefined): number | undefined {
  return name === undefined ? undefined : (shares.classes as Readonly<Record<string, number>>)[name];
}

function isContent(judgement: BlockJudgement | undefined): boolean {
  return judgement !== undefined && contents.has(judgement.kind);
}

function nameForm(piece: PageBlock, judgement: BlockJudgement | undefined): string {
  if (piece.linkDensity > mostLinked) return 'linked';
  if (judgement?.kind === 'list') return 'item';
  if (judgement?.kind === 'quote') return 'quote';
  if (piece.isSentence) return piece.words >= proseWords ? 'prose' : 'sentence';
  return piece.words >= lineWords ? 'line' : 'scrap';
}
