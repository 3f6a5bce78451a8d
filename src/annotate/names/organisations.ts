import { lexicon } from './lexicon.ts';
import { lowerAt, sameSentence, type WordRange, type Words } from './words.ts';

/** An organisation or facility read from its head word. */
export interface HeadFind extends WordRange {
  readonly type: 'organisation' | 'facility';
  readonly rule: string;
}

/** Follow "of", "of the", "for" with the next capitalised words: "Ministry of the Interior". */
function extendOver(words: Words, index: number): number {
  if (lowerAt(words, index) !== 'of' && lowerAt(words, index) !== 'for') return index;
  let at = index + 1;
  if (lowerAt(words, at) === 'the') at += 1;
  const begin = at;
  while (words.capital[at] === 1 && words.folded[at] !== '' && sameSentence(words, index, at)) {
    at += 1;
    if (lowerAt(words, at) === 'and' && words.capital[at + 1] === 1 && at - begin < 3) at += 1;
  }
  return at > begin ? at : index;
}

/** Read the organisation a run holds: up to its last organisation head, with what "of" adds to it. */
const longestName = 8;

function readOrganisation(words: Words, run: WordRange): HeadFind | undefined {
  if (run.last - run.first > longestName) return undefined;
  for (let at = run.last - 1; at >= run.first; at--) {
    const word = lowerAt(words, at);
    if (at > run.first && lexicon.organisationFinal.has(word)) {
      const last = lexicon.organisationOf.has(word) && at === run.last - 1 ? extendOver(words, run.last) : at + 1;
      return { first: run.first, last, type: 'organisation', rule: `head-${word}` };
    }
    if (lexicon.organisationOf.has(word) && at === run.last - 1) {
      const last = extendOver(words, run.last);
      if (last > run.last) return { first: run.first, last, type: 'organisation', rule: `head-${word}-of` };
    }
  }
  return undefined;
}

/** Read the facility a run names: its last word is a site's head. */
function readFacility(words: Words, run: WordRange): HeadFind | undefined {
  const word = lowerAt(words, run.last - 1);
  if (run.last - run.first < 2 || !lexicon.venue.has(word)) return undefined;
  return { first: run.first, last: run.last, type: 'facility', rule: `venue-${word}` };
}

/** Read organisation and facility of one run; facility heads win where they stand last. */
export function readHeads(words: Words, run: WordRange): HeadFind | undefined {
  const organisation = readOrganisation(words, run);
  const facility = readFacility(words, run);
  if (organisation === undefined || facility === undefined) return organisation ?? facility;
  return facility.last > organisation.last ? facility : organisation;
}
