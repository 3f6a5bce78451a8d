import { copyLine } from './copy.ts';
import { claimsOf, lineOf, piecesOf, placeOf, targetOf, unfold } from './find.ts';
import { type Place, readPlace, writePlace } from './place.ts';
import { Shelf } from './shelf.ts';

/** Keeps the record and the texts in step with each other, with the address, and with the browser's history. */
export class Room {
  readonly #shelf = new Shelf();
  /** The link from which the reader went to a text, to return the focus to. */
  #from: HTMLElement | null = null;

  constructor() {
    this.#shelf.onChoose = (x) => this.go({ x, v: 'text' });
    this.#shelf.onClose = () => this.close();
    document.addEventListener('pointerover', (event) => dressLine(event.target));
    document.addEventListener('focusin', (event) => dressLine(event.target));
    if (matchMedia('(hover: none)').matches) document.querySelectorAll('li.claim[data-v]').forEach(dressLine);
  }

  /** Show a place and put it in the address; the back button returns to the earlier one. */
  go(place: Place): void {
    const { p } = readPlace(location.hash);
    history.pushState(null, '', writePlace(p === undefined ? place : { ...place, p }));
    this.show(place, true);
  }

  /** Show a place without touching the history. */
  show(place: Place, focus: boolean): void {
    for (const lit of document.querySelectorAll('.on')) lit.classList.remove('on');
    const line = place.c === undefined ? null : lineOf(place.c);
    const pieces = place.c === undefined ? [] : piecesOf(place.c);
    for (const lit of [line, ...pieces]) lit?.classList.add('on');
    const text = pieces[0]?.closest<HTMLElement>('article') ?? null;
    const spot = line ?? findSpot(place);
    const siglum = text?.dataset.x ?? place.x ?? spot?.closest<HTMLElement>('[data-first]')?.dataset.first;
    if (siglum !== undefined) this.#shelf.open(siglum);
    this.#shelf.raise(place.v === 'text');
    this.#shelf.tell(line);
    if (spot !== null) this.#settle(spot, focus && place.v !== 'text');
    if (pieces[0] !== undefined) this.#shelf.scrollTo(pieces[0], focus && place.v === 'text');
    else if (place.v === 'text' && siglum !== undefined) this.#shelf.focus(siglum);
  }

  #settle(spot: HTMLElement, focus: boolean): void {
    const fold = spot.querySelector<HTMLDetailsElement>(
      spot.matches('[data-a]') ? 'details' : ':scope > div > details',
    );
    if (fold !== null && !spot.matches('section')) fold.open = true;
    unfold(spot);
    if (!this.#shelf.isOver)
      spot.scrollIntoView({ block: spot.matches('li.claim') ? 'center' : 'start', behavior: paceTo(spot) });
    if (spot.matches('li.claim')) spot.tabIndex = -1;
    if (focus)
      (spot.matches('li.claim') ? spot : (spot.querySelector<HTMLElement>('.self') ?? spot)).focus({
        preventScroll: true,
      });
  }

  /** Handle a click: links within the page lead from a value to its words and back; a copy button copies its reading. */
  click(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const target = event.target instanceof Element ? event.target : null;
    const button = target?.closest<HTMLElement>('button.copy');
    const line = button?.closest<HTMLElement>('li.claim');
    if (button && line) this.#copy(button, line);
    const link = target?.closest<HTMLAnchorElement>('a[href^="#"]');
    if (!link) return;
    const place = this.#placeOfLink(link);
    if (place === undefined) return;
    event.preventDefault();
    if (place.v === 'text' && !link.closest('#texts')) this.#from = link;
    this.go(place);
  }

  #placeOfLink(link: HTMLAnchorElement): Place | undefined {
    const id = targetOf(link);
    if (link.matches('.lit')) return this.#placeOfPiece(link);
    if (id.startsWith('t-')) return { ...this.#placeOfClaim(id.slice(2)), v: 'text' };
    if (id.startsWith('x-')) return { x: id.slice(2), v: 'text' };
    if (id.startsWith('v-')) return this.#placeOfVoice(id);
    if (id.startsWith('s-')) return placeOfChapter(id);
    const place = readPlace(link.getAttribute('href') ?? '');
    return place.i === undefined ? undefined : place;
  }

  #placeOfClaim(claim: string): Place {
    const line = lineOf(claim);
    return line === null ? { c: claim } : placeOf(line);
  }

  #placeOfPiece(piece: HTMLAnchorElement): Place | undefined {
    const claims = claimsOf(piece).filter((claim) => lineOf(claim) !== null);
    const now = claims.indexOf(readPlace(location.hash).c ?? '');
    const next = claims[(now + 1) % claims.length];
    return next === undefined ? undefined : this.#placeOfClaim(next);
  }

  #placeOfVoice(id: string): Place | undefined {
    const siglum = document.getElementById(id)?.closest<HTMLElement>('article')?.dataset.x;
    const words = document.getElementById(id);
    if (siglum === undefined || words === null) return undefined;
    queueMicrotask(() => this.#shelf.point(words));
    return { x: siglum, v: 'text' };
  }

  #copy(button: HTMLElement, line: HTMLElement): void {
    button.textContent = copyLine(line) ? 'copied' : 'not copied';
    setTimeout(() => {
      button.textContent = 'copy';
    }, 1600);
  }

  /** On Escape, return from a text to the value it was opened from. */
  key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !document.activeElement?.closest('#texts')) return;
    event.preventDefault();
    this.close();
  }

  /** Leave the text and return the focus to where the reader came from. */
  close(): void {
    const { v: _view, x: _text, ...rest } = readPlace(location.hash);
    const back = this.#from ?? document.querySelector<HTMLElement>('li.claim.on .quote, main h1 ~ p a');
    history.pushState(null, '', rest.i === undefined ? '#record' : writePlace(rest));
    this.#shelf.raise(false);
    back?.focus();
    this.#from = null;
  }
}

function placeOfChapter(id: string): Place | undefined {
  const i = document.getElementById(id)?.dataset.i;
  return i === undefined ? undefined : { i };
}

function findSpot(place: Place): HTMLElement | null {
  if (place.i === undefined) return null;
  const owner = CSS.escape(place.i);
  if (place.a !== undefined) return document.querySelector(`[data-i="${owner}"] [data-a="${CSS.escape(place.a)}"]`);
  return document.querySelector(`[data-i="${owner}"]`);
}

/**
 * Add the copy button to a line of the apparatus and the outlet's name to its siglum, only when the pointer or focus reaches
 * it: a page may have thousands of lines.
 */
function dressLine(target: EventTarget | null): void {
  const line = target instanceof Element ? target.closest<HTMLElement>('li.claim[data-v]') : null;
  if (line === null || line.querySelector('button.copy') !== null) return;
  const siglum = line.querySelector<HTMLAnchorElement>('.siglum');
  if (siglum !== null) siglum.title = document.getElementById(targetOf(siglum))?.dataset.cite ?? '';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'copy';
  button.setAttribute('aria-label', `copy the reading ${line.dataset.v ?? ''} with its source`);
  line.append(button);
}

/** Scroll smoothly to what is near; over more than three screens, jump, since the text would rush past unread. */
function paceTo(spot: Element): ScrollBehavior {
  const isFar = Math.abs(spot.getBoundingClientRect().top) > 3 * innerHeight;
  return isFar || matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}
