import type { PageView } from '../../../src/publish/html/view.ts';
import { claimsOf, lineOf, piecesOf, targetOf, unfold } from '../find.ts';
import type { Act } from './acts.ts';

/** Show one report of those beside the record; the one that is shown, or else the first, where none is named. */
export function openText(siglum: string | undefined): void {
  const texts = [...document.querySelectorAll<HTMLElement>('#texts > article')];
  const shown =
    texts.find((text) => text.dataset.x === siglum) ?? texts.find((text) => text.dataset.shown === 'yes') ?? texts[0];
  for (const text of texts) {
    text.dataset.shown = text === shown ? 'yes' : 'no';
    if (text === shown) text.removeAttribute('hidden');
    else text.setAttribute('hidden', 'until-found');
  }
  const choice = document.getElementById('text-choice');
  if (choice instanceof HTMLSelectElement && shown?.dataset.x !== undefined) choice.value = shown.dataset.x;
}

/** Light the words of a claim and its line in the record. */
export function lightClaim(id: string, focus: boolean): void {
  for (const lit of document.querySelectorAll('.on')) lit.classList.remove('on');
  const [line, pieces] = [lineOf(id), piecesOf(id)];
  for (const lit of [line, ...pieces]) lit?.classList.add('on');
  const [first] = pieces;
  openText(first?.closest<HTMLElement>('article')?.dataset.x);
  if (first === undefined) return;
  unfold(first);
  const pane = document.getElementById('texts');
  if (focus) pane?.classList.add('raised');
  if (pane !== null) {
    const offset = first.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTo({ top: pane.scrollTop + offset - pane.clientHeight / 3, behavior: 'instant' });
  }
  if (!focus) return;
  if (first.tabIndex < 0) first.tabIndex = -1;
  first.focus({ preventScroll: true });
}

/** Follow a link from a value to its words, or back. */
export function followWords(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
  if (link === null) return;
  event.preventDefault();
  const id = targetOf(link);
  if (link.matches('.lit')) showLine(claimsOf(link).find((claim) => lineOf(claim) !== null));
  else if (id.startsWith('t-')) lightClaim(id.slice(2), true);
  else if (id.startsWith('x-')) {
    openText(id.slice(2));
    document.getElementById('texts')?.classList.add('raised');
  }
}

function showLine(claim: string | undefined): void {
  if (claim === undefined) return;
  lightClaim(claim, false);
  const line = lineOf(claim);
  if (line === null) return;
  unfold(line);
  document.getElementById('texts')?.classList.remove('raised');
  line.tabIndex = -1;
  line.focus({ preventScroll: true });
  line.scrollIntoView({ block: 'center' });
}

/** Words that are selected in a report, as positions in its text; undefined where none are. */
export function findSelection({ witnesses }: PageView): Act['words'] {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const report = range.startContainer.parentElement?.closest<HTMLElement>('#texts article');
  const body = report?.querySelector('.text') ?? null;
  const article = witnesses.find(({ siglum }) => siglum === report?.dataset.x)?.article;
  const quote = range.toString().trim();
  if (body === null || article === undefined || quote === '') return undefined;
  const before = document.createRange();
  before.setStart(body, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const at = findNth(article.text, quote, countIn(before.toString(), quote));
  return at === -1 ? undefined : { article: article.id, start: at, end: at + quote.length, quote };
}

function countIn(text: string, words: string): number {
  return text.split(words).length - 1;
}

function findNth(text: string, words: string, nth: number): number {
  let at = text.indexOf(words);
  for (let seen = 0; seen < nth && at !== -1; seen += 1) at = text.indexOf(words, at + 1);
  return at === -1 ? text.lastIndexOf(words) : at;
}
