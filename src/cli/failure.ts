/**
 * Exit codes of the contract; `differs` is that of diff(1), for `variorum diff` alone. 70 (EX_SOFTWARE of sysexits.h) is a bug
 * of ours, 74 (EX_IOERR) a disk that refuses what was to be written.
 */
export const exitCodes = {
  done: 0,
  nothingReadable: 1,
  differs: 1,
  wrongUsage: 2,
  someSetAside: 3,
  bug: 70,
  notWritten: 74,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A command line that does not say what to do; the message says what to write instead. */
export class UsageError extends Error {}
