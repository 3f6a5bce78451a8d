const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const dayMs = 86_400_000;

/** Find the weekday that a text names first, as the last such day on or before the day of publication. */
export function lastWeekday(text: string, published: string): string | undefined {
  const named = new RegExp(`\\b(?:${weekdays.join('|')})\\b`, 'i').exec(text)?.[0];
  const from = Date.parse(`${published}T00:00:00Z`);
  if (named === undefined || Number.isNaN(from)) return undefined;
  const back = (new Date(from).getUTCDay() - weekdays.indexOf(named.toLowerCase()) + 7) % 7;
  return new Date(from - back * dayMs).toISOString().slice(0, 10);
}

/** Tell whether an answered day is the wanted one, or lies in the wanted month, year or range where that is all that is known. */
export function isSameDay(answered: string, wanted: string): boolean {
  const [from = '', to] = wanted.split('/');
  const [first = '', last = first] = answered.split('/');
  if (to !== undefined) return first.slice(0, from.length) >= from && last.slice(0, to.length) <= to;
  const yearless = from.startsWith('XXXX') ? from.slice(4) : undefined;
  if (yearless !== undefined) return last === first && first.slice(4).startsWith(yearless);
  return first.startsWith(from) && last.startsWith(from);
}
