import { policies } from '../../pipeline/index.ts';
import { makeCommand } from '../command.ts';
import { exitCodes } from '../failure.ts';
import { print } from '../output.ts';

/** List the coding policies. */
export const policiesCommand = makeCommand({
  meta: { name: 'variorum policies', description: 'List the coding policies an edition can be made under' },
  args: {
    format: {
      type: 'enum',
      options: ['text', 'json'],
      default: 'text',
      description: 'text for a person, json for a program',
      valueHint: 'FORM',
    },
  },
  help: {
    usage: '',
    examples: ['variorum policies --format json'],
    groups: { 'What comes out': ['format'] },
  },
  run: async ({ args }) => {
    const list = policies.map(({ name, edition, source, rules }) => ({ name, edition, source, rules }));
    const text = list
      .map(({ name, edition, source }) => `${name.padEnd(10)} ${edition.padEnd(8)} ${source}\n`)
      .join('');
    await print(args.format === 'json' ? `${JSON.stringify(list, null, 2)}\n` : text);
    return exitCodes.done;
  },
});
