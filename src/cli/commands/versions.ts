import { stripVTControlCharacters } from 'node:util';
import { type ArticleVersion, tellVersions } from '../../service/index.ts';
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

function tellVersion({ article, seenAt, headline, removed, changes = [], moved = [] }: ArticleVersion): string {
  const head = `${seenAt}  ${article}  ${removed === true ? '(removed)' : headline}`;
  const words = changes.flatMap(({ change, text }) =>
    change === 'same' ? [] : [`  ${change === 'in' ? '+' : '-'} ${text.replace(/\s+/g, ' ').trim()}`],
  );
  const figures = moved.map(
    ({ attribute, before, after }) => `  ${attribute}: ${before.join('; ') || 'none'} → ${after.join('; ') || 'none'}`,
  );
  return stripVTControlCharacters(`${[head, ...words, ...figures].join('\n')}\n`);
}
