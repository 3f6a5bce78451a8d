import words from '../../../data/ask-words.json' with { type: 'json' };
import type { Claim, CountRecord, Edition } from '../../model/index.ts';
import type { Question } from './question.ts';
import { keysOf, type Word } from './words.ts';

const groups = words.groups.map(keysOf);
/** Characters after a figure in which its people may be named: "Thirteen of the dead were women". */
const afterChars = 16;

/**
 * Find the claims that count a group of those a record counts: children, soldiers, "Spanish nationals".
 *
 * A total that only names the group beside others ("24 people, mothers among them") counts more than it.
 */
export function findGroup(
  { claims, articles }: Edition,
  { readings }: CountRecord,
  { group }: Question,
): readonly Claim[] {
  const ids = new Set(readings.flatMap((reading) => reading.claims));
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  return claims.filter((claim) => {
    if (!ids.has(claim.id) || claim.modality === 'hypothetical' || claim.modality === 'negated') return false;
    const victims = keysOf(claim.victims ?? []);
    const end = claim.evidence.at(-1)?.end ?? 0;
    const after = texts.get(claim.article)?.slice(end, end + afterChars) ?? '';
    const told = keysOf([...claim.evidence.map(({ quote }) => quote), after.split(/[.,;\n]/)[0] ?? '']);
    const isVictims = group.some((word) => hasWord(victims, word));
    const isCounted = claim.scope !== 'total' || isVictims;
    return isCounted && group.every((word) => hasWord(victims, word) || hasWord(told, word));
  });
}

function hasWord(keys: ReadonlySet<string>, { key }: Word): boolean {
  return keys.has(key) || groups.some((same) => same.has(key) && [...same].some((one) => keys.has(one)));
}
