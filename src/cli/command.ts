import { type ArgsDef, type CommandContext, runCommand } from 'citty';
import { type ExitCode, exitCodes, UsageError } from './failure.ts';
import { type Described, type Help, tellBriefly, tellCommand } from './help.ts';

/** A command of the command line; `width` is the width of the text to make, in columns. */
export interface Command {
  /** Describe in a few lines what the command is for. */
  readonly brief: (width: number) => string;
  /** Describe the command and all its options. */
  readonly describe: (width: number) => string;
  readonly run: (rawArgs: readonly string[]) => Promise<ExitCode>;
}

/** The parts of a command: a definition for the citty library, and what help says beyond it. */
interface Definition<T extends ArgsDef> {
  readonly meta: { readonly name: string; readonly description: string };
  readonly args: T;
  readonly help: Help<keyof T & string>;
  readonly run: (context: CommandContext<T>) => Promise<ExitCode>;
}

/** Make a command from a citty definition. Options it does not know are refused, which citty alone would ignore. */
export function makeCommand<const T extends ArgsDef>({ meta, args, help, run }: Definition<T>): Command {
  const described: Described = { ...meta, args, help };
  return {
    brief: (width) => tellBriefly(described, width),
    describe: (width) => tellCommand(described, width),
    run: async (rawArgs) => {
      const { result } = await runCommand(
        { meta, args, run, setup: ({ args: given }) => refuseUnknown(given, Object.keys(args)) },
        { rawArgs: [...rawArgs] },
      );
      return Object.values(exitCodes).find((code) => code === result) ?? exitCodes.done;
    },
  };
}

function refuseUnknown(args: Readonly<Record<string, unknown>>, known: readonly string[]): void {
  // citty lists an option of two words twice, as written ("as-of") and as one word ("asOf"); only the first is in `known`.
  const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const unknown = Object.keys(args).filter(
    (name) => name !== '_' && !known.includes(name) && !known.includes(dashed(name)),
  );
  if (unknown.length > 0) throw new UsageError(`unknown option ${unknown.map((name) => `--${name}`).join(', ')}`);
}
