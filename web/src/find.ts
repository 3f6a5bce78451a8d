import type { Place } from './place.ts';

/** Find the line of the apparatus that prints a claim. */
export function lineOf(claim: string): HTMLElement | null {
  return document.getElementById(`c-${claim}`);
}

/** Find the pieces of text that a claim lights. */
export function piecesOf(claim: string): readonly HTMLElement[] {
  const id = CSS.escape(claim);
  const own = CSS.escape(encodeURIComponent(claim));
  return [...document.querySelectorAll<HTMLElement>(`[data-t~="${id}"], a.lit[href="#c-${own}"]`)];
}

/** List the claims a lit piece of text states, narrowest first. */
export function claimsOf(piece: HTMLAnchorElement): readonly string[] {
  return piece.dataset.t?.split(' ') ?? [targetOf(piece).slice(2)];
}

/** Tell the place of an element of the record: its incident, attribute and claim. */
export function placeOf(element: Element): Place {
  const name = (attribute: string, key: 'i' | 'a') => {
    const value = element.closest(`[${attribute}]`)?.getAttribute(attribute);
    return value === null || value === undefined ? {} : { [key]: value };
  };
  const line = element.closest('li.claim[id]');
  return { ...name('data-i', 'i'), ...name('data-a', 'a'), ...(line === null ? {} : { c: line.id.slice(2) }) };
}

/** Open every fold around an element. */
export function unfold(element: Element): void {
  for (let at = element.closest('details'); at !== null; at = at.parentElement?.closest('details') ?? null)
    at.open = true;
}

/** Read an id from the fragment of a link within the page. */
export function targetOf(link: HTMLAnchorElement): string {
  return decodeURIComponent(link.hash.slice(1));
}
