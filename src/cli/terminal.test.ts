import { describe, expect, it } from 'vitest';
import { summariseIssues } from './issues.ts';
import { countProgress, tellPace } from './progress.ts';
import { terminalStyle } from './terminal.ts';

describe('terminalStyle', () => {
  it.each([
    [{}, true, true],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ TERM: 'dumb' }, true, false],
    [{}, false, false],
  ])('with %j, to a terminal: %s, colours: %s', (environment, toTerminal, color) => {
    expect(terminalStyle({ columns: 90 }, environment, toTerminal)).toEqual({ color, width: toTerminal ? 90 : 100 });
  });
});

describe('countProgress', () => {
  it('writes to terminals only, and clears its line at the end', () => {
    const lines: string[] = [];
    const write = (text: string) => lines.push(text);
    countProgress({ write })({ done: 1, share: 0.5 });
    expect(lines).toEqual([]);
    const count = countProgress({ isTTY: true, write });
    count({ done: 1200, share: 0.5 });
    count({ done: 2400, share: 1 });
    expect(lines.map((line) => line.replaceAll('\u001b[K', ''))).toEqual(['\r1,200 read, 50 %', '\r']);
  });

  it.each([
    [{ done: 10, share: 0.1 }, 1, ''],
    [{ done: 10, share: 0.1 }, 10, ', 1.0 a second, 90 s left'],
    [{ done: 12_000, share: 0.5 }, 600, ', 20 a second, 10 min left'],
    [{ done: 1, share: 0.01 }, 300, ', 0.0 a second, 8 h left'],
    [{ done: 0, share: 0 }, 60, ''],
  ])('tells the pace of %j after %d s as "%s"', (progress, seconds, told) => {
    expect(tellPace(progress, seconds * 1000)).toBe(told);
  });
});

describe('summariseIssues', () => {
  it('names what was set aside, counts what articles say, leaves notes out', () => {
    const text = summariseIssues(
      [
        { code: 'ingest/empty', severity: 'warning', message: 'Nothing in it.', path: 'a.txt', hint: 'Look.' },
        { code: 'time/anchor-disputed', severity: 'warning', message: 'Odd.', article: 'x' },
        { code: 'time/anchor-disputed', severity: 'warning', message: 'Odd.', article: 'y' },
        { code: 'pipeline/duplicate-input', severity: 'info', message: 'Twice.', path: 'b.txt' },
      ],
      1,
    );
    expect(text).toBe(
      '1 input or record was set aside.\n  a.txt: Nothing in it. Look. [ingest/empty]\n  time/anchor-disputed: 2\n',
    );
    expect(summariseIssues([], 0)).toBe('');
  });
});
