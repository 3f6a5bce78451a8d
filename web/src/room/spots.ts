import type { Attribute } from '../../../src/model/index.ts';
import { lightClaim } from './texts.ts';

/** A line of the record that keys act on: an attribute, a reading, or the words of one report. */
export interface Spot {
  readonly element: HTMLElement;
  readonly attribute: Attribute | undefined;
  readonly claims: readonly string[];
  /** True where it is what stands. */
  readonly isAccepted: boolean;
}

const selector = '.record .row[data-a], .record .reading, .record li.claim';

function listSpots(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.offsetParent !== null);
}

function current(): HTMLElement | null {
  const focused = document.activeElement?.closest<HTMLElement>(selector) ?? null;
  return focused ?? document.querySelector<HTMLElement>('.cursor');
}

/** The line that keys act on now. */
export function spotOf(): Spot | undefined {
  const element = current();
  if (element === null) return undefined;
  const row = element.closest<HTMLElement>('.row[data-a]');
  const reading = element.closest<HTMLElement>('.reading');
  const attribute = row?.dataset.a as Attribute | undefined;
  if (element.matches('li.claim'))
    return { element, attribute, claims: claimsIn(element.parentElement, element), isAccepted: false };
  if (reading !== null)
    return { element, attribute, claims: claimsIn(reading), isAccepted: reading.classList.contains('accepted') };
  const accepted = row?.querySelector<HTMLElement>('.reading.accepted') ?? null;
  const facts = accepted ?? row?.querySelector<HTMLElement>('.claims') ?? null;
  return { element, attribute, claims: claimsIn(facts), isAccepted: true };
}

function claimsIn(box: HTMLElement | null, only?: HTMLElement): readonly string[] {
  const lines = only === undefined ? [...(box?.querySelectorAll<HTMLElement>('li.claim') ?? [])] : [only];
  return lines.flatMap((line) => line.querySelector<HTMLElement>('[data-claim]')?.dataset.claim ?? []);
}

/** Go to the next line, or the one before. */
export function stepSpot(by: 1 | -1): void {
  const spots = listSpots();
  const now = current();
  const at = now === null ? -1 : spots.indexOf(now);
  const next = spots[at === -1 ? 0 : Math.min(spots.length - 1, Math.max(0, at + by))];
  if (next !== undefined) settleOn(next);
}

/** Go to the row of an attribute, or some rows after it. */
export function focusOn(attribute: Attribute, after = 0): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.record .row[data-a]')];
  const at = rows.findIndex((row) => row.dataset.a === attribute);
  const next = rows[Math.min(rows.length - 1, at + after)];
  if (next !== undefined) settleOn(next);
}

/** Go to the first row that can be accepted and is not settled; tells whether there is one. */
export function focusOpen(): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('.record .row[data-a]')];
  const open = rows.find((row) => row.querySelector('[data-open]') !== null);
  if (open !== undefined) settleOn(open);
  return open !== undefined;
}

function settleOn(element: HTMLElement): void {
  for (const old of document.querySelectorAll('.cursor')) old.classList.remove('cursor');
  element.classList.add('cursor');
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest' });
  const [claim] = spotOf()?.claims ?? [];
  if (claim !== undefined) lightClaim(claim, false);
}
