import { type MucRole, type MucTemplate, roles } from './record.ts';

export const slots = ['type', ...roles] as const;
export type Slot = (typeof slots)[number];

/** How many were answered, and how many of those are right; how many are wanted, and how many of those are found. */
export interface SlotTally {
  readonly right: number;
  readonly answered: number;
  readonly found: number;
  readonly wanted: number;
}
export type Tallies = Readonly<Record<Slot, SlotTally>>;

const nothing: SlotTally = { right: 0, answered: 0, found: 0, wanted: 0 };

/** Normalise a string as the published scorer does: lower case, no ASCII punctuation, no articles, single spaces. */
export function foldMention(mention: string): string {
  return mention
    .toLowerCase()
    .replace(/[!-/:-@[-`{-~]/g, '')
    .replace(/\b(?:a|an|the)\b/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ');
}

function foldTemplate({ type, fillers }: MucTemplate): MucTemplate {
  const fold = (role: MucRole) =>
    fillers[role].filter((entity) => entity.length > 0).map((one) => one.map(foldMention));
  return {
    type,
    fillers: {
      PerpInd: fold('PerpInd'),
      PerpOrg: fold('PerpOrg'),
      Target: fold('Target'),
      Victim: fold('Victim'),
      Weapon: fold('Weapon'),
    },
  };
}

/** Tell whether an answered entity is right: each of its strings must be a string of the wanted entity. */
function agrees(answered: readonly string[], wanted: readonly string[]): boolean {
  return answered.every((mention) => wanted.includes(mention));
}

function sizeOf(template: MucTemplate, slot: Slot): number {
  return slot === 'type' ? 1 : template.fillers[slot].length;
}

function pairTally(answer: MucTemplate, gold: MucTemplate, slot: Slot): Pick<SlotTally, 'right' | 'found'> {
  if (slot === 'type') return { right: 1, found: 1 };
  const [answered, wanted] = [answer.fillers[slot], gold.fillers[slot]];
  return {
    right: answered.filter((one) => wanted.some((other) => agrees(one, other))).length,
    found: wanted.filter((other) => answered.some((one) => agrees(one, other))).length,
  };
}

function tallyMapping(
  answers: readonly MucTemplate[],
  golds: readonly MucTemplate[],
  mapping: readonly (number | undefined)[],
): Tallies {
  const tally = (slot: Slot): SlotTally => {
    const pairs = mapping.flatMap((at, index) => {
      const [answer, gold] = [answers[index], at === undefined ? undefined : golds[at]];
      return answer === undefined || gold === undefined ? [] : [pairTally(answer, gold, slot)];
    });
    return {
      right: pairs.reduce((sum, pair) => sum + pair.right, 0),
      answered: answers.reduce((sum, one) => sum + sizeOf(one, slot), 0),
      found: pairs.reduce((sum, pair) => sum + pair.found, 0),
      wanted: golds.reduce((sum, one) => sum + sizeOf(one, slot), 0),
    };
  };
  return Object.fromEntries(slots.map((slot) => [slot, tally(slot)])) as Tallies;
}

/** List every way to pair answers with gold templates of the same type, each used at most once. */
function listMappings(
  answers: readonly MucTemplate[],
  golds: readonly MucTemplate[],
): readonly (number | undefined)[][] {
  let partial: (number | undefined)[][] = [[]];
  for (const { type } of answers) {
    partial = partial.flatMap((taken) => [
      [...taken, undefined],
      // The gold type "bombing / attack" is matched by an answer of either.
      ...golds.flatMap((gold, at) => (gold.type.includes(type) && !taken.includes(at) ? [[...taken, at]] : [])),
    ]);
  }
  return partial;
}

/** Add up tallies. */
export function sumTallies(tallies: readonly SlotTally[]): SlotTally {
  return tallies.reduce(
    (sum, one) => ({
      right: sum.right + one.right,
      answered: sum.answered + one.answered,
      found: sum.found + one.found,
      wanted: sum.wanted + one.wanted,
    }),
    nothing,
  );
}

/** Give precision, recall and F1 of a tally, 0..1; 0 where nothing was answered or wanted. */
export function rates({ right, answered, found, wanted }: SlotTally): Readonly<Record<'p' | 'r' | 'f', number>> {
  const p = answered === 0 ? 0 : right / answered;
  const r = wanted === 0 ? 0 : found / wanted;
  return { p, r, f: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}

/** Add up the tallies of all slots, for the micro-average. */
export function overall(tallies: Tallies): SlotTally {
  return sumTallies(slots.map((slot) => tallies[slot]));
}

/**
 * Score the templates of one report as Du, Rush and Cardie (2021) do.
 *
 * Templates of one type are paired so that the report's micro-F1 is highest; all slots of an unpaired template are wrong or
 * missed. Identical gold templates count once.
 */
export function scoreReport(answers: readonly MucTemplate[], golds: readonly MucTemplate[]): Tallies {
  const folded = answers.map(foldTemplate);
  const wanted = [...new Map(golds.map((gold) => [JSON.stringify(gold), foldTemplate(gold)])).values()];
  const scored = listMappings(folded, wanted).map((mapping) => tallyMapping(folded, wanted, mapping));
  return scored.reduce((best, one) => (rates(overall(one)).f > rates(overall(best)).f ? one : best));
}

/** Add the tallies of reports slot by slot. */
export function addReports(reports: readonly Tallies[]): Tallies {
  return Object.fromEntries(slots.map((slot) => [slot, sumTallies(reports.map((report) => report[slot]))])) as Tallies;
}
