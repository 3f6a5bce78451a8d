import {
  type ArticleReading,
  type Context,
  compareText,
  defined,
  type Issue,
  type Linked,
  type Outcome,
} from '../model/index.ts';
import type { Known } from './known.ts';
import { Linker } from './linker.ts';
import type { Options } from './options.ts';

export type { Known, KnownGroup } from './known.ts';
export { type GroupChanges, type LinkChanges, Linker, type Shelf } from './linker.ts';
export { defaults, type Options } from './options.ts';

/** Say of every reading whose article another one has read already that it counts once. */
function findRepeats(readings: readonly ArticleReading[]): readonly Issue[] {
  const seen = new Set<string>();
  const keyOf = ({ article }: ArticleReading) =>
    `${article.id} ${article.source.path ?? ''} ${article.source.url ?? ''}`;
  return readings
    .toSorted((x, y) => compareText(keyOf(x), keyOf(y)))
    .flatMap(({ article: { id, source } }) => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return {
        code: 'link/repeated-article',
        severity: 'info',
        message: 'The same article was read twice; it is counted once.',
        article: id,
        ...defined({ path: source.path }),
      } as const;
    });
}

/**
 * Link readings: articles into stories, mentions into incidents, copies to their origins, relative times to the right day.
 *
 * Pure, deterministic and independent of the order of `readings`. Claims and voices come back pointing at incidents; claims of
 * articles dated by their story are read again (`resolution.anchor` `story`). Every join says why in `because`.
 * Stories and incidents that hold what those of an earlier edition (`known`) held keep their ids; what came apart or together is
 * told in `regrouped`.
 * Issues: `time/anchor-disputed` (a page date the story contradicts), `link/repeated-article`.
 */
export function link(
  readings: readonly ArticleReading[],
  options: Options,
  _context: Context,
  known?: Known,
): Outcome<Linked> {
  const linker = new Linker(options);
  linker.add(readings);
  const { value, issues } = linker.linked(known);
  return { value, issues: [...findRepeats(readings), ...issues] };
}
