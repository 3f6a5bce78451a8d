import type { Place } from './place.ts';

/** Find the line of the apparatus that prints a claim. */
export function lineOf(claim: string): HTMLElement | null {
  return document.getElementById(`c-${claim}`);
}

/** Find the pieces of text that a claim lights. */
export function piecesOf(claim: string): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-t~="${CSS.escape(claim)}"]`)];
}

/** Tell the place of an element of the record: its incident, attribute and claim. */
export function placeOf(element: Element): Place {
  const name = (attribute: string, key: 'i' | 'a' | 'c') => {
    const value = element.closest(`[${attribute}]`)?.getAttribute(attribute);
    return value === null || value === undefined ? {} : { [key]: value };
  };
  return { ...name('data-i', 'i'), ...name('data-a', 'a'), ...name('data-c', 'c') };
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
