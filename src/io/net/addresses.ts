import { lookup as lookUp } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { FetchRefusal } from './refusal.ts';

/** Looks up all IP addresses of a host name. Throws the error of the resolver. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** Ports below are given to services by name (RFC 6335). */
const firstFreePort = 1024;
const webPorts: ReadonlySet<string> = new Set(['', '80', '443']);

/** Tells whether a host, as written in an address, is allowed to lie in a private network. */
export type MayBePrivate = (host: string) => boolean;

/** The one IPv6 block of public unicast addresses; the rest is special, reserved or unassigned (IANA, IPv6 Address Space). */
const globalV6 = ipaddr.parseCIDR('2000::/3');

/**
 * Tell whether an IP address belongs to the public internet.
 *
 * Loopback, private, link-local, carrier, benchmark and reserved ranges do not (IANA special-purpose registries, RFC 6890). Of
 * the IPv6 forms that wrap an IPv4 address, mapped ones are judged by the IPv4 address (`::ffff:10.0.0.1` is private); 6to4,
 * Teredo and translated ones are refused.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '');
  if (isIP(bare) === 0) return false;
  const known = ipaddr.process(bare);
  if (known.range() !== 'unicast') return false;
  return known.kind() === 'ipv4' || known.match(globalV6);
}

/**
 * Check a web address before anything is sent: http or https, no password, and not a private IP address. A host name is checked
 * later, when it is looked up. Throws FetchRefusal.
 */
export function checkAddress(address: string, mayBePrivate: MayBePrivate): URL {
  if (!URL.canParse(address)) throw new FetchRefusal('fetch/bad-address', 'it is no address of the web');
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchRefusal('fetch/bad-address', `only http and https are fetched, not ${url.protocol.slice(0, -1)}`);
  if (url.username !== '' || url.password !== '')
    throw new FetchRefusal('fetch/bad-address', 'addresses with a user name or password are not fetched');
  // The URL parser has already normalised octal, hexadecimal and short forms: `0x7f.1` is `127.0.0.1` here.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!mayBePrivate(host) && isIP(host) !== 0 && !isPublicAddress(host)) throw refusePrivate(host);
  if (!webPorts.has(url.port) && Number(url.port) < firstFreePort)
    throw new FetchRefusal('fetch/bad-address', `port ${url.port} is of another service than the web`);
  url.hash = '';
  return url;
}

/**
 * Make the host look-up that connections use. It returns only addresses it has checked, so a name that resolves to another
 * address a moment later (DNS rebinding) cannot redirect the connection. One private address among several refuses the host.
 */
export function makeLookup(mayBePrivate: MayBePrivate, resolve: Resolve = resolveAll): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (found) => {
        const inner = mayBePrivate(host) ? undefined : found.find((address) => !isPublicAddress(address));
        const [first] = found;
        if (inner !== undefined) callback(refusePrivate(host, inner), '');
        else if (first === undefined) callback(new FetchRefusal('fetch/no-such-host', `${host} has no address`), '');
        else if (options.all === true) callback(null, found.map(familyOf));
        else callback(null, first, isIP(first));
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}

function familyOf(address: string): { readonly address: string; readonly family: number } {
  return { address, family: isIP(address) };
}

function resolveAll(host: string): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    lookUp(host, { all: true }, (error, found) => {
      if (error === null) resolve(found.map(({ address }) => address));
      else reject(error);
    });
  });
}

/** Make the refusal for a host in a private network. */
export function refusePrivate(host: string, address = host): FetchRefusal {
  const which = host === address ? address : `${host} (${address})`;
  const hint = 'Add --allow-private where that is meant.';
  return new FetchRefusal('fetch/private-address', `${which} is on this machine or in a private network`, { hint });
}
