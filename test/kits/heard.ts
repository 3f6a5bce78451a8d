import { vi } from 'vitest';
import { main } from '../../src/cli/run.ts';

/** What a command printed and complained of. */
export interface Heard {
  printed: string;
  complained: string;
}

/** Hear what is written to standard output and standard error, from a `beforeEach`; each call begins anew. */
export function hearOutput(heard: Heard): void {
  [heard.printed, heard.complained] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((...args: readonly unknown[]) => {
    heard.printed += String(args[0]);
    const done = args.at(-1);
    if (typeof done === 'function') done();
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    heard.complained += String(text);
    return true;
  });
}

/** Run the command line anew; gives its exit code and what it printed. */
export async function runHeard(
  heard: Heard,
  args: readonly string[],
): Promise<readonly [code: number, printed: string]> {
  [heard.printed, heard.complained] = ['', ''];
  const code = await main(args);
  return [code, heard.printed];
}
