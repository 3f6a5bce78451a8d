/** Exit codes of the contract. */
export const exitCodes = { done: 0, nothingReadable: 1, wrongUsage: 2, someSetAside: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A command line that asks for something there is not; the message says what to write instead. */
export class UsageError extends Error {}

/** Refuse options a command does not know; citty takes any. */
export function refuseUnknown(args: Readonly<Record<string, unknown>>, known: Readonly<Record<string, unknown>>): void {
  const unknown = Object.keys(args).filter((name) => name !== '_' && !(name in known));
  if (unknown.length > 0) throw new UsageError(`unknown option ${unknown.map((name) => `--${name}`).join(', ')}`);
}
