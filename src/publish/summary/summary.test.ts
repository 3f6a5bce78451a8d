import { describe, expect, test } from 'vitest';
import { marketEdition } from '../../../test/kits/edition.ts';
import { publishSummary } from './index.ts';
import { cleanLine, widthOf, wrapLine } from './terminal.ts';

const plain = { width: 80, color: false, detailed: 3 };

describe('publishSummary', () => {
  test('tells ranges, marks, words, speakers and reasons, the main incident first, conflicts first within it', () => {
    const summary = publishSummary(marketEdition, plain);
    const lines = summary.split('\n');
    expect(lines[1]).toBe('5 reports, at most 2 independent on any point · 4 incidents · policy recorder');
    expect(lines.find((line) => line.startsWith('*'))).toMatch(/13 ◐ +48 ◇ +5$/);
    const wide = publishSummary(marketEdition, { ...plain, width: 110 }).split('\n');
    expect(wide.find((line) => line.startsWith('*'))).toMatch(/13 \(13–14\) ◐ +48 \(46–55\) ◇ +5$/);
    expect(summary).toContain('D “Fifteen people, among them the bomber, died”');
    expect(summary).toContain('(includes the attackers)');
    expect(summary.indexOf('◇ Injured')).toBeLessThan(summary.indexOf('◐ Killed'));
    expect(summary.indexOf('◐ Killed')).toBeLessThan(summary.indexOf('○ Weapon'));
    expect(summary).toContain('clean/not-english');
    expect(summary.endsWith('\n')).toBe(true);
  });

  test.each([60, 72, 80, 110])('fits %i columns', (width) => {
    for (const line of publishSummary(marketEdition, { ...plain, width }).split('\n'))
      expect(widthOf(line)).toBeLessThanOrEqual(width);
  });

  test('colours only when told to', () => {
    expect(publishSummary(marketEdition, plain)).not.toContain('\u001b');
    expect(publishSummary(marketEdition, { ...plain, color: true })).toContain('\u001b[33m◇ Injured');
  });

  test('says so where nothing was read', () => {
    const empty = {
      ...marketEdition,
      articles: [],
      incidents: [],
      claims: [],
      copies: [],
      voices: [],
      actors: [],
      stories: [],
      issues: [],
    };
    expect(publishSummary(empty, plain)).toContain('No incident was found.');
  });

  test('a hostile headline cannot steer the terminal', () => {
    const incidents = marketEdition.incidents.map((incident) => ({
      ...incident,
      title: '\u001b[2J\u202eevil\u0007 title',
    }));
    const summary = publishSummary({ ...marketEdition, incidents }, plain);
    expect(summary).toContain('[2Jevil title');
    for (const mark of ['\u0007', '\u001b', '\u202e']) expect(summary).not.toContain(mark);
  });
});

describe('terminal lines', () => {
  test('wide characters count two, combining marks none', () => {
    expect(widthOf('ab')).toBe(2);
    expect(widthOf('漢字')).toBe(4);
    expect(widthOf('e\u0301')).toBe(1);
  });

  test('wrapping keeps every word and the indent', () => {
    const lines = wrapLine('one two three four', 12, 2);
    expect(lines).toEqual(['  one two', '  three four']);
    expect(cleanLine(' a\n\tb ')).toBe('a b');
  });
});
