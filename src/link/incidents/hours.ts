import type { ArticleReading, IncidentMention } from '../../model/index.ts';

/** Hours of a day, first included, last not; a night runs past 24. */
export interface Hours {
  readonly first: number;
  readonly last: number;
}

/** What words for a part of the day may mean, wide: reporters differ over where a morning ends. */
const parts: Readonly<Record<string, Hours>> = {
  morning: { first: 0, last: 13 },
  dawn: { first: 4, last: 9 },
  noon: { first: 10, last: 15 },
  lunchtime: { first: 11, last: 15 },
  afternoon: { first: 12, last: 19 },
  dusk: { first: 16, last: 22 },
  evening: { first: 16, last: 24 },
  night: { first: 18, last: 31 },
  tonight: { first: 18, last: 31 },
  overnight: { first: 18, last: 31 },
  midnight: { first: 22, last: 27 },
};

const partPattern = new RegExp(String.raw`\b(${Object.keys(parts).join('|')})\b`, 'giu');
const clockPattern = /\b(\d{1,2})(?:[:.]\d\d)?\s?(a|p)\.?m\b/giu;

function readClock(hour: number, half: string): Hours {
  const at = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return { first: at - 1, last: at + 2 };
}

/**
 * Read the hours a report tells of a mention, in the sentences that tell of it; none where it tells of none.
 *
 * Yes: "on Friday evening", "about 7:30 p.m.". Several are all kept: a report may tell when it began and when somebody died.
 */
export function readHours({ article }: ArticleReading, { evidence }: IncidentMention): readonly Hours[] {
  return evidence.flatMap(({ start, end }) => {
    const words = article.text.value.slice(start, end);
    return [
      ...[...words.matchAll(partPattern)].flatMap(([, part = '']) => parts[part.toLowerCase()] ?? []),
      ...[...words.matchAll(clockPattern)].map(([, hour = '', half = '']) => readClock(Number(hour), half)),
    ];
  });
}

/** Tell whether two reports tell hours, and none that could be the same; a night also lies before a day's morning. */
export function areOtherHours(a: readonly Hours[], b: readonly Hours[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const meet = (x: Hours, y: Hours): boolean =>
    [-24, 0, 24].some((shift) => x.first < y.last + shift && y.first + shift < x.last);
  return !a.some((x) => b.some((y) => meet(x, y)));
}
