import { hashContent } from '../../src/model/index.ts';

/** Labels before a country's ending under which names are given ("co.uk", "com.au"). */
const secondLevel = new Set(['ac', 'co', 'com', 'edu', 'gov', 'ne', 'net', 'or', 'org']);

/** Name the publisher of an address: the label that is registered, so that all its hosts and endings share it ("bbc"). */
export function siteOf(url: string): string {
  const host = /^[a-z]+:\/\/([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? url.toLowerCase();
  const labels = host.split('.');
  const [last = '', before = ''] = labels.toReversed();
  const isDouble = labels.length > 2 && last.length === 2 && secondLevel.has(before);
  return labels.at(isDouble ? -3 : -2) ?? host;
}

/** Half of all publishers, by hash, are never looked at; one publisher is on the same side on every board. */
export function isUnseenSite(site: string): boolean {
  return Number.parseInt(hashContent(site).slice(0, 2), 16) % 2 === 1;
}
