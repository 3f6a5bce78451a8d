import aggregators from '../../../data/aggregators.json' with { type: 'json' };

/** Hosts whose addresses wrap the address of the page they keep or pass on. */
const wrapping: readonly string[] = aggregators.wrappers;
/** Hosts that write a site's name with hyphens for dots before their own: "ledger-example.translate.goog". */
const mirroring: readonly string[] = aggregators.mirrors;

/** The address an archive's or a mirror's address wraps; any other is returned as it is. */
export function originalAddress(url: string): string {
  const host = hostOf(url);
  if (isOf(host, mirroring)) return readMirrored(url, host);
  if (!isOf(host, wrapping)) return url;
  const inner =
    /^https?:\/\/[^/]+\/.*?(https?:\/\/.+)$/i.exec(url)?.[1] ?? /\/\d{4,14}[a-z_]*\/([^/]+\..+)$/i.exec(url)?.[1];
  if (inner === undefined) return url;
  return /^https?:/i.test(inner) ? inner : `http://${inner}`;
}

function isOf(host: string, sites: readonly string[]): boolean {
  return sites.some((site) => host === site || host.endsWith(`.${site}`));
}

/** Two hyphens stand for one of the name's own. */
function readMirrored(url: string, host: string): string {
  const [label = ''] = host.split('.');
  const name = label.replace(/-(-)?/g, (_, second?: string) => (second === undefined ? '.' : '-'));
  const path = url.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/^\/[cvrd]\/(?:s\/)?[^/]+/, '');
  return name.includes('.') ? `https://${name}${path}` : url;
}

/** Lower-case host of an address, without port; empty where there is none. */
export function hostOf(url: string | undefined): string {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(url ?? '')?.[1];
  return host?.toLowerCase() ?? '';
}
