import { describeFailure, readBytes } from '../../io/index.ts';
import { type CheckedWacz, isArchivePlace, verifyArchive, verifyWebArchive } from '../../service/index.ts';
import { count, readKey, withArchive } from '../archives.ts';
import { makeCommand } from '../command.ts';
import { type ExitCode, exitCodes, UsageError } from '../failure.ts';
import { print } from '../output.ts';

/** Check an archive, or a web archive, against its hashes. */
export const verifyCommand = makeCommand({
  meta: {
    name: 'variorum verify',
    description: 'Hash everything in an archive, or in a web archive (WACZ), again and name what does not match',
  },
  args: {
    place: {
      type: 'positional',
      description: 'A folder, postgres://…, or a file .wacz',
      valueHint: 'ARCHIVE',
      required: true,
    },
    key: {
      type: 'string',
      description: 'Key that is to have signed the web archive: PEM, public or private',
      valueHint: 'FILE',
    },
    json: { type: 'boolean', description: 'Print JSON' },
  },
  help: {
    usage: 'ARCHIVE',
    examples: ['variorum verify archive/', 'variorum verify report.wacz --key public.pem'],
    groups: { 'Whose it is': ['key'], 'What comes out': ['json'] },
    exits: '0 everything matches, 1 something does not, 2 wrong usage',
  },
  run: async ({ args: given }) => {
    const { place, key, json = false } = given;
    if (!(await isArchivePlace(place))) return tellWebArchive(await checkFile(place, key), json);
    if (key !== undefined) throw new UsageError('--key is for web archives (WACZ), which are signed');
    const verified = await withArchive(place, { readonly: true }, verifyArchive);
    const { sources, records, events, mismatches } = verified;
    const lines = mismatches.map(({ what, subject, message }) => `${what}  ${subject}  ${message}\n`);
    const told = [count(sources, 'source'), ...(records === 0 ? [] : [count(records, 'record')])].join(', ');
    const said = `${lines.join('')}${told} and ${count(events, 'line')} of the log looked at.\n`;
    await print(json ? `${JSON.stringify(verified)}\n` : said);
    return mismatches.some(({ what }) => what !== 'left-over') ? exitCodes.differs : exitCodes.done;
  },
});

async function checkFile(path: string, key: string | undefined): Promise<CheckedWacz> {
  const trusted = key === undefined ? undefined : await readKey(key);
  const bytes = await readBytes(path).catch((error: unknown) => {
    throw new UsageError(`${path}: ${describeFailure(error)}; name an archive or a web archive`);
  });
  return verifyWebArchive(bytes, trusted);
}

async function tellWebArchive(checked: CheckedWacz, json: boolean): Promise<ExitCode> {
  const { files, records, seal, mismatches } = checked;
  const lines = mismatches.map(({ what, message }) => `${what}  ${message}\n`);
  const said = `${lines.join('')}${count(files, 'file')} and ${count(records, 'record')} looked at; ${saySeal(seal)}.\n`;
  await print(json ? `${JSON.stringify(checked)}\n` : said);
  return mismatches.length > 0 ? exitCodes.differs : exitCodes.done;
}

function saySeal(seal: CheckedWacz['seal']): string {
  if ('key' in seal) return `signed ${seal.created} with key ${seal.key.slice(0, 16)}`;
  if (seal.state === 'none') return 'nobody signed it';
  return seal.state === 'wrong' ? 'its signature is wrong' : 'it is signed in a way that is not checked here';
}
