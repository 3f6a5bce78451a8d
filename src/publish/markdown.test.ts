import { expect, test } from 'vitest';
import { marketEdition } from '../../test/kits/edition.ts';
import { publishMarkdown } from './markdown.ts';

test('prints the record, its readings with sigla and words, the other incidents, witnesses and issues', () => {
  const brief = publishMarkdown(marketEdition);
  expect(brief).toMatch(
    /^# Bombing of the river market in Oskara\n\n5 reports, at most 2 independent on any point; policy recorder\./,
  );
  expect(brief).toContain('**Killed: 13** (13–14) ◐ updated.');
  expect(brief).toContain('- 15 [D] “Fifteen people, among them the bomber, died”; includes the attackers');
  expect(brief).toContain('### Ambush on the Temir pass');
  expect(brief).toContain('- C Evening Courier, 14 September 2025: Oskara mourns');
  expect(brief).toContain('`clean/not-english`');
  expect(brief.endsWith('\n')).toBe(true);
});

test('keeps markup in a source from being markup', () => {
  const incidents = marketEdition.incidents.map((incident) => ({ ...incident, title: '[x](javascript:1) <b>*y*' }));
  const brief = publishMarkdown({ ...marketEdition, incidents });
  expect(brief).toContain('# \\[x\\](javascript:1) \\<b\\>\\*y\\*');
});
