import type { Finding, Found } from './finding.ts';
import { type Group, readGroups } from './groups/index.ts';
import { judgeModality } from './modality.ts';
import { rules } from './rules/index.ts';
import { readSubsets } from './rules/subsets.ts';
import type { SentenceView } from './view.ts';

/** A sentence with the people it names and what it says became of them. */
export interface ReadSentence {
  readonly view: SentenceView;
  readonly groups: readonly Group[];
  readonly findings: readonly Finding[];
}

function complete(view: SentenceView, found: Found): Finding {
  const edges = [found.first, found.last, ...found.groups.flatMap((group) => [group.first, group.last])];
  return { ...found, view, from: Math.min(...edges), to: Math.max(...edges), modality: judgeModality(view, found) };
}

/** Tell whether two findings say the same fate of the same people, so that only the first need be kept. */
function repeats(a: Found, b: Found): boolean {
  if (a.fate !== b.fate) return false;
  if (a.groups.length === 0 || b.groups.length === 0) return a.first < b.last && b.first < a.last;
  return a.groups[0]?.head === b.groups[0]?.head;
}

/** Read the people of a sentence and every finding about them, by all rules, each fate of each group once. */
export function readSentence(view: SentenceView): ReadSentence {
  const groups = readGroups(view);
  const kept: Found[] = [];
  for (const rule of rules) {
    for (const found of rule.find({ view, groups })) {
      if (!kept.some((other) => repeats(other, found))) kept.push(found);
    }
  }
  kept.sort((a, b) => a.first - b.first || a.last - b.last);
  const findings = kept.map((found) => complete(view, found));
  return { view, groups, findings: [...findings, ...readSubsets(view, groups, findings)] };
}
