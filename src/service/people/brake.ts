import ipaddr from 'ipaddr.js';
import { dropBrake, dropOldBrakes, findBrake, putBrake, type Writing } from '../../store/index.ts';
import { hashSecret } from './secrets.ts';
import { addHours } from './sessions.ts';

/** Somebody who could not be let in; `waitSeconds` says how long no further try is looked at. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
  readonly waitSeconds: number;

  constructor(message: string, waitSeconds = 0) {
    super(message);
    this.waitSeconds = waitSeconds;
  }
}

/** How many tries are free before each further one waits twice as long: of one account, and of one address, behind which many may sit. */
const free = { account: 5, address: 30 } as const;
const [firstWaitSeconds, longestWaitSeconds] = [15, 900];
/** How long failures are held against anybody. */
const memoryHours = 24;

/** How long the next try waits after so many failures. */
function waitAfter(failures: number, allowed: number): number {
  if (failures < allowed) return 0;
  return Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** Math.min(failures - allowed, 10));
}

/** Name what a try to sign in counts against: the account, and where it comes from. */
export const brakesOf = (signIn: string, address: string) =>
  [
    [`account ${hashSecret(signIn)}`, free.account],
    [`address ${blockOf(address)}`, free.address],
  ] as const;

/** Name what a try counts against that names no account. */
export const brakeOf = (address: string): readonly (readonly [id: string, allowed: number])[] => [
  [`address ${blockOf(address)}`, free.address],
];

/** Whoever has one address of IPv6 has a block of them. */
function blockOf(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address;
  return ipaddr.IPv6.parse(address).parts.slice(0, 4).join(':');
}

/** Count a try against each brake. Throws SignInRefused where one of them holds. */
export async function brake(
  tx: Writing,
  at: string,
  brakes: readonly (readonly [id: string, allowed: number])[],
): Promise<void> {
  await dropOldBrakes(tx, addHours(at, -memoryHours));
  for (const [id, allowed] of brakes) {
    const known = await findBrake(tx, id);
    const left = known === undefined ? 0 : Math.ceil((Date.parse(known.until) - Date.parse(at)) / 1000);
    if (left > 0) throw new SignInRefused(`Too many tries; wait ${sayWait(left)}.`, left);
    const failures = (known?.failures ?? 0) + 1;
    await putBrake(tx, { id, failures, at, until: addHours(at, waitAfter(failures, allowed) / 3600) });
  }
}

/** Take back the try that succeeded: the account is free again; of the address only this one, or whoever has an account could guess on. */
export async function release(tx: Writing, signIn: string, address: string): Promise<void> {
  const [[account]] = brakesOf(signIn, address);
  await dropBrake(tx, account);
  await releaseAddress(tx, address);
}

/** Take back one try of an address. */
export async function releaseAddress(tx: Writing, address: string): Promise<void> {
  const place = `address ${blockOf(address)}`;
  const known = await findBrake(tx, place);
  if (known !== undefined) await putBrake(tx, { ...known, failures: Math.max(0, known.failures - 1), until: known.at });
}

const sayWait = (seconds: number): string =>
  seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
