import { describe, expect, it } from 'vitest';
import { completeBody, dropDangling, dropRepeats } from './complete.ts';

/** Blocks as "tag text", those of the body with a star before. */
const complete = (...lines: readonly string[]) => {
  const blocks = lines.map((line, start) => {
    const [tag = '', ...words] = line.replace('*', '').split(' ');
    return { tag, start, end: start + words.join(' ').length, linkDensity: words[0] === 'LINK' ? 1 : 0 };
  });
  const body = completeBody(blocks, new Set(lines.flatMap((line, i) => (line.startsWith('*') ? [i] : []))));
  return lines.filter((_, i) => body.has(i)).map((line) => line.replace('*', ''));
};

describe('completeBody', () => {
  it('adds the heading between two parts of the body', () => {
    expect(complete('*p The mill burnt.', 'h3 The search', '*p Nobody was found.')).toHaveLength(3);
  });

  it('leaves headings above other things, above the body, and those that are links', () => {
    expect(complete('*p The mill burnt.', 'h3 More news', 'li Sport')).toEqual(['p The mill burnt.']);
    expect(complete('li Sport', 'h2 The mill', '*p The mill burnt.')).toEqual(['p The mill burnt.']);
    expect(complete('*p The mill burnt.', 'h3 LINK', '*p Nobody was found.')).toHaveLength(2);
  });

  it('adds the other cells of a table that is mostly in the body, and of no other', () => {
    expect(complete('td Dead', '*td four in the mill and the yard', 'td Hurt', '*td nine')).toHaveLength(4);
    expect(complete('td Weather in the north of the country', '*td nine', 'p End')).toEqual(['td nine']);
  });
});

describe('dropRepeats', () => {
  const repeats = (...texts: readonly string[]) => {
    const value = texts.join('');
    let at = 0;
    const segments = texts.map((text) => {
      at += text.length;
      const hints = text.startsWith('>') ? ['teaser'] : ['text'];
      return { tag: 'p', start: at - text.length, end: at, hints, linkDensity: 0 };
    });
    return [...dropRepeats({ value, segments }, new Set(texts.keys()))];
  };
  const lead = 'Two people were hurt when a crane fell on a quay in Norwick on Monday, the harbour office said.';

  it('drops a teaser of the report below it, whole or cut short', () => {
    expect(repeats(lead, 'The quay was closed.', `>${lead}`)).toEqual([0, 1]);
    expect(repeats(lead, 'The quay was closed.', `>${lead.slice(0, 80)} …`)).toEqual([0, 1]);
  });

  it('keeps what goes on otherwise, what is longer than before, and short lines', () => {
    expect(repeats(lead, `>${lead.slice(0, 80)} police said.`)).toEqual([0, 1]);
    expect(repeats(`${lead.slice(0, 80)}…`, `>${lead}`)).toEqual([0, 1]);
    expect(repeats('No, he said.', '>No, he said.')).toEqual([0, 1]);
  });

  it('keeps what a page repeats in its own text, or often', () => {
    expect(repeats(lead, 'The quay was closed.', lead)).toEqual([0, 1, 2]);
    expect(repeats(lead, ...Array.from({ length: 3 }, () => `>${lead}`))).toHaveLength(4);
  });
});

/** What is left of a body whose blocks are given as "tag text", those outside with a minus before. */
const drop = (...lines: readonly string[]) => {
  const parts = lines.map((line) => line.replace('-', '').split(/ (.*)/));
  const value = parts.map(([, text]) => text).join('');
  let at = 0;
  const segments = parts.map(([tag = '', text = '']) => {
    at += text.length;
    return { tag, start: at - text.length, end: at, hints: [], linkDensity: 0 };
  });
  const body = new Set(lines.flatMap((line, i) => (line.startsWith('-') ? [] : [i])));
  return [...dropDangling({ value, segments }, body, (i) => lines[i]?.includes('SURE') === true)].sort();
};

describe('dropDangling', () => {
  it('drops a heading over what is outside, and a label at the end', () => {
    expect(drop('p The mill burnt.', 'h3 More news', '-li Sport', 'p Nobody was found.')).toEqual([0, 3]);
    expect(drop('p The mill burnt.', 'p Read more:')).toEqual([0]);
  });

  it('keeps headings over the body, sentences, items of lists, and what is sure', () => {
    expect(drop('p The mill burnt.', 'h3 The search', 'p Nobody was found.')).toEqual([0, 1, 2]);
    expect(drop('p The mill burnt.', 'li Two in Norwick')).toEqual([0, 1]);
    expect(drop('p The mill burnt.', 'p The search SURE')).toEqual([0, 1]);
  });
});
