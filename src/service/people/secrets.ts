import { createHash, randomBytes } from 'node:crypto';
import pLimit from 'p-limit';
import { RequestError } from '../../pipeline/index.ts';
import { ArchiveError } from '../../store/index.ts';

/** What OWASP's password storage cheat sheet asks for at the least: 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const [shortest, longest] = [12, 200];

/** Passwords are hashed one after the other: many at once would take the memory and the threads that reading files needs. */
const oneAtATime = pLimit(1);

async function loadArgon(): Promise<typeof import('@node-rs/argon2')> {
  try {
    return await import('@node-rs/argon2');
  } catch (error) {
    const message = 'accounts need the package @node-rs/argon2: npm install @node-rs/argon2';
    throw new ArchiveError('archive/no-driver', message, { cause: error });
  }
}

/** The same characters typed on two keyboards are one password. */
const fold = (password: string): string => password.normalize('NFKC');

/** Refuse a password that is easily guessed. Throws RequestError. */
export function checkChoice(password: string, own: readonly string[]): void {
  const folded = fold(password);
  if (folded.length < shortest || folded.length > longest)
    throw new RequestError(`password: give ${shortest} to ${longest} characters; several words do well`);
  if (new Set(folded).size < 5 || own.some((word) => word !== '' && folded.toLowerCase() === word.toLowerCase()))
    throw new RequestError('password: this is easily guessed; several words do well');
}

/** Hash a password with a salt of its own, by argon2id. */
export async function hashPassword(password: string): Promise<string> {
  const { hash } = await loadArgon();
  return oneAtATime(() => hash(fold(password), cost));
}

let decoy: Promise<string> | undefined;

/** Tell whether a password is the one that was hashed; takes as long where there is none, so that nothing tells who has an account. */
export async function checkPassword(password: string, hashed: string | null): Promise<boolean> {
  const { verify } = await loadArgon();
  decoy ??= hashPassword(makeSecret());
  const against = hashed ?? (await decoy);
  const isRight = await oneAtATime(() => verify(against, fold(password.slice(0, longest * 4))));
  return hashed !== null && isRight;
}

/** Make a secret that nobody guesses: 256 bits. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Hash a secret of ours, for which a plain hash is enough: there is nothing to guess. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
