import type { Place } from './place.ts';

/** Find the line of the apparatus that prints a claim. */
export function lineOf(claim: string): HTMLElement | null {
  return document.getElementById(`c-${claim}`);
}

/** Find the marked pieces of text that belong to a claim; a claim may be split by the start or end of another. */
export function piecesOf(claim: string): readonly HTMLElement[] {
  const id = CSS.escape(claim);
  const own = CSS.escape(encodeURIComponent(claim));
  return [...document.querySelectorAll<HTMLElement>(`[data-t~="${id}"], a.lit[href="#c-${own}"]`)];
}

/** List the claims that a marked piece of text belongs to, the shortest first. */
export function claimsOf(piece: HTMLAnchorElement): readonly string[] {
  return piece.dataset.t?.split(' ') ?? [targetOf(piece).slice(2)];
}

/** Give the place of an element of the record: its incident, attribute and claim. */
export function placeOf(element: Element): Place {
  const name = (attribute: string, key: 'i' | 'a') => {
    const value = element.closest(`[${attribute}]`)?.getAttribute(attribute);
    return value === null || value === undefined ? {} : { [key]: value };
  };
  const line = element.closest('li.claim[id]');
  return { ...name('data-i', 'i'), ...name('data-a', 'a'), ...(line === null ? {} : { c: line.id.slice(2) }) };
}

/** Open every `details` element around an element, so that it is visible. */
export function unfold(element: Element): void {
  for (let at = element.closest('details'); at !== null; at = at.parentElement?.closest('details') ?? null)
    at.open = true;
}

/** Read the id that a link within the page points to. */
export function targetOf(link: HTMLAnchorElement): string {
  return decodeURIComponent(link.hash.slice(1));
}
