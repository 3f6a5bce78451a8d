import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { KeyError } from './errors.ts';

/** A digest that somebody signed, as WACZ-auth writes it (WACZ Signing and Verification 0.1.0, the anonymous form). */
export interface SignedData {
  readonly hash: string;
  readonly created: string;
  readonly software: string;
  /** ECDSA over the words of `hash`, SHA-256, both numbers one after the other; base64. */
  readonly signature: string;
  /** SubjectPublicKeyInfo, base64. */
  readonly publicKey: string;
}

const curve = 'secp384r1';
const how = 'openssl ecparam -name secp384r1 -genkey -noout -out key.pem makes one';

/** Open a private key to sign with: PEM, elliptic curve P-384. Throws KeyError. */
export function openSigningKey(pem: string): KeyObject {
  return openKey(() => createPrivateKey(pem), 'a private key');
}

/** Open the public key of somebody whose signature is looked for; a private key gives its own. Throws KeyError. */
export function openTrustedKey(pem: string): KeyObject {
  return openKey(() => createPublicKey(pem), 'a key');
}

function openKey(open: () => KeyObject, what: string): KeyObject {
  let key: KeyObject;
  try {
    key = open();
  } catch (error) {
    throw new KeyError(`it is not ${what} in PEM; ${how}`, { cause: error });
  }
  if (key.asymmetricKeyDetails?.namedCurve !== curve) throw new KeyError(`it is not a key of curve P-384; ${how}`);
  return key;
}

function spellKey(key: KeyObject): string {
  const open = key.type === 'private' ? createPublicKey(key) : key;
  return open.export({ type: 'spki', format: 'der' }).toString('base64');
}

const dsaEncoding = 'ieee-p1363' as const;

/** Sign the hash of a data package. */
export function signHash(hash: string, key: KeyObject, created: string, software: string): SignedData {
  const signature = sign('sha256', Buffer.from(hash), { key, dsaEncoding }).toString('base64');
  return { hash, created, software, signature, publicKey: spellKey(key) };
}

const signedSchema = z.object({
  hash: z.string(),
  created: z.string().default(''),
  software: z.string().default(''),
  signature: z.string(),
  publicKey: z.string(),
});

/** What a signature came to. */
export type SealState =
  | { readonly state: 'none' | 'other-kind' | 'wrong' }
  | {
      readonly state: 'valid' | 'other-key';
      readonly created: string;
      /** SHA-256 of the public key, hex: whose it is, its owner says elsewhere. */
      readonly key: string;
    };

/** Check what is said to be the signature of a hash; with `trusted`, whether that key made it. */
export function checkSeal(signed: unknown, hash: string, trusted?: KeyObject): SealState {
  if (signed === undefined) return { state: 'none' };
  const read = signedSchema.safeParse(signed);
  // Signed with the certificate of a domain, which only its issuer can vouch for.
  if (!read.success) return { state: 'other-kind' };
  const { signature, publicKey, created } = read.data;
  const der = Buffer.from(publicKey, 'base64');
  if (read.data.hash !== hash || !isSignedBy(der, hash, signature)) return { state: 'wrong' };
  const key = createHash('sha256').update(der).digest('hex');
  const isOther = trusted !== undefined && spellKey(trusted) !== publicKey;
  return { state: isOther ? 'other-key' : 'valid', created, key };
}

function isSignedBy(der: Buffer, hash: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify('sha256', Buffer.from(hash), { key, dsaEncoding }, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
