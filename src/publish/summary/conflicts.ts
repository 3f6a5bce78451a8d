import type { Edition } from '../../model/index.ts';
import { formatToll, listConflicts, sayConflict, sayCounted, sayPeriod } from '../conflicts.ts';
import { cleanLine, type Paint, wrapLine } from './terminal.ts';

const shownConflicts = 4;
const shownTolls = 4;

/** Print the conflicts of an edition with the newest figures of each; none where there are none. */
export function tellConflicts(edition: Edition, width: number, paint: Paint): readonly string[] {
  const conflicts = listConflicts(edition);
  if (conflicts.length === 0) return [];
  const lines = conflicts.slice(0, shownConflicts).flatMap((conflict) => {
    const newest = [...conflict.tolls].sort((a, b) => ((a.asOf ?? '') < (b.asOf ?? '') ? 1 : -1)).slice(0, shownTolls);
    return [
      ...wrapLine(cleanLine(conflict.name), width, 2).map(paint.bold),
      ...wrapLine(cleanLine(`  ${sayConflict(conflict)}`), width, 2).map(paint.dim),
      ...newest.flatMap((toll) => {
        const who = toll.speaker === undefined ? '' : ` (${toll.speaker})`;
        return wrapLine(cleanLine(`  ${sayCounted(toll)}: ${formatToll(toll)}, ${sayPeriod(toll)}${who}`), width, 4);
      }),
    ];
  });
  const more = conflicts.length > shownConflicts ? [`and ${conflicts.length - shownConflicts} more`] : [];
  return ['', paint.bold('Wars, campaigns, epidemics: their own figures'), ...lines, ...more];
}
