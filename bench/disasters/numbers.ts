const words =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';
const upToTwenty = words.split(' ');
const scales: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1_000_000 };
const printed =
  /(?<![\p{L}\d.,])(\d{1,3}(?:[,\s]\d{3})+|\d+(?:\.\d+)?|\p{L}+)(?:\s+(hundred|thousand|million)\b)?(?!\d|,\d)/giu;

/** Find the numbers in a text, in digits or as words up to twenty: "over 1,200" is 1200, "1.66 million people" 1660000, "Two" 2. */
export function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(printed)].flatMap(([, number = '', scale = '']) => {
    const word = upToTwenty.indexOf(number.toLowerCase());
    const value = word >= 0 ? word : Number(number.replaceAll(/[,\s]/g, ''));
    return Number.isNaN(value) ? [] : [Math.round(value * (scales[scale.toLowerCase()] ?? 1))];
  });
}
