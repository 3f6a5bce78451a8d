import type { ArgDef, ArgsDef } from 'citty';

/** The text of a command's help apart from the descriptions of its options. */
export interface Help<Option extends string = string> {
  /** Operands after the command's name: "PATH…". */
  readonly usage: string;
  /** Command lines that work as they stand, the most common first. */
  readonly examples: readonly string[];
  /** Headings and the options under each; every option belongs under exactly one. */
  readonly groups: Readonly<Record<string, readonly Option[]>>;
  /** Meaning of the exit codes, where the command gives them another than the general one. */
  readonly exits?: string;
}

/** A command with all that its help is printed from. */
export interface Described {
  readonly name: string;
  readonly description: string;
  readonly args: ArgsDef;
  readonly help: Help;
}

/** Width of the column of option names; the description of a longer name begins on the next line. */
const nameColumns = 18;

/** Print the full help of a command: purpose, operands, options by heading, examples, exit codes. */
export function tellCommand({ name, description, args, help }: Described, width: number): string {
  const positional = Object.entries(args).filter(([, arg]) => arg.type === 'positional');
  const options = Object.keys(help.groups).length === 0 ? '' : '[options]';
  const blocks = [
    [
      ...wrapText([name, help.usage, options].filter((part) => part !== '').join(' '), width, 0),
      ...wrapText(`${description}.`, width, 2),
    ],
    positional.flatMap(([key, arg]) => tellEntry(nameOperand(key, arg), describe(arg), width)),
    ...Object.entries(help.groups).map(([title, names]) => [
      title,
      ...names.flatMap((key) => tellOption(key, args[key], width)),
    ]),
    ['Examples', ...help.examples.flatMap((line) => wrapCommand(line, width, 2))],
    ...(help.exits === undefined ? [] : [wrapText(`Exit codes: ${help.exits}.`, width, 0)]),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

/** Print in a few lines what a command is for, with its first example. */
export function tellBriefly({ name, description, help }: Described, width: number): string {
  const [example = name] = help.examples;
  const head = [`  ${name} ${help.usage}`.trimEnd(), ...wrapText(`${description}.`, width, 4)];
  return [...head, ...wrapCommand(example, width, 6)].join('\n');
}

function tellOption(key: string, arg: ArgDef | undefined, width: number): readonly string[] {
  if (arg === undefined) return [];
  const value = arg.type === 'boolean' ? '' : ` ${arg.valueHint ?? 'WHAT'}`;
  return tellEntry(`--${key}${value}`, describe(arg), width);
}

function describe(arg: ArgDef): string {
  const choices = arg.type === 'enum' && arg.options !== undefined ? `; one of ${arg.options.join(', ')}` : '';
  const isGiven = arg.default !== undefined && typeof arg.default !== 'boolean';
  const note = isGiven
    ? ` (default: ${arg.default})`
    : arg.required === true && arg.type !== 'positional'
      ? ' (required)'
      : '';
  return `${arg.description ?? ''}${choices}${note}`;
}

/** Name an operand as in the usage line: "edition" is "EDITION". */
function nameOperand(key: string, { valueHint }: ArgDef): string {
  return valueHint ?? key.toUpperCase();
}

function tellEntry(name: string, words: string, width: number): readonly string[] {
  const indent = nameColumns + 4;
  const [first = '', ...rest] = wrapText(words, width, indent);
  if (name.length > nameColumns) return [`  ${name}`, first, ...rest];
  return [`  ${name.padEnd(nameColumns)}  ${first.trimStart()}`, ...rest];
}

/** Break text into lines that fit `width` columns, each after `indent` spaces. */
function wrapText(words: string, width: number, indent: number): readonly string[] {
  return fill(words.split(' '), width - indent).map((line) => ' '.repeat(indent) + line);
}

/** Break a command line between words, as a shell allows with "\"; never within quotes, nor between an option and its value. */
function wrapCommand(line: string, width: number, indent: number): readonly string[] {
  const words = line.match(/--\S+ (?![-|>])(?:'[^']*'|\S)+|(?:'[^']*'|\S)+/g) ?? [];
  const lines = fill(words, width - indent - 6);
  return lines.map((each, index) => {
    const more = index < lines.length - 1 ? ' \\' : '';
    return `${' '.repeat(index === 0 ? indent : indent + 4)}${each}${more}`;
  });
}

function fill(words: readonly string[], room: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
