import { placeOf } from './find.ts';
import { writePlace } from './place.ts';

/** Say a reading in full: value, exact words, outlet and date, link. */
function citeReading(line: HTMLElement): string {
  const quote = line.querySelector('.quote')?.textContent ?? '';
  const row = line.closest('[data-a]')?.querySelector('.self')?.textContent ?? '';
  const siglum = line.querySelector('.siglum')?.textContent?.replace(/[()]/g, '') ?? '';
  const source = document.getElementById(`x-${siglum}`)?.dataset.cite ?? siglum;
  const said = line.querySelector('.by')?.textContent ?? '';
  const link = new URL(writePlace(placeOf(line)), location.href).href;
  return `${row === '' ? '' : `${row}: `}${line.dataset.v ?? ''}\n“${quote}”\n${source} (${siglum}); ${said}\n${link}\n`;
}

/** When a selection holds a whole reading, copy it with its value, source and link; leave any other copy alone. */
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

/** Copy one reading; works from a file in a mail attachment too, where the async clipboard may be missing. */
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
