import type { CountAttribute } from '../../src/model/index.ts';
import { casualtyPatterns, numberOf } from '../gva/baselines.ts';
import type { Prediction } from './predict.ts';

/** Find each printed number beside a word for death or injury, with the regular expression of `bench/gva`, in the whole report. */
export function predictByRegex(text: string): readonly Prediction[] {
  return (['killed', 'injured'] as const).flatMap((attribute: CountAttribute) =>
    casualtyPatterns[attribute as 'killed' | 'injured'].flatMap((pattern) =>
      [...text.matchAll(new RegExp(pattern, 'gi'))].flatMap((match) => {
        const count = numberOf(match[1] ?? '');
        const range = { start: match.index, end: match.index + match[0].length };
        return count === undefined
          ? []
          : [{ attribute, ranges: [range], value: { kind: 'count' as const, min: count, max: count }, rule: 'regex' }];
      }),
    ),
  );
}
