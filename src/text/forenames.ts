import calendar from '../../data/calendar-words.json' with { type: 'json' };
import common from '../../data/common-words.json' with { type: 'json' };
import givenNames from '../../data/given-names.json' with { type: 'json' };
import titles from '../../data/person-titles.json' with { type: 'json' };
import type { Range } from '../model/index.ts';

const given: ReadonlySet<string> = new Set([...givenNames.split(' '), ...titles.worldNames]);
const wordNames: ReadonlySet<string> = new Set(titles.wordNames);
const particles: ReadonlySet<string> = new Set(titles.particles);
const known: ReadonlySet<string> = new Set(`${common.function} ${common.news}`.split(' '));
const days = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const dated: ReadonlySet<string> = new Set([...calendar.months.map((month) => month.toLowerCase()), ...days]);
/** Words of titles of several words, too: nobody is called "Prime" before a family name. */
const ranks: ReadonlySet<string> = new Set(titles.titles.flatMap((title) => title.replaceAll('.', '').split(/[\s-]/)));

/** Furthest that a given name stands before a family name: three words, an initial and a nickname. */
const reach = 80;
/** The last word of some text and what stands between it and the end. */
const lastWord = /(["“‘'(]?)([\p{L}’'-]+\.?)(["”’')]?)([ \t\u00a0]+|-)$/u;

/** Whether a word in the place of a given name is one. `before` is the text up to it. */
function isGiven(word: string, before: string): boolean {
  const bare = word.replace(/\.$/, '');
  // A sentence ends before the family name.
  if (!/^\p{Lu}/u.test(bare) || (word !== bare && bare.length > 1)) return false;
  if (/^\p{Lu}$/u.test(bare)) return word.endsWith('.') || bare !== 'A';
  const folded = bare.toLowerCase();
  if (dated.has(folded)) return wordNames.has(folded) && !/\b(?:in|on|of|since|by|last|until|from)\s$/i.test(before);
  const isWithin = /[\p{Ll}\p{N},;:’'"”)]\s+["“‘'(]?$/u.test(before);
  if (ranks.has(folded) && !(isWithin && wordNames.has(folded))) return false;
  if (wordNames.has(folded) || given.has(folded)) return isWithin || !known.has(folded);
  return !known.has(folded) && !/ly$/.test(folded);
}

/**
 * Widen a family name found in a text by the given names, initials, nicknames and particles before it, and by what a hyphen joins to it.
 *
 * Yes: "Her brother, [Tom Quill]", "[Tom J. van der Quill]", "[Ada] “[Addie]” [Quill]", "[Renn-Quill]". No: "Mayor [Quill]", "on Monday [Quill]", "When [Quill]".
 */
export function widenName(text: string, { start, end }: Range): Range {
  let from = start;
  let at = start;
  while (start - at < reach) {
    const before = text.slice(Math.max(0, at - reach), at);
    const found = lastWord.exec(before);
    if (found === null) break;
    const [whole, opening, word = '', closing, joint] = found;
    const rest = before.slice(0, found.index);
    at -= whole.length;
    const isNickname = opening !== '' && closing !== '';
    if (opening !== '' && closing === '') break;
    // A particle or a nickname is part of a name only where a given name stands before it.
    if (particles.has(word.toLowerCase()) || isNickname) continue;
    if (joint !== '-' && !isGiven(word, rest)) break;
    from = at + (opening ?? '').length;
  }
  return { start: from, end: end + (/^(?:-\p{Lu}\p{L}+)+/u.exec(text.slice(end, end + reach))?.[0].length ?? 0) };
}
