import type { Progress } from '../pipeline/index.ts';

/** The part of a stream that progress needs. */
interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const clearLine = '\r\u001b[K';

/** Count what is read on a terminal, one line that is rewritten and at last removed; elsewhere say nothing. */
export function countProgress(screen: Screen): (progress: Progress) => void {
  if (screen.isTTY !== true) return () => undefined;
  return ({ done, share }) => {
    screen.write(
      share === 1 ? clearLine : `${clearLine}${done.toLocaleString('en')} read, ${Math.floor(share * 100)} %`,
    );
  };
}
