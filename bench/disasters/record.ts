import { numbersIn } from './numbers.ts';

/** Bounds of the dead or hurt that an article's infobox gives. */
export interface BoxFigure {
  readonly low: number;
  readonly high: number | null;
}

const labels = { killed: /^(?:deaths|fatalities):\s*/i, injured: /^(?:non-fatal )?injuries:\s*/i } as const;

/**
 * Read a figure of the infobox: "35", "453 in total", "15-16 total", "At least 86"; "1 direct, 1 indirect" is 2.
 *
 * A line that includes the missing, or says "unknown", gives no figure.
 */
export function figureOfBox(box: readonly string[], attribute: keyof typeof labels): BoxFigure | undefined {
  const line = box.find((one) => labels[attribute].test(one));
  const told = line?.replace(labels[attribute], '').replaceAll(/\[\d+\]/g, '') ?? '';
  if (/missing|unknown/i.test(told)) return undefined;
  if (/^none\b/i.test(told)) return { low: 0, high: 0 };
  const [first, second] = numbersIn(told.replaceAll(/[-–<~>()]/g, ' '));
  if (first === undefined) return undefined;
  if (/\bdirect\b.*\bindirect\b/i.test(told)) return { low: first + (second ?? 0), high: first + (second ?? 0) };
  if (/^\d[\d,]*\s*[-–]\s*\d/.test(told)) return { low: first, high: second ?? first };
  return { low: first, high: /^(?:at least|more than|>)/i.test(told) ? null : first };
}

const harm = {
  killed:
    /\b(?:dea(?:d|ths?)|died?|kill(?:ed|ing|s)?|fatal(?:ities|ity|ly)?|perished|drowned|casualties|victims|lives)\b/i,
  injured: /\b(?:injur(?:ed|ies|y|ing)|wounded|hurt)\b/i,
} as const;

/** Tell whether a sentence of the body has the figure together with a word for death or injury. */
export function printsFigure(text: string, attribute: keyof typeof labels, { low, high }: BoxFigure): boolean {
  const sentences = text.split(/(?<=[.!?])\s+|\n+/);
  return sentences.some(
    (sentence) =>
      harm[attribute].test(sentence) && numbersIn(sentence).some((number) => number === low || number === high),
  );
}

/** Tell whether a number lies within the bounds the infobox gives. */
export function agreesWithBox(number: number | null | undefined, { low, high }: BoxFigure): boolean {
  return number !== null && number !== undefined && number >= low && number <= (high ?? low);
}
