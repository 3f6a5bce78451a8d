/** Exit codes of the contract, and 70 (EX_SOFTWARE of sysexits.h) for a bug. */
export const exitCodes = { done: 0, nothingReadable: 1, wrongUsage: 2, someSetAside: 3, bug: 70 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A command line that asks for something there is not; the message says what to write instead. */
export class UsageError extends Error {}
