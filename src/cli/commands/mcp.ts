import { stat } from 'node:fs/promises';
import { ArchiveError, openRoom, refreshRoom } from '../../service/index.ts';
import { archiveArgs, nameUser, withLooking, writingArgs } from '../archives.ts';
import { makeCommand } from '../command.ts';
import { exitCodes, UsageError } from '../failure.ts';

/** How often it is looked whether another process has changed the archive. */
const lookEveryMs = 2000;

/** Serve an archive to an assistant. */
export const mcpCommand = makeCommand({
  meta: {
    name: 'variorum mcp',
    description:
      'Let an assistant look things up in an archive, over standard input and output (Model Context Protocol); it can propose decisions, and make none',
  },
  args: {
    ...archiveArgs,
    root: {
      type: 'string',
      description: 'Folder whose report files it may read as well; may be given several times (default: none)',
      valueHint: 'FOLDER',
    },
    ...writingArgs,
  },
  help: {
    usage: 'ARCHIVE',
    examples: ['variorum mcp archive/', 'variorum mcp archive/ --root reports/ --root inbox/'],
    groups: { 'What it may read': ['root'], 'In whose name it proposes': ['by'] },
    exits: '0 hung up, 2 wrong usage',
  },
  run: async ({ args: given, rawArgs }) => {
    const roots = await readRoots(rawArgs);
    const { serveAssistant } = await loadDoor();
    await withLooking(given.archive, given.by, async (archive, mayPropose) => {
      const room = await openRoom(archive);
      const who = `assistant of ${given.by ?? nameUser()}`;
      const timer = setInterval(() => void room.turn(() => refreshRoom(room)).catch(complain), lookEveryMs);
      if (!mayPropose)
        complain('another process writes to the archive: it is looked at alone, nothing can be proposed');
      await serveAssistant({ room, who, roots, mayPropose }, complain).finally(() => clearInterval(timer));
    });
    return exitCodes.done;
  },
});

/** The library that reads arguments keeps the last of several options alone. */
async function readRoots(rawArgs: readonly string[]): Promise<readonly string[]> {
  const roots = rawArgs.flatMap((arg, at) => {
    if (arg.startsWith('--root=')) return [arg.slice('--root='.length)];
    return arg === '--root' ? [rawArgs[at + 1] ?? ''] : [];
  });
  for (const root of roots) {
    const found = await stat(root).catch(() => undefined);
    if (found?.isDirectory() !== true) throw new UsageError(`--root ${root}: there is no such folder`);
  }
  return roots;
}

async function loadDoor(): Promise<typeof import('../../mcp/index.ts')> {
  try {
    return await import('../../mcp/index.ts');
  } catch (error) {
    if (!(error instanceof Error) || !/modelcontextprotocol/.test(error.message)) throw error;
    throw new ArchiveError(
      'archive/no-driver',
      'assistants need the package @modelcontextprotocol/server: npm install @modelcontextprotocol/server',
      { cause: error },
    );
  }
}

function complain(error: unknown): void {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`variorum: ${words}\n`);
}
