import { stripVTControlCharacters } from 'node:util';
import { type ArticleVersion, type ReceivedSource, tellVersions } from '../../service/index.ts';
import { archiveArgs, articleArgs, withArchive } from '../archives.ts';
import { makeCommand } from '../command.ts';
import { exitCodes } from '../failure.ts';
import { print } from '../output.ts';

/** Show how an article changed. */
export const versionsCommand = makeCommand({
  meta: { name: 'variorum versions', description: 'Show how an article changed, and which figures moved' },
  args: {
    ...archiveArgs,
    ...articleArgs,
    json: { type: 'boolean', description: 'Print JSON Lines' },
  },
  help: {
    usage: 'ARCHIVE ARTICLE',
    examples: ['variorum versions archive/ https://ledger.example/report'],
    groups: { 'What comes out': ['json'] },
  },
  run: async ({ args: given }) => {
    const versions = await withArchive(given.archive, { readonly: true }, (archive) =>
      tellVersions(archive, given.article),
    );
    await print(versions.map((one) => (given.json === true ? `${JSON.stringify(one)}\n` : tellVersion(one))).join(''));
    return exitCodes.done;
  },
});

function tellVersion(version: ArticleVersion): string {
  const { article, seenAt, headline, removed, changes = [], moved = [], received } = version;
  const head = `${seenAt}  ${article}  ${removed === true ? '(removed)' : headline}`;
  const words = changes.flatMap(({ change, text }) =>
    change === 'same' ? [] : [`  ${change === 'in' ? '+' : '-'} ${text.replace(/\s+/g, ' ').trim()}`],
  );
  const figures = moved.map(
    ({ attribute, before, after }) => `  ${attribute}: ${before.join('; ') || 'none'} → ${after.join('; ') || 'none'}`,
  );
  const came = received === undefined ? [] : tellReceived(received);
  return stripVTControlCharacters(`${[head, ...came, ...words, ...figures].join('\n')}\n`);
}

function tellReceived({ status, records }: ReceivedSource): readonly string[] {
  const [answer = 'no answer'] = /\d{3}.*/.exec(status ?? '') ?? [];
  if (records.length === 0) return [`  ${answer}`];
  return records.map(
    ({ record, uri, date }) =>
      `  ${answer}, taken ${date ?? 'at no stated time'} from ${uri ?? 'no stated address'}, record ${record.slice(0, 16)}`,
  );
}
