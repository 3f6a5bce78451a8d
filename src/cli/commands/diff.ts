import { compare } from '../../pipeline/index.ts';
import { loadEditionAt } from '../archives.ts';
import { makeCommand } from '../command.ts';
import { exitCodes } from '../failure.ts';
import { print } from '../output.ts';

/** Print what changed between two editions; exits 1 where anything did, as diff(1) does. */
export const diffCommand = makeCommand({
  meta: { name: 'variorum diff', description: 'Tell which figures moved, appeared or were withdrawn, and why' },
  args: {
    old: { type: 'positional', description: 'Earlier edition, or an archive', required: true },
    new: { type: 'positional', description: 'Later edition, or an archive', required: true },
    format: {
      type: 'enum',
      options: ['text', 'json'],
      default: 'text',
      description: 'text for a person, json for a program',
      valueHint: 'FORM',
    },
  },
  help: {
    usage: 'OLD NEW',
    examples: ['variorum diff monday.json tuesday.json', 'variorum diff monday.json tuesday.json --format json'],
    groups: { 'What comes out': ['format'] },
    exits: '0 nothing changed, 1 something did, 2 wrong usage',
  },
  run: async ({ args: given }) => {
    const [before, after] = [await loadEditionAt(given.old), await loadEditionAt(given.new)];
    const { changes, text } = compare(before, after);
    await print(given.format === 'json' ? `${JSON.stringify(changes, null, 2)}\n` : text);
    return changes.length === 0 ? exitCodes.done : exitCodes.differs;
  },
});
