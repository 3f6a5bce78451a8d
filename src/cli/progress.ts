import type { Progress } from '../pipeline/index.ts';

/** The part of a stream that the progress display needs. */
interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Clears the line that is being rewritten. */
export const clearLine = '\r\u001b[K';

/** Before this many milliseconds a rate says little. */
const tellingMs = 3000;

/** Say how long something takes that is of no exact length: in seconds, from two minutes on in minutes, from two hours on in hours. */
function tellTime(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

/** Tell the rate of what is done since a moment, and the time left if it goes on so; nothing where it is too early to say. */
export function tellPace({ done, share }: Progress, ms: number): string {
  if (ms < tellingMs || done === 0 || share <= 0) return '';
  const rate = (done * 1000) / ms;
  const told = rate < 10 ? rate.toFixed(1) : Math.round(rate).toLocaleString('en');
  return `, ${told} a second, ${tellTime((ms * (1 - share)) / share)} left`;
}

/**
 * Show how many inputs are read, how quickly, and how long the rest will take, in one line that is rewritten and removed at the end. Only on
 * a terminal: a log file would fill with such lines.
 */
export function countProgress(screen: Screen, clock = () => performance.now()): (progress: Progress) => void {
  if (screen.isTTY !== true) return () => undefined;
  const begun = clock();
  return (progress) => {
    const { done, share } = progress;
    const shown = `${done.toLocaleString('en')} read, ${Math.floor(share * 100)} %${tellPace(progress, clock() - begun)}`;
    screen.write(share === 1 ? clearLine : `${clearLine}${shown}`);
  };
}
