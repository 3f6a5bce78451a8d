import foreign from '../../../data/foreign-months.json' with { type: 'json' };
import { monthStart, numberMonth } from '../../text/months.ts';

const numbers: ReadonlyMap<string, number> = new Map(
  foreign.months.flatMap((names, at) => names.map((name) => [name, at + 1] as const)),
);
const months = [...numbers.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .join('|');
const month = `(${months}|${monthStart}[a-z]*)(?!\\p{L})`;
const joint = "[\\s.,/-]*(?:(?:de|del|den|do|di)\\s|d['’])?\\s*";
const start = '(?<![\\p{L}\\d])';
/** "4 de febrero de 2031", "4. Februar 2031", "04/Feb/2031", "4 февраля 2031". */
const dayFirst = new RegExp(
  `${start}(\\d{1,2})(?:er|ος|η|-го|[ºª°])?${joint}${month}${joint}(?:['’](\\d{2})|(\\d{4}))(?!\\d)`,
  'giu',
);
/** "Şubat 4, 2031", "Feb 4, '31". */
const monthFirst = new RegExp(`${start}${month}[\\s.]*(\\d{1,2})[\\s.,]+(?:['’](\\d{2})|(\\d{4}))(?!\\d)`, 'giu');
/** "2031. február 4.", "2031 m. vasario 4 d.", "2031 Feb 4". */
const yearFirst = new RegExp(`${start}(\\d{4})[\\s.,]*(?:m\\.\\s*)?${month}[\\s.]*(\\d{1,2})(?!\\d)`, 'giu');
/** "2031年2月4日", "2031년 2월 4일", "2031. 2. 4." */
const numbered =
  /(?<!\d)(\d{4})\s*(?:[年년]|\.(?=\s))\s*(\d{1,2})\s*(?:[月월]|\.(?=\s))\s*(\d{1,2})\s*(?:[日号일]|\.|(?!\d))/gu;
/** "4 tháng 2 năm 2031" */
const vietnamese = /(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})(?:,|\s+năm)?\s+(\d{4})(?!\d)/giu;
/** "04.02.31" */
const shortYear = /(?<![\d.:])(\d{2})\.(\d{2})\.(\d{2})(?![\d.])/g;
/** Digits of other writings: their zeros. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10];

/**
 * Write dates of other languages and rarer forms as days of ISO 8601 ("4 de febrero de 2031" is "2031-02-04"); all else stays. Names of months:
 * Unicode CLDR.
 */
export function spellDays(text: string): string {
  return westernDigits(text)
    .replace(dayFirst, (whole, day: string, name: string, short?: string, year?: string) =>
      isEnglish(whole, name) ? whole : print(year ?? short, numberOf(name), day, whole),
    )
    .replace(monthFirst, (whole, name: string, day: string, short?: string, year?: string) =>
      isEnglish(whole, name) ? whole : print(year ?? short, numberOf(name), day, whole),
    )
    .replace(yearFirst, (whole, year: string, name: string, day: string) => print(year, numberOf(name), day, whole))
    .replace(numbered, (whole, year: string, number: string, day: string) => print(year, Number(number), day, whole))
    .replace(vietnamese, (whole, day: string, number: string, year: string) => print(year, Number(number), day, whole))
    .replace(shortYear, (whole, day: string, number: string, year: string) => print(year, Number(number), day, whole));
}

function westernDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((one) => code >= one && code < one + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

/** English dates written in the usual way are read with all they say beside. */
function isEnglish(whole: string, name: string): boolean {
  return !numbers.has(name.toLowerCase()) && !/['’/]/.test(whole);
}

function numberOf(name: string): number {
  return numbers.get(name.toLowerCase()) ?? numberMonth(name);
}

function print(year: string | undefined, number: number, day: string, whole: string): string {
  if (year === undefined || number < 1 || number > 12 || Number(day) < 1 || Number(day) > 31) return whole;
  const full = year.length === 4 ? year : `20${year}`;
  return `${full}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
