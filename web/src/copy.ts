import { placeOf } from './find.ts';
import { writePlace } from './place.ts';

/** Cite a reading in full, as plain text: value, exact words, outlet and date, link. */
function citeReading(line: HTMLElement): string {
  const quote = line.querySelector('.quote')?.textContent ?? '';
  const row = line.closest('[data-a]')?.querySelector('.self')?.textContent ?? '';
  const siglum = line.querySelector('.siglum')?.textContent?.replace(/[()]/g, '') ?? '';
  const source = document.getElementById(`x-${siglum}`)?.dataset.cite ?? siglum;
  const said = line.querySelector('.by')?.textContent ?? '';
  const link = new URL(writePlace(placeOf(line)), location.href).href;
  return `${row === '' ? '' : `${row}: `}${line.dataset.v ?? ''}\n“${quote}”\n${source} (${siglum}); ${said}\n${link}\n`;
}

/** Add source and link to a copied selection that holds the whole words of a reading; any other copy is left as it is. */
export function copyReading(event: ClipboardEvent): void {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed) return;
  const lines = [...document.querySelectorAll<HTMLElement>('li.claim[data-v]')].filter((line) => {
    const quote = line.querySelector('.quote');
    return quote !== null && selection.containsNode(quote, false);
  });
  if (lines.length === 0) return;
  event.clipboardData?.setData('text/plain', lines.map(citeReading).join('\n'));
  event.preventDefault();
}

/**
 * Copy one reading. It uses `execCommand`, since the asynchronous clipboard is missing on a page opened from a file, such as a
 * mail attachment.
 */
export function copyLine(line: HTMLElement): boolean {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', citeReading(line));
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', put, { capture: true, once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
  return done;
}
