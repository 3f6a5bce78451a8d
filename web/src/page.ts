import './page.css';
import { copyReading } from './copy.ts';
import { readPlace } from './place.ts';
import { offerPolicies } from './policy.ts';
import { Room } from './room.ts';

/**
 * Connect values and words, on a page that is complete without scripts.
 *
 * The texts move beside the record, one shown at a time; a click leads from a value to its words and back; the address names
 * what is shown.
 */
function start(): void {
  document.documentElement.classList.add('js');
  const room = new Room();
  room.show(readPlace(location.hash), false);
  document.addEventListener('click', (event) => room.click(event));
  document.addEventListener('keydown', (event) => room.key(event));
  document.addEventListener('copy', copyReading);
  addEventListener('popstate', () => room.show(readPlace(location.hash), true));
  openForPrint();
  offerPolicies();
}

/** Open all folded parts while printing, then close those that were closed before. */
function openForPrint(): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
  });
}

start();
