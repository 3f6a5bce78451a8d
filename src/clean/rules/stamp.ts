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

/** Know lines that say when the page was posted or updated, and little else. */
export const stamp: PieceRule = {
  name: 'stamp',
  judge(piece) {
    if (piece.words > 40 || piece.text.length > 300) return undefined;
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
