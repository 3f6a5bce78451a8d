import { describe, expect, it } from 'vitest';
import { makeText } from '../../model/index.ts';
import { cutTokens } from '../../text/index.ts';
import { readQuantities } from '../quantities/index.ts';
import { chooseSentences, type SentenceUse } from './sentence-prefilter.ts';

/** Choose among the sentences of a body that follows a headline; gives the texts of those chosen, or of those judged alone. */
function choose(...body: readonly string[]): readonly string[] {
  return weigh(body, ['read', 'judge']);
}

function weigh(body: readonly string[], uses: readonly SentenceUse[]): readonly string[] {
  const headline = 'Council meets in Tarvel';
  const text = makeText([headline, ...body].join('\n'));
  let at = headline.length + 1;
  const blocks = body.map((line) => {
    const start = at;
    at += line.length + 1;
    return { kind: 'body' as const, start, end: start + line.length };
  });
  const article = {
    id: 'article-1',
    source: { id: 'source-1', mediaType: 'text/plain' },
    text,
    dates: [],
    authors: [],
    language: 'en',
    blocks: [{ kind: 'headline' as const, start: 0, end: headline.length }, ...blocks],
  };
  const { tokens, sentences } = cutTokens(article);
  const empty = { name: 'none', text: text.id, producer: { name: 'test', version: '1' }, items: [] };
  const annotations = {
    tokens,
    sentences,
    quantities: readQuantities(tokens, sentences),
    times: empty,
    places: empty,
    names: empty,
  };
  const chosen = chooseSentences(article, annotations);
  return sentences.items
    .filter((_, index) => uses.includes(chosen[index] ?? 'spare'))
    .map(({ start, end }) => text.value.slice(start, end));
}

describe('chooseSentences', () => {
  it.each([
    'Two gunmen opened fire near the mill.',
    'He was pronounced dead.',
    'A bomb had been left on the stairs.',
    'Forty villagers slept in the school.',
    'The suspect fled north.',
  ])('reads %s', (sentence) => {
    expect(choose('Rain is likely.', sentence)).toContain(sentence);
  });

  it.each(['Rain is likely until noon.', 'The council will choose a colour for the benches.', 'It cost 40 crowns.'])(
    'spares %s',
    (sentence) => {
      expect(choose('The market opens at nine.', sentence)).not.toContain(sentence);
    },
  );

  it('judges what may tell of fates, and only reads who speaks beside it', () => {
    const [harm, fate, speech] = ['Three people were killed.', 'She did not survive.', 'The mayor spoke to reporters.'];
    const judged = weigh([harm, fate, speech], ['judge']);
    expect(judged).toEqual(expect.arrayContaining([harm, fate]));
    expect(judged).not.toContain(speech);
    expect(choose(harm, fate, speech)).toContain(speech);
  });

  it('reads who speaks beside harm, and spares who speaks elsewhere', () => {
    const speech = 'The weather is fine, she said.';
    expect(choose('Three people were killed.', speech)).toContain(speech);
    expect(choose('The benches are green.', speech)).not.toContain(speech);
  });

  it('reads every count of a report of harm, and what became of all or none told before', () => {
    expect(choose('The ferry sank; nine died.', 'Two were picked up by a lugger.')).toHaveLength(3);
    expect(choose('The ferry is new.', 'Two were painted by a lugger.')).toHaveLength(1);
    expect(choose('Six were seized.', 'The road is long.', 'All were released.')).toContain('All were released.');
    expect(choose('Six were seized.', 'The road is long.', 'All is green.')).not.toContain('All is green.');
  });

  it('always reads the headline', () => {
    expect(choose('Rain is likely.')).toEqual(['Council meets in Tarvel']);
  });
});
