import type { Finding } from '../finding.ts';
import { chainFrom, type Group } from '../groups/index.ts';
import { type SentenceView, wordAt } from '../view.ts';

const openers: ReadonlySet<string> = new Set(['including', 'includes', 'include', 'included', 'among']);

/**
 * Read the parts of a figure named after it: "31 people were killed, including four children and a nurse".
 *
 * Each part keeps the figure's fate and is marked `partOf`. No: "including explosives" (no people).
 */
export function readSubsets(
  view: SentenceView,
  groups: readonly Group[],
  findings: readonly Finding[],
): readonly Finding[] {
  const parts: Finding[] = [];
  for (const finding of findings) {
    const figure =
      finding.groups.find((group) => group.counted && !group.singular) ??
      (finding.count === undefined ? undefined : finding);
    if (figure === undefined) continue;
    const index = groups.findIndex((group) => {
      const opener = wordAt(view, group.first - 1) === 'them' ? group.first - 2 : group.first - 1;
      return (
        group.first >= figure.last &&
        openers.has(wordAt(view, opener)) &&
        group.first - Math.max(figure.last, finding.last) < 8
      );
    });
    const first = groups[index];
    if (first === undefined || findings.some((other) => other.groups.includes(first))) continue;
    const members = chainFrom(view, groups, index).map((group) => ({ ...group, partOf: true }));
    const last = members.at(-1);
    if (last === undefined) continue;
    const { count: _, ...rest } = finding;
    parts.push({
      ...rest,
      groups: members,
      from: Math.min(finding.first, first.first),
      to: Math.max(finding.last, last.last),
      rule: 'subset/including',
    });
  }
  return parts;
}
