import { policies } from '../../src/reconcile/index.ts';
import { workOut } from './example.ts';
import { chapters } from './index.ts';

/** Write the page on policies: the rules of each, and its result for every worked example. */
export function describePolicies(): string {
  const rules = policies.map(({ name, edition, source, rules: own }) =>
    [
      `## \`${name}\``,
      `Edition ${edition}. ${source}.`,
      own.map(({ id, text }) => `- **${id}** ${text}`).join('\n'),
    ].join('\n\n'),
  );
  const worked = chapters.map(({ title, examples }) => {
    const rows = examples.map((example) => {
      const coded = Object.keys(example.coded).map(
        (what) => `${what}: **${escapeCell(workOut(example, what)) || 'no row'}**`,
      );
      return `| ${escapeCell(example.says)} | ${coded.join('; ')} |`;
    });
    return [`### ${title}`, ['| what is told | what is coded |', '| --- | --- |', ...rows].join('\n')].join('\n\n');
  });
  const head = [
    '# Policies',
    'Written by `npm run policies` from the policies and their worked examples (`test/worked/`); a test holds the two together.',
    'Under any policy, `reconcile.maxDeathDelayDays` in the settings says within how many days of an accident deaths are of it: 30 is the rule of ICAO’s Annex 13. Later ones (“a passenger has died”, “the toll rises to 13”) are set aside as `scope`; by default any day counts. [`standards.md`](standards.md) says what each scheme asks for and whether it is met.',
    'Low to high is never a confidence interval. Three numbers are low / best / high; one stands where they are equal.',
  ];
  return `${[...head, ...rules, '## Worked examples', ...worked].join('\n\n')}\n`;
}

function escapeCell(words: string): string {
  return words.replaceAll('|', '\\|').replaceAll('*', '\\*');
}
