import { stripVTControlCharacters } from 'node:util';
import { defined } from '../../model/index.ts';
import { type Answer, ask, openRoom } from '../../service/index.ts';
import { archiveArgs, withLooking } from '../archives.ts';
import { makeCommand } from '../command.ts';
import { exitCodes, UsageError } from '../failure.ts';
import { print } from '../output.ts';

/** Ask an archive a question. */
export const askCommand = makeCommand({
  meta: {
    name: 'variorum ask',
    description:
      'Look up the answer to a question in what reports state, with their words; no answer where they state none',
  },
  args: {
    ...archiveArgs,
    question: {
      type: 'positional',
      description: 'How many, when, where, who said or did it, which reports disagree; of one incident',
      valueHint: 'QUESTION',
      required: true,
    },
    policy: { type: 'string', description: 'Coding policy (default: the archive’s)', valueHint: 'NAME' },
    'as-of': {
      type: 'string',
      description: 'Answer with what was known at a day or instant, UTC, such as 2024-03-23',
      valueHint: 'TIME',
    },
    format: { type: 'string', description: 'text or json (default: text)', valueHint: 'NAME' },
  },
  help: {
    usage: 'ARCHIVE "QUESTION"',
    examples: [
      'variorum ask archive/ "How many were killed in the Norwick mill fire, according to police?"',
      'variorum ask archive/ "Which reports disagree about the injured in Norwick?" --as-of 2024-03-23 --format json',
    ],
    groups: { 'What is asked': ['policy', 'as-of'], 'What comes out': ['format'] },
    exits: '0 answered, 1 not answered, 2 wrong usage',
  },
  run: async ({ args: given }) => {
    const { archive: place, question, policy, format = 'text' } = given;
    if (format !== 'text' && format !== 'json') throw new UsageError(`--format ${format}: there is text and json`);
    const answer = await withLooking(place, undefined, async (archive) =>
      ask(await openRoom(archive), question, defined({ policy, asOf: given['as-of'] })),
    );
    await print(format === 'json' ? `${JSON.stringify(answer, null, 2)}\n` : tellAnswer(answer));
    return answer.status === 'answered' ? exitCodes.done : exitCodes.nothingReadable;
  },
});

function tellAnswer(answer: Answer): string {
  const lines = [answer.sentence, ...(answer.status === 'answered' ? tellFigures(answer) : tellCandidates(answer))];
  return stripVTControlCharacters(lines.map((line) => `${line}\n`).join(''));
}

type Answered = Extract<Answer, { status: 'answered' }>;

function tellFigures({ figures }: Answered): readonly string[] {
  return figures.flatMap(({ words, quotes }) =>
    quotes.map(({ evidence, speaker, report }) => {
      const [first] = evidence;
      const quote = evidence.map((one) => one.quote.replace(/\s+/g, ' ')).join(' … ');
      const where = `${report.article} ${first?.start}–${evidence.at(-1)?.end}`;
      const who = [speaker, report.outlet, report.day, report.url ?? report.path].filter((part) => part !== undefined);
      return `  ${words}: “${quote}” (${who.join(', ')}) [${where}]`;
    }),
  );
}

function tellCandidates({ candidates }: Exclude<Answer, Answered>): readonly string[] {
  return candidates.map(({ id, title }) => `  ${id}  ${title}`);
}
