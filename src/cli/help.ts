import type { ArgDef, ArgsDef } from 'citty';

/** What help says of a command beside the descriptions of its options. */
export interface Help<Option extends string = string> {
  /** What stands after its name: "PATH…". */
  readonly usage: string;
  /** Command lines that work, the commonest first. */
  readonly examples: readonly string[];
  /** Its options by what they are for; each stands under one heading. */
  readonly groups: Readonly<Record<string, readonly Option[]>>;
  /** What its exit codes mean, where they mean more than done and wrong usage. */
  readonly exits?: string;
}

/** A command as help tells it. */
export interface Described {
  readonly name: string;
  readonly description: string;
  readonly args: ArgsDef;
  readonly help: Help;
}

/** Columns of the names of options; what is longer has its description on the next line. */
const nameColumns = 18;

/** Tell all of one command: what it does, what it takes, its options by what they are for, examples. */
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

/** Tell in short what a command is for, with an example. */
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

/** Name an operand as usage does: "edition" is "EDITION". */
function nameOperand(key: string, { valueHint }: ArgDef): string {
  return valueHint ?? key.toUpperCase();
}

function tellEntry(name: string, words: string, width: number): readonly string[] {
  const indent = nameColumns + 4;
  const [first = '', ...rest] = wrapText(words, width, indent);
  if (name.length > nameColumns) return [`  ${name}`, first, ...rest];
  return [`  ${name.padEnd(nameColumns)}  ${first.trimStart()}`, ...rest];
}

/** Break words to fit, each line behind an indent. */
function wrapText(words: string, width: number, indent: number): readonly string[] {
  return fill(words.split(' '), width - indent).map((line) => ' '.repeat(indent) + line);
}

/** Break a command line where a shell lets one, between its words, never within quotes nor between an option and its value. */
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
