import { describe, expect, it } from 'vitest';
import { readText } from './text.ts';

const paragraphs = (text: string) => {
  const draft = readText(text);
  return draft.segments.map((segment) => draft.value.slice(segment.start, segment.end));
};

describe('readText', () => {
  it('takes every line as a paragraph where lines are whole', () => {
    expect(paragraphs('Two hurt in Velmora\r\nPolice said so.\r\n\r\n  A third man fled. \n')).toEqual([
      'Two hurt in Velmora',
      'Police said so.',
      'A third man fled.',
    ]);
  });

  it('joins lines that were broken to fit a column', () => {
    const text = [
      'The ferry left the harbour of Port Arlen at dawn on Tuesday with',
      'ninety people on board and sank within sight of the lighthouse,',
      'the coast guard said in a statement.',
      '',
      'Nine people are missing and a search was going on in the evening,',
      'it added.',
    ].join('\n');
    expect(paragraphs(text)).toHaveLength(2);
  });

  it('does not join a menu', () => {
    expect(paragraphs('Home\nNews\nSport\nWeather')).toHaveLength(4);
  });

  it('tags bullets that stand together, not a lone dash', () => {
    const tags = (text: string) => readText(text).segments.map((segment) => segment.tag);
    expect(tags('Known so far:\n- Two hurt\n- One missing')).toEqual(['p', 'li', 'li']);
    expect(tags('- Two people were hurt on Monday.\nPolice said so.')).toEqual(['p', 'p']);
  });

  it.each([
    ['---\ntitle: "Two hurt: police"\ndate: 2031-02-03\nauthor: [Ann Okoro, Bo Lind]\n---\nBody.', 'front-matter:date'],
    ['---\ntitle: Two hurt: police\ndate: 2031-02-03\n---\nBody.', 'front-matter:date'],
    ['+++\ntitle = "Two hurt"\ndate = "2031-02-03"\n+++\nBody.', 'front-matter:date'],
    ['Title: Two hurt\nDate: 2031-02-03\nSection: World\n\nBody.', 'header:Date'],
  ])('reads front matter of %j', (text, from) => {
    const draft = readText(text);
    expect(draft.fields).toContainEqual({ name: 'published', value: '2031-02-03', from });
    expect(draft.segments.map((segment) => draft.value.slice(segment.start, segment.end))).toEqual(['Body.']);
    expect(draft.value).toBe(text);
  });

  it.each([
    'Update: two hurt in Velmora\nPolice said so.',
    'Police: two hurt\n\nA third fled.',
    'Date: unknown, the register says.\nThe body was found.',
    '---\nTwo people were hurt.\n---\nMore follows.',
  ])('sees no front matter in %j', (text) => {
    expect(readText(text).fields).toEqual([]);
  });
});
