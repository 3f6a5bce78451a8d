/**
 * Exit codes promised to callers. `differs` (1) is that of diff(1), used by `diff` and `watch --once`. `bug` (70) is
 * EX_SOFTWARE of sysexits.h, `notWritten` (74) its EX_IOERR: the disk or pipe refused the output.
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

/** A command line that cannot be followed; the message says what to write instead. */
export class UsageError extends Error {}
