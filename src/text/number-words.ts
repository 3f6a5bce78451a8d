import numbers from '../../data/numbers.json' with { type: 'json' };

const words: ReadonlyMap<number, string> = new Map(Object.entries(numbers.units).map(([word, value]) => [value, word]));

/** Give the word of a number that has one of its own: 0 to 20 and the tens up to 90. */
export function wordOfNumber(number: number): string | undefined {
  return words.get(number);
}
