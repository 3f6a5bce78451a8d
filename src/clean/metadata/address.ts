/** Hosts whose addresses wrap the address of the page they keep. */
const archiveHosts = /^(?:web\.archive\.org|archive\.(?:is|ph|today|org|md)|webcache\.googleusercontent\.com)$/;

/** The address an archive's address wraps; any other is returned as it is. */
export function originalAddress(url: string): string {
  if (!archiveHosts.test(hostOf(url))) return url;
  const inner = /^https?:\/\/[^/]+\/.*?(https?:\/\/.+)$/i.exec(url)?.[1] ?? /\/web\/\d+[a-z_]*\/(.+)$/i.exec(url)?.[1];
  if (inner === undefined) return url;
  return /^https?:/i.test(inner) ? inner : `http://${inner}`;
}

/** Lower-case host of an address, without port; empty where there is none. */
export function hostOf(url: string | undefined): string {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(url ?? '')?.[1];
  return host?.toLowerCase() ?? '';
}
