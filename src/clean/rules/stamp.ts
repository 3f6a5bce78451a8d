import pageWords from '../../../data/page-words.json' with { type: 'json' };
import { anyOf } from '../../text/patterns.ts';
import { datePattern, monthDayPattern, timePattern } from '../metadata/date-words.ts';
import { countWords, type PieceRule } from '../piece.ts';

const date = new RegExp(`\\b${datePattern}`, 'gi');
const time = new RegExp(`\\b${timePattern}`, 'gi');
const monthDay = new RegExp(`\\b${monthDayPattern}`, 'gi');
const label = new RegExp(
  `\\b(?:first |originally |last )?${anyOf(pageWords.stampLabels)}(?:\\s+(?:on|at|by|in))?\\b:?`,
  'gi',
);
const filler = new RegExp(`\\b${anyOf(pageWords.stampFillers)}\\b`, 'gi');
const ago = /\b(?:\d+|an?|a few|several)\s+(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?)\s+ago\b/gi;

const names = /^(?:\p{Lu}[\p{L}.&’'-]*[\s|,–—-]+){1,4}$/u;
const datedLast = new RegExp(`\\b${datePattern}[\\s,|–—-]*(?:at\\s+)?${timePattern}\\s*$`, 'i');

/** "Harbour Ledger, 4 February 2030": parted from the day, and no longer than a name. */
const partedName = /^(?:\p{Lu}[\p{L}.&’'-]*\s+){0,2}\p{Lu}[\p{L}.&’'-]*\s*[,|–—-]\s*$/u;
const dayLast = new RegExp(`\\b${datePattern}\\s*$`, 'i');

/** Tell whether a line is a name and a day, and nothing else but a time of day: "Harbour Agency 11 Mar 2030, 22:11 GMT+11". */
function isCredited(text: string): boolean {
  const at = text.search(datedLast);
  if (at > 0 && names.test(text.slice(0, at))) return true;
  const day = text.search(dayLast);
  return day > 0 && partedName.test(text.slice(0, day));
}

/** Know lines that say when the page was posted or updated, and little else. */
export const stamp: PieceRule = {
  name: 'stamp',
  judge(piece) {
    if (piece.words > 40 || piece.text.length > 300) return undefined;
    if (isCredited(piece.text)) return 'boilerplate';
    const undated = piece.text.replace(date, ' ').replace(ago, ' ').replace(time, ' ');
    const isDated = undated !== piece.text;
    if (!isDated) return undefined;
    const hasDate = piece.text.search(date) >= 0 || piece.text.search(ago) >= 0;
    const bare = undated.replace(label, ' ');
    const isLabelled = bare !== undated;
    const rest = countWords(bare.replace(monthDay, ' ').replace(filler, ' '));
    if (isLabelled)
      return rest <= (hasDate ? 8 : 1) && !piece.isSentence ? 'boilerplate' : rest <= 2 ? 'boilerplate' : undefined;
    if (hasDate) return rest <= 1 ? 'boilerplate' : undefined;
    return rest === 0 ? 'boilerplate' : undefined;
  },
};
