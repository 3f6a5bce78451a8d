import { type ArgsDef, type CommandContext, runCommand } from 'citty';
import { type ExitCode, exitCodes, UsageError } from './failure.ts';
import { type Described, type Help, tellBriefly, tellCommand } from './help.ts';

/** A command as the command line sees it; `width` is in columns. */
export interface Command {
  /** Tell what it is for in a few lines. */
  readonly brief: (width: number) => string;
  /** Tell all its options. */
  readonly describe: (width: number) => string;
  readonly run: (rawArgs: readonly string[]) => Promise<ExitCode>;
}

/** What a command is made of: a citty definition, and what help says beside it. */
interface Definition<T extends ArgsDef> {
  readonly meta: { readonly name: string; readonly description: string };
  readonly args: T;
  readonly help: Help<keyof T & string>;
  readonly run: (context: CommandContext<T>) => Promise<ExitCode>;
}

/** Make a command of a citty definition; unlike citty it refuses options it does not know. */
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
  // citty tells an option of two words twice: as it is written, and in one word.
  const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const unknown = Object.keys(args).filter(
    (name) => name !== '_' && !known.includes(name) && !known.includes(dashed(name)),
  );
  if (unknown.length > 0) throw new UsageError(`unknown option ${unknown.map((name) => `--${name}`).join(', ')}`);
}
