import words from '../../data/calendar-words.json' with { type: 'json' };
import { type Article, type DateEvidence, type Source, toDayNumber, toIsoDay } from '../model/index.ts';
import { monthStart, numberMonth } from './months.ts';

/** A story's date is link's to give: it anchors no article by itself. A feed's item is dated like a page (`ingest` drops the moment of fetching). */
const anchoring: ReadonlySet<DateEvidence> = new Set(['metadata', 'page', 'dateline', 'url', 'feed']);

/** What an article says of its own day. */
interface Dated extends Pick<Article, 'published'> {
  readonly source?: Pick<Source, 'fetchedAt'>;
  /** Its words: a report that prints its own day above them counts from that day, whatever its page or feed says. */
  readonly text?: Pick<Article['text'], 'value'>;
}

/**
 * Choose the day an article's relative times count from.
 *
 * An ISO 8601 day as printed in the source's own zone ("2024-03-22T23:30:00-05:00" is the 22nd), or undefined where the
 * publication date is unknown, disputed, coarser than a day, or vouched for by the story only. Of a copy in a web archive that has no
 * date of its own it is the day of copying: people keep a report while it is new. A full date printed by itself above the report's words
 * ("Date of publication: 10 July 2016") outweighs what the page's data say, which exporters often turn round.
 */
export function anchorOf({ published, source, text }: Dated): string | undefined {
  const printed = text === undefined ? undefined : printedDay(text.value);
  if (printed !== undefined && published?.disputed !== true) return printed;
  if (published === undefined) return dayOf(source?.fetchedAt);
  return published.disputed === true || !anchoring.has(published.how) ? undefined : dayOf(published.value);
}

function dayOf(value: string | undefined): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value ?? '')?.[0];
  return day === undefined || Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? undefined : day;
}

/** Characters of a text within which it prints its own day. */
const headReach = 160;
const month = String.raw`(${monthStart})[a-z]*\.?`;
const fullDates: readonly (readonly [RegExp, (groups: readonly string[]) => readonly [string, number, string]])[] = [
  [
    new RegExp(String.raw`\b(\d{1,2})\s+${month},?\s+((?:19|20)\d\d)\b`, 'giu'),
    ([d = '', m = '', y = '']) => [y, numberMonth(m), d],
  ],
  [
    new RegExp(String.raw`\b${month}\s+(\d{1,2}),?\s+((?:19|20)\d\d)\b`, 'giu'),
    ([m = '', d = '', y = '']) => [y, numberMonth(m), d],
  ],
];
/** Words before a date that make it part of a sentence. */
const governed = new RegExp(String.raw`\b(?:${words.beforeDays.join('|')})\s+(?:\w+day,?\s+)?$`, 'iu');

/** Find a full date that stands by itself at the top of a text, as a report's own day does; "on 10 July 2016" and "the March 4, 2031 attacks" do not. */
function printedDay(text: string): string | undefined {
  const head = text.slice(0, headReach);
  for (const [pattern, read] of fullDates) {
    for (const match of head.matchAll(pattern)) {
      const after = text.slice(match.index + match[0].length).replace(/^[ \t]+/u, '');
      if (governed.test(head.slice(0, match.index)) || /^[\p{Ll}'’,]/u.test(after)) continue;
      const [year, number, day] = read(match.slice(1));
      const iso = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
      const days = toDayNumber(iso);
      if (!Number.isNaN(days) && toIsoDay(days) === iso) return iso;
    }
  }
  return undefined;
}
