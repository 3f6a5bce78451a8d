import type { Range } from '../../model/index.ts';
import type { SentenceView } from '../view.ts';

/** Words between quotation marks, marks included, in UTF-16 code units of the article's text. */
export interface Quote extends Range {
  readonly paragraph: number;
  /** Opened but not closed in its paragraph; the next paragraph goes on with it. */
  readonly open: boolean;
  /** A whole sentence or more rather than a borrowed word: it begins with a capital and has some words. */
  readonly full: boolean;
  /** It ends with a full stop and a new sentence follows: no cue of the next sentence is its own. */
  readonly ended: boolean;
}

/** Words of a quote from which it may be a sentence. */
const sentenceWords = 4;

const doubles: ReadonlySet<string> = new Set(['“', '”', '"', '„', '«', '»', '``', "''", '‟']);
const singles: ReadonlySet<string> = new Set(['‘', '’', "'"]);

type Mark = { readonly start: number; readonly end: number; readonly form: string; readonly view: SentenceView };
type Letters = { readonly before: string; readonly after: string };

function opens(form: string, { before, after }: Letters): boolean {
  if (form === '“' || form === '„' || form === '«' || form === '``' || form === '‘') return true;
  return (before === '' || /[\s([—–-]/u.test(before)) && /[\p{L}\p{N}.[…$£€]/u.test(after);
}

/** A single mark closes only after a stop, or where no possessive can stand; apostrophes are everywhere. */
function closesSingle({ before, after }: Letters): boolean {
  if (/\p{L}/u.test(after)) return false;
  return /[,.?!…]/u.test(before) || (before !== 's' && /\p{L}/u.test(before));
}

function makeQuote(value: string, mark: Mark, end: number, open: boolean): Quote {
  const words = value.slice(mark.end, end).match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  const full = words.length >= sentenceWords && /^\p{Lu}/u.test(words[0] ?? '');
  const ended = /\.\s*.$/u.test(value.slice(mark.end, end)) && /^\s*\p{Lu}/u.test(value.slice(end, end + 4));
  return { start: mark.start, end, paragraph: mark.view.paragraph, open, full, ended };
}

function marksOf(views: readonly SentenceView[]): readonly Mark[] {
  const marks: Mark[] = [];
  for (const view of views) {
    for (const { start, end, form } of view.tokens) {
      if (form.length < 3 && (doubles.has(form) || singles.has(form))) marks.push({ start, end, form, view });
    }
  }
  return marks;
}

function readParagraph(value: string, views: readonly SentenceView[], goesOn: boolean): readonly Quote[] {
  const quotes: Quote[] = [];
  let open: Mark | undefined;
  for (const mark of marksOf(views)) {
    const letters = { before: value.charAt(mark.start - 1), after: value.charAt(mark.end) };
    const single = singles.has(mark.form);
    if (open === undefined) {
      if (opens(mark.form, letters)) open = mark;
    } else if (single === singles.has(open.form)) {
      const reopened = mark.form === '“' && /\s/u.test(letters.before);
      if (reopened) open = mark;
      else if (!single || closesSingle(letters)) {
        quotes.push(makeQuote(value, open, mark.end, false));
        open = undefined;
      }
    } else if (single === false && opens(mark.form, letters)) open = mark;
  }
  if (open !== undefined && doubles.has(open.form)) {
    // A mark never closed speaks to the end only where the next paragraph opens it again; else it was forgotten.
    const last = goesOn ? views.at(-1) : open.view;
    const end = last?.end ?? open.end;
    if (end > open.end) quotes.push(makeQuote(value, open, end, goesOn));
  }
  return quotes;
}

function opensWithMark(views: readonly SentenceView[] | undefined): boolean {
  return doubles.has(views?.[0]?.tokens[0]?.form ?? '');
}

/** Find the quotations of an article, in order; one left open runs to the end of its paragraph. */
export function readQuotes(value: string, views: readonly SentenceView[]): readonly Quote[] {
  const paragraphs: SentenceView[][] = [];
  for (const view of views) {
    if (paragraphs.at(-1)?.[0]?.paragraph === view.paragraph) paragraphs.at(-1)?.push(view);
    else paragraphs.push([view]);
  }
  return paragraphs.flatMap((own, at) => readParagraph(value, own, opensWithMark(paragraphs[at + 1])));
}
