import './page.css';
import { copyReading } from './copy.ts';
import { readPlace } from './place.ts';
import { offerPolicies } from './policy.ts';
import { Room } from './room.ts';

/**
 * Join value and words on a page that is already whole without scripts.
 *
 * Texts move beside the record, one at a time; clicks go both ways; the address names what is shown.
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

/** Unfold everything while printing, then fold it as it was. */
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
