import { createHash } from 'node:crypto';

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function spellBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => base32[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** Tell whether bytes have a digest as records state one: `sha1:` or `sha256:`, in base 32 or hex; one of another kind is not looked at. */
export function matchesDigest(stated: string, bytes: Uint8Array): boolean {
  const [name = '', value = ''] = stated.split(':');
  const algorithm = name.toLowerCase().replace('-', '');
  if (!['sha1', 'sha256', 'md5', 'sha512'].includes(algorithm)) return true;
  const digest = createHash(algorithm).update(bytes).digest();
  return (
    value.toLowerCase() === digest.toString('hex') || value.replace(/=+$/, '').toUpperCase() === spellBase32(digest)
  );
}

const emptyLine = Buffer.from('\r\n\r\n');

/** Tell whether the bytes of a WARC record, unpacked, have the digests that its headers state; one without digests does. */
export function isAsStated(record: Uint8Array): boolean {
  const whole = Buffer.from(record.buffer, record.byteOffset, record.byteLength);
  const end = whole.indexOf(emptyLine);
  if (end < 0) return true;
  const head = whole.toString('latin1', 0, end);
  const block = whole.subarray(end + emptyLine.length);
  const stated = (name: string): string | undefined => new RegExp(`^${name}:\\s*(\\S+)`, 'im').exec(head)?.[1];
  const ofBlock = stated('WARC-Block-Digest');
  if (ofBlock !== undefined) return matchesDigest(ofBlock, block);
  const ofPayload = stated('WARC-Payload-Digest');
  return ofPayload === undefined || matchesDigest(ofPayload, takePayload(head, block));
}

/** What an answer carries, or the whole block of a record that holds no answer. */
function takePayload(head: string, block: Buffer): Uint8Array {
  const isHttp = /^Content-Type:\s*application\/http/im.test(head);
  const end = isHttp ? block.indexOf(emptyLine) : -1;
  return end < 0 ? block : block.subarray(end + emptyLine.length);
}
