import type { Progress } from '../pipeline/index.ts';

/** The part of a stream that the progress display needs. */
interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const clearLine = '\r\u001b[K';

/**
 * Show how many inputs are read, in one line that is rewritten and removed at the end. Only on a terminal: a log file would
 * fill with such lines.
 */
export function countProgress(screen: Screen): (progress: Progress) => void {
  if (screen.isTTY !== true) return () => undefined;
  return ({ done, share }) => {
    screen.write(
      share === 1 ? clearLine : `${clearLine}${done.toLocaleString('en')} read, ${Math.floor(share * 100)} %`,
    );
  };
}
