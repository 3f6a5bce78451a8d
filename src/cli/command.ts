import { type ArgsDef, type CommandDef, renderUsage, runCommand } from 'citty';
import { type ExitCode, exitCodes, UsageError } from './failure.ts';

/** A command as the command line sees it. */
export interface Command {
  readonly describe: () => Promise<string>;
  readonly run: (rawArgs: readonly string[]) => Promise<ExitCode>;
}

/** Make a command of a citty definition; unlike citty it refuses options it does not know. */
export function makeCommand<const T extends ArgsDef>(definition: CommandDef<T>): Command {
  return {
    describe: () => renderUsage(definition),
    run: async (rawArgs) => {
      const { result } = await runCommand(
        { ...definition, setup: ({ args, cmd }) => refuseUnknown(args, Object.keys(cmd.args ?? {})) },
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
