import markers from './markers.json' with { type: 'json' };
import { wholeSentence } from './sentences.ts';
import type { Statement, StatementSort } from './statements.ts';

const reasons = new RegExp(markers.reasons, 'i');
const doing = new RegExp(markers.responsibility, 'i');
const denies = new RegExp(markers.denies, 'i');
const claims = new RegExp(markers.claims, 'i');
const spoken = new RegExp(markers.spoken, 'i');
const established = new RegExp(markers.established, 'i');

/** A baseline that looks for marker words only: in a sentence with "because", what follows is a reason; with "blamed", somebody is accused. */
export function readMarkers(sort: StatementSort, whole: string, report: number): readonly Statement[] {
  return wholeSentence(whole).flatMap(({ start, end }): Statement[] => {
    const words = whole.slice(start, end);
    const found = (sort === 'reasons' ? reasons : doing).exec(words);
    if (found === null) return [];
    const from = sort === 'reasons' ? start + found.index + found[0].length : start;
    return [{ kind: kindOf(sort, words), report, ranges: [{ start: from, end }], incident: undefined, words }];
  });
}

function kindOf(sort: StatementSort, words: string): string {
  if (sort === 'reasons') return established.test(words) ? 'established' : spoken.test(words) ? 'claimed' : 'inferred';
  if (denies.test(words)) return 'denies';
  return claims.test(words) ? 'claims' : 'accuses';
}
