import type { Claim, CountRecord, Edition } from '../../model/index.ts';
import { readWords, type Word } from './words.ts';

/** Characters behind a figure in which its place may be named: "seven people died in the town of Tamworth". */
const afterChars = 60;

/** Find the claims that count the people of one place of an incident: "seven people died in Tamworth and two in Corder". */
export function findPart(
  { claims, articles }: Edition,
  { readings }: CountRecord,
  part: readonly Word[],
): readonly Claim[] {
  if (part.length === 0) return [];
  const ids = new Set(readings.flatMap((reading) => reading.claims));
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  const name = part.map(({ text }) => text).join(' ');
  return claims.filter(({ id, article, scope, modality, evidence }) => {
    if (!ids.has(id) || scope !== 'subset' || modality !== 'asserted') return false;
    const end = evidence.at(-1)?.end ?? 0;
    const behind = texts.get(article)?.slice(end, end + afterChars) ?? '';
    // Up to the first mark, number or "and": what is behind it is of others.
    const own = behind.split(/[.;:,\d]|\band\b|\bthe other\b/)[0] ?? '';
    return new RegExp(`^[^\\p{Lu}]*\\b(?:in|at|from)\\s+(?:\\p{Ll}+\\s+){0,4}${name}(?![\\p{L}-])`, 'u').test(own);
  });
}

/** Tell whether words are of the title or place of the incident. */
export function isCore({ incidents: [incident] }: Edition, words: readonly Word[]): boolean {
  const core = new Set(readWords(`${incident?.title ?? ''} ${incident?.place.name ?? ''}`).map(({ key }) => key));
  return words.every(({ key }) => core.has(key));
}
