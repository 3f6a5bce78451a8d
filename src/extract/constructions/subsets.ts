import words from '../../../data/constructions.json' with { type: 'json' };
import type { Finding } from '../finding.ts';
import { chainFrom, type PeoplePhrase } from '../people/index.ts';
import { type SentenceView, wordAt } from '../view.ts';
import { isTold, makePart, type PartReader } from './parts.ts';

const openers: ReadonlySet<string> = new Set(words.partOpeners);
/** Tokens from a figure to the word that opens its parts. */
const openerReach = 8;

/** "Nine were killed and three hurt, including a girl": the part is of the figure beside it. */
function hasNearer(findings: readonly Finding[], finding: Finding, part: PeoplePhrase): boolean {
  return findings.some(
    (other) =>
      other.fate !== finding.fate &&
      other.first >= finding.last &&
      other.last <= part.first &&
      (other.count !== undefined || other.groups.some((group) => group.counted && group.first >= finding.last)),
  );
}

/** "31 people were killed, including four children and a nurse", "… among them two guards". */
const readIncluded: PartReader = (view, groups, findings) =>
  findings.flatMap((finding) => {
    const figure =
      finding.groups.find((group) => group.counted && !group.singular) ??
      (finding.count === undefined ? undefined : finding);
    if (figure === undefined) return [];
    const index = groups.findIndex((group) => {
      const opener = wordAt(view, group.first - 1) === 'them' ? group.first - 2 : group.first - 1;
      return (
        group.determiner !== 'pronoun' &&
        group.first >= figure.last &&
        openers.has(wordAt(view, opener)) &&
        group.first - Math.max(figure.last, finding.last) < openerReach &&
        !hasNearer(findings, finding, group)
      );
    });
    const first = groups[index];
    if (first === undefined || isTold(findings, first)) return [];
    return [makePart(finding, chainFrom(view, groups, index), 'subset/including')];
  });

function isAmongThem(view: SentenceView, at: number): boolean {
  return wordAt(view, at) === 'among' && /^(?:them|whom|those)$/.test(wordAt(view, at + 1));
}

/** "Nineteen people have died, four children among them". */
const readAmongThem: PartReader = (view, groups, findings) =>
  groups.flatMap((group) => {
    if (!group.counted || !isAmongThem(view, group.last) || isTold(findings, group)) return [];
    const whole = findings.findLast(
      (finding) =>
        finding.last <= group.first && (finding.count !== undefined || finding.groups.some((one) => !one.singular)),
    );
    return whole === undefined ? [] : [makePart(whole, [group], 'subset/among-them')];
  });

/**
 * Read the parts of a figure named beside it: "including four children and a nurse", "four children among them".
 *
 * Each part keeps the figure's fate and is marked `partOf`. No: "including explosives" (no people), "among them" alone.
 */
export const readSubsets: PartReader = (view, groups, findings) => [
  ...readIncluded(view, groups, findings),
  ...readAmongThem(view, groups, findings),
];
