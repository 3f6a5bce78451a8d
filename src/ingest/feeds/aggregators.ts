import aggregators from '../../../data/aggregators.json' with { type: 'json' };
import { decodeEscapes } from '../draft.ts';

const gathering: ReadonlySet<string> = new Set(aggregators.hosts);
const redirecting: readonly string[] = aggregators.redirectors;
const carrying: ReadonlySet<string> = new Set(aggregators.carriers);
/** Parts of host names below which anybody can have a name of their own: "ledger.co.uk" is called "ledger". */
const lowParts = /^(?:com?|org|net|gov|edu|ac|or|ne|go|gob|gouv|news)$/;

/** Read the address a redirecting link leads to (`https://www.google.com/url?url=…`); any other is given back as it is. */
export function unwrapRedirect(address: string): string {
  const host = hostOf(address);
  if (host === undefined || !redirecting.some((known) => isWithin(host, known))) return address;
  const { searchParams } = new URL(address);
  for (const name of aggregators.parameters) {
    const inner = searchParams.get(name);
    if (inner !== null && /^https?:\/\/[^/]+\.[^/]+/i.test(inner) && URL.canParse(inner)) return new URL(inner).href;
  }
  return address;
}

/** Tell whether a feed gathers what others print, by its site or by its title ("Google Alert - mill fire"). */
export function isAggregator(host: string | undefined, title: string | undefined): boolean {
  const told = (title ?? '').toLowerCase();
  return (host !== undefined && gathering.has(host)) || aggregators.titles.some((name) => told.includes(name));
}

/** Tell whether a host only passes readers on, so that it says nothing of whose page it is. */
export function isCarrier(host: string): boolean {
  return carrying.has(host) || gathering.has(host);
}

/** Host of an address without `www.`; `undefined` where there is none. */
export function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : undefined;
}

/** Tell whether two hosts are of one site: one within the other, or the same name under another ending. */
export function areOneSite(a: string, b: string): boolean {
  return isWithin(a, b) || isWithin(b, a) || (nameOf(a).length > 2 && nameOf(a) === nameOf(b));
}

/** Tell whether a title names a host ("The Harbour Ledger – World" and `harbourledger.example`). */
export function isNamedFor(title: string, host: string): boolean {
  const plain = decodeEscapes(title)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  const name = nameOf(host).replace(/-/g, '');
  return name.length > 1 && (plain.includes(name) || (plain.length > 2 && name.includes(plain)));
}

function isWithin(host: string, site: string): boolean {
  return host === site || host.endsWith(`.${site}`);
}

/** The label a site is called by: the last that is not an ending. */
function nameOf(host: string): string {
  const labels = host.split('.').slice(0, -1);
  return labels.findLast((label) => !lowParts.test(label)) ?? labels.at(-1) ?? host;
}
