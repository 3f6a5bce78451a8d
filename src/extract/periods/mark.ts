import model from '../../../data/period-signs.json' with { type: 'json' };
import { scoreForest, type Tree } from '../../text/forest.ts';
import type { Finding } from '../finding.ts';
import type { ReadSentence } from '../findings.ts';
import type { Hazard } from '../scenes/scene.ts';
import { readTriggers } from '../scenes/triggers.ts';
import { type PeriodReport, readPeriodReport, readPeriodSigns, signNames } from './signs.ts';

const trees: readonly Tree[] = model.trees;

if (model.features.join() !== signNames.join()) {
  throw new Error('data/period-signs.json was trained on other signs than are read: run training/scenes_en/run.sh');
}

/** Kinds of incident that are one deed where they are told with "the": a siege, a shooting, a crash; strikes and battles may be a war's many. */
const single: ReadonlySet<string> = new Set(['siege', 'shooting', 'stabbing', 'accident', 'fire', 'vehicle-attack']);

/** "The siege ended with more than 300 people killed": the figure is of the one deed that the sentence points at. */
function pointsAtOne({ view }: ReadSentence): boolean {
  return readTriggers(view).some(
    ({ type, noun, definite, at }) =>
      noun && definite && single.has(type) && view.tokens[at]?.lower === view.tokens[at]?.lemma,
  );
}

/** How sure the trees must be of a figure told with a day or year of its own: "in the 2004 siege, more than 300 were killed". */
const datedThreshold = 0.85;

function isDated({ view }: ReadSentence): boolean {
  return view.times.some(({ role }) => role === 'point') && !view.times.some(({ role }) => role === 'since');
}

function countsLonger(finding: Finding, sentence: ReadSentence, report: PeriodReport): boolean {
  if (finding.period === true) return true;
  if (pointsAtOne(sentence)) return false;
  const threshold = isDated(sentence) ? datedThreshold : model.threshold;
  return scoreForest(trees, readPeriodSigns(finding, sentence, report)) >= threshold;
}

/** The toll of a storm told in an encyclopedia is of all of it: whether it is of a longer time only plain words tell ("this year", "since June"). */
function unmark(sentence: ReadSentence): ReadSentence {
  if (!sentence.findings.some(({ period }) => period === true)) return sentence;
  return { ...sentence, findings: sentence.findings.map(({ period: _, ...finding }) => finding) };
}

/**
 * Mark the findings that count a longer time than one happening: a war, a year, an outbreak.
 *
 * By the signs of their sentences and of the report around them, weighed by trees trained on annotated reports (`training/scenes_en`); what
 * the fate head marked stays marked. `day` is the report's own, days since 1970-01-01; `hazard` the one it is about.
 */
export function markPeriods(
  sentences: readonly ReadSentence[],
  day: number | undefined,
  hazard?: Hazard,
): readonly ReadSentence[] {
  if (hazard?.isChronicle === true) return sentences.map(unmark);
  const report = readPeriodReport(sentences, day);
  return sentences.map((sentence) => {
    if (sentence.findings.length === 0) return sentence;
    const findings = sentence.findings.map((finding) =>
      countsLonger(finding, sentence, report) ? { ...finding, period: true } : finding,
    );
    return { ...sentence, findings };
  });
}
