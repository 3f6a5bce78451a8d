import { describe, expect, it } from 'vitest';
import { readTimes } from './index.ts';

/** Sunday; the day before is Saturday 23 March. */
export const anchorDay = '2024-03-24';

/** Show each expression as `words → value`, with part and role where they are not the plain ones. */
export function showTimes(text: string, anchor: string | undefined = anchorDay): readonly string[] {
  return readTimes(text, anchor).map((time) => {
    const role = time.role === 'point' ? '' : ` ${time.role}`;
    const part = time.part === undefined ? '' : ` ${time.part}`;
    return `${text.slice(time.start, time.end)} → ${time.value?.edtf ?? '–'}${part}${role}`;
  });
}

/** Check a table of texts against what is read in them; an empty list is a negative example. */
export function checkTimes(title: string, table: Readonly<Record<string, readonly string[]>>): void {
  describe(title, () => {
    it.each(Object.entries(table))('%s', (text, expected) => {
      expect(showTimes(text)).toEqual(expected);
    });
  });
}
