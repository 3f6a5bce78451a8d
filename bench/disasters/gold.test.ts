import { describe, expect, it } from 'vitest';
import { sharedMissing } from '../../test/kits/shared.ts';
import { checkOf } from '../claims/gold.ts';
import { drawSample, readDisasters } from './articles.ts';
import { readDisasterGold } from './gold.ts';

describe('the gold of disasters', () => {
  it('is of the articles that the draw names, in its order', (context) => {
    const articles = readDisasters();
    if (articles === undefined) return context.skip(sharedMissing);
    const drawn = drawSample(articles).map(({ id, kind }) => ({ id, kind }));
    expect(readDisasterGold().map(({ id, kind }) => ({ id, kind }))).toEqual(drawn);
  });

  it('points at the words it means', (context) => {
    const articles = new Map(readDisasters()?.map((article) => [article.id, article]));
    if (articles.size === 0) return context.skip(sharedMissing);
    for (const { id, check, claims } of readDisasterGold()) {
      const whole = `${articles.get(id)?.title}\n${articles.get(id)?.text}`;
      expect({ id, check: checkOf(whole) }).toEqual({ id, check });
      const words = claims.map(({ start, end }) => checkOf(whole.slice(start, end)));
      expect(words).toEqual(claims.map((claim) => claim.check));
    }
  });

  it('keeps bounds in order and asks for as much as it says', () => {
    const claims = readDisasterGold().flatMap((article) => article.claims);
    expect(claims.filter(({ n }) => n !== null && n[1] !== null && n[0] > n[1])).toEqual([]);
    expect(claims.filter(({ optional }) => optional !== true).length).toBeGreaterThanOrEqual(120);
  });
});
