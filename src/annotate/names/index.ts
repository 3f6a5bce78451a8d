import type { Article, NameMention, Sentence, Token } from '../../model/index.ts';
import type { Gazetteer } from '../places/gazetteer.ts';
import { joinAliases, type NameFind } from './aliases.ts';
import { findKnown, type KnownFind } from './known.ts';
import { readHeads } from './organisations.ts';
import { readPerson } from './persons.ts';
import { findRuns } from './runs.ts';
import { rangeOf, spell, viewWords, type WordRange, type Words } from './words.ts';

/** The parts of a run that no known organisation covers. */
function uncovered(run: WordRange, known: readonly KnownFind[]): readonly WordRange[] {
  const parts: WordRange[] = [];
  let { first } = run;
  for (const find of known) {
    if (find.last <= first || find.first >= run.last) continue;
    if (find.first > first) parts.push({ first, last: find.first });
    first = Math.max(first, find.last);
  }
  if (first < run.last) parts.push({ first, last: run.last });
  return parts;
}

function readRun(words: Words, run: WordRange, gazetteer: Gazetteer): NameFind | undefined {
  const person = readPerson(words, run, gazetteer);
  if (person?.rule === 'person-title') return { ...person, type: 'person' };
  const place = gazetteer.find(
    words.folded
      .slice(run.first, run.last)
      .filter((word) => word !== '')
      .join(' '),
  );
  // Towns are called Bank and University too, but none is the "Bank of Tarnwick".
  const isOrdinary = place?.word === true && run.last - run.first === 1;
  const head = place === undefined || isOrdinary ? readHeads(words, run) : undefined;
  if (head !== undefined) return head;
  return person === undefined ? undefined : { ...person, type: 'person' };
}

/** Keep finds in order and drop those that overlap one before. */
function settle(finds: readonly NameFind[]): readonly NameFind[] {
  const sorted = [...finds].sort((a, b) => a.first - b.first || b.last - a.last);
  const kept: NameFind[] = [];
  let end = 0;
  for (const find of sorted) {
    if (find.first < end || find.first >= find.last) continue;
    kept.push(find);
    end = find.last;
  }
  return kept;
}

/**
 * Read the persons, organisations and facilities an article names.
 *
 * Mentions are sorted and disjoint; mentions of one bearer share `key`: the canonical name of data/actors.json or
 * data/organisations.json, else the longest form the article uses. Places are read by `readPlaces`, which takes these.
 */
export function readNames(
  article: Pick<Article, 'text'>,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  gazetteer: Gazetteer,
): readonly NameMention[] {
  const words = viewWords(article, tokens, sentences);
  const known = findKnown(words);
  const finds: NameFind[] = known.map((find) => ({
    first: find.first,
    last: find.last,
    type: 'organisation',
    key: find.key,
    rule: find.armed ? 'known-actor' : 'known-organisation',
  }));
  const loose: WordRange[] = [];
  for (const run of findRuns(words)) {
    for (const part of uncovered(run, known)) {
      const find = readRun(words, part, gazetteer);
      if (find === undefined) loose.push(part);
      else finds.push(find);
    }
  }
  return joinAliases(words, settle(finds), loose).map((find) => ({
    ...rangeOf(words, find),
    type: find.type,
    name: spell(words, find),
    key: find.key ?? spell(words, find),
    ...(find.title !== undefined && { title: find.title }),
    rule: find.rule,
  }));
}
