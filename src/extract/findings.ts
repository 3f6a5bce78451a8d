import { discount } from './constructions/discounts.ts';
import { readElided } from './constructions/elided.ts';
import { isOpenEnded } from './constructions/open.ts';
import { readSubsets } from './constructions/subsets.ts';
import { startOfTeasers } from './constructions/teasers.ts';
import { judgeFates } from './fates/judge.ts';
import type { Finding, FindingDraft } from './finding.ts';
import { judgeModality } from './modality.ts';
import { inheritRoles, type PeoplePhrase, readGroups } from './people/index.ts';
import { readAttackers } from './predicates/index.ts';
import { rules } from './rules.ts';
import type { SentenceView } from './view.ts';

/** A sentence with the people it names and what it says became of them. */
export interface ReadSentence {
  readonly view: SentenceView;
  readonly groups: readonly PeoplePhrase[];
  readonly findings: readonly Finding[];
  /** What the rules found before the fate head judged it: a day told with a death it set aside dates the happening all the same. */
  readonly ruled: readonly Finding[];
}

function complete(
  view: SentenceView,
  found: FindingDraft,
  groups: readonly PeoplePhrase[],
  next: SentenceView | undefined,
): Finding {
  const edges = [found.first, found.last, ...found.groups.flatMap((group) => [group.first, group.last])];
  const modality = discount(view, found, next) ?? found.modality ?? judgeModality(view, found);
  const open = isOpenEnded(view, found, groups) ? { open: true } : {};
  return { ...found, ...open, view, from: Math.min(...edges), to: Math.max(...edges), modality };
}

/** Tell whether two findings say the same fate of the same people, so that only the first need be kept. */
function repeats(a: FindingDraft, b: FindingDraft): boolean {
  if (a.fate !== b.fate) return false;
  if (a.groups.length === 0 || b.groups.length === 0) return a.first < b.last && b.first < a.last;
  return a.groups[0]?.head === b.groups[0]?.head;
}

/** Words that count without a numeral and without naming people: "no injuries", "the double homicide". */
const countsAlone = /(?:^| )(?:no|double|triple|quadruple)(?: |$)/;

/** Tell whether a sentence names or counts anybody; every finding needs the one or the other. */
function mayTell(view: SentenceView, groups: readonly PeoplePhrase[]): boolean {
  return groups.length > 0 || view.quantities.length > 0 || countsAlone.test(view.words);
}

/**
 * Read the people of a sentence and every finding about them, by all rules, each fate of each group once.
 *
 * `told` are the sentences just before, for words that only refer to them; `next` may call what this one tells false.
 */
function readSentence(
  view: SentenceView,
  told: readonly ReadSentence[],
  next: SentenceView | undefined,
  judge: typeof judgeFates,
): ReadSentence {
  const groups = inheritRoles(view, readGroups(view), told.at(-1)?.groups ?? []);
  const before = told.flatMap(({ findings }) => findings);
  const kept: FindingDraft[] = [];
  for (const rule of mayTell(view, groups) ? rules : []) {
    for (const found of rule.find({ view, groups, before })) {
      if (!kept.some((other) => repeats(other, found))) kept.push(found);
    }
  }
  kept.sort((a, b) => a.first - b.first || a.last - b.last);
  const teasers = startOfTeasers(view);
  const own = kept.filter(({ first }) => first < teasers);
  const findings = own.map((found) => complete(view, found, groups, next));
  const parts = readSubsets(view, groups, findings);
  const elided = readElided(view, groups, [...findings, ...parts]);
  const ruled = [...findings, ...parts, ...elided];
  const judged = judge(view, groups, ruled, (found) => complete(view, found, groups, next));
  const all = judged.filter(({ first }) => first < teasers);
  return { view, groups, findings: [...all, ...readAttackers(view, groups, all)], ruled };
}

/** Sentences back to which a figure without a word for what it counts refers. */
const referenceReach = 2;

/** Read the sentences of one article in order; `judge` has the last word on what the rules found (default: the fate head). */
export function readSentences(
  views: readonly SentenceView[],
  judge: typeof judgeFates = judgeFates,
): readonly ReadSentence[] {
  const read: ReadSentence[] = [];
  views.forEach((view, at) => {
    read.push(readSentence(view, read.slice(-referenceReach), views[at + 1], judge));
  });
  return read;
}
