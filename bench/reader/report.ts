import trained from '../../models/reader-en/scores.json' with { type: 'json' };
import type { ClusterScores } from './clusters.ts';
import type { CoreferenceScores } from './coreference.ts';
import type { ReaderScores } from './scores.ts';

/** A row of a table; undefined for what was not measured. */
export interface Row {
  readonly title: string;
  readonly values: readonly (number | undefined)[];
}

/** Percentage points by which a score may differ from the trainer's, since both are rounded to two digits. */
const rounding = 0.02;

/** Print a table of percentages with one decimal. */
export function drawTable(title: string, heads: readonly string[], rows: readonly Row[]): string {
  const width = Math.max(title.length, ...rows.map((row) => row.title.length));
  const widths = heads.map((head) => Math.max(head.length, 6));
  const line = (first: string, cells: readonly string[]): string =>
    [first.padEnd(width), ...cells.map((cell, at) => cell.padStart(widths[at] ?? 6))].join('  ').trimEnd();
  const body = rows.map((row) =>
    line(
      row.title,
      row.values.map((value) => value?.toFixed(1) ?? '–'),
    ),
  );
  return `${[line(title, heads), ...body].join('\n')}\n\n`;
}

/** Compare our scores with those the trainer reported for the same weights, and print where they differ. */
export function compareReport(
  ours: Readonly<Record<'ewt' | 'gum' | 'uner' | 'wikigold' | 're3d', Readonly<Record<string, ReaderScores>>>>,
  coreference: Readonly<Record<'found' | 'headMatch', CoreferenceScores>>,
): string {
  const theirs: readonly (readonly [string, ReaderScores, ReaderScores | undefined])[] = [
    ...(['ewt', 'gum', 'uner', 'wikigold', 're3d'] as const).map(
      (part) => [part, trained[part].all, ours[part].all] as const,
    ),
    ...pairCoreference('coreference', trained.coreference, coreference.found),
    ...pairCoreference('head match', trained['coreference, head match'], coreference.headMatch),
  ];
  const differences = theirs.flatMap(([part, reported, found]) =>
    Object.entries(reported).flatMap(([measure, value]) => {
      const own = found?.[measure];
      if (own === undefined || Math.abs(own - value) <= rounding) return [];
      return [`  ${part}, ${measure}: ${own.toFixed(2)}, the trainer reported ${value.toFixed(2)}`];
    }),
  );
  if (differences.length === 0) return 'Scores equal those the trainer reported.\n\n';
  return `Scores differ from those the trainer reported:\n${differences.join('\n')}\n\n`;
}

function pairCoreference(
  name: string,
  reported: Readonly<Record<'all entities' | 'entities mentioned twice or more', ClusterScores>>,
  found: CoreferenceScores,
): readonly (readonly [string, ReaderScores, ReaderScores])[] {
  return [
    [`${name}, all`, { ...reported['all entities'] }, { ...found.all }],
    [`${name}, repeated`, { ...reported['entities mentioned twice or more'] }, { ...found.repeated }],
  ];
}
