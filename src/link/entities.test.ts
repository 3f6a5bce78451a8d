import { describe, expect, it } from 'vitest';
import { makeReading } from '../../test/kits/link-documents.ts';
import type { ActorMention } from '../model/index.ts';
import { linkEntities } from './entities.ts';

function naming(name: string, type: ActorMention['type'] = 'organisation', aliases: readonly string[] = []) {
  const reading = makeReading({ paragraphs: [`${name} was blamed.`] });
  return { ...reading, actors: [{ article: reading.article.id, type, name, aliases, ranges: [], involved: true }] };
}

describe('linkEntities', () => {
  it.each([
    ['the Ashen Banner', 'Ashen Banner', 'entity/same-name'],
    ['Free Army of Ister', 'FAI', 'entity/acronym'],
    ['Harakat al-Noor', 'Harakat Nur', 'entity/other-spelling'],
  ])('joins %s and %s', (a, b, rule) => {
    const found = linkEntities([naming(a), naming(b)]);
    expect(found).toHaveLength(1);
    expect(found[0]?.members).toHaveLength(2);
    expect(found[0]?.because.map((each) => each.rule)).toContain(rule);
    expect(linkEntities([naming(b), naming(a)])).toEqual(found);
  });

  it('keeps bearers of one family name, and two groups, apart', () => {
    expect(linkEntities([naming('Trent', 'person'), naming('Trent', 'person', ['Orsolya Trent'])])).toEqual([]);
    expect(linkEntities([naming('Ashen Banner'), naming('Amber Banner')])).toEqual([]);
  });

  it('joins by an alias that one article gives', () => {
    const found = linkEntities([
      naming('Ashen Banner', 'organisation', ['Banner of Ister']),
      naming('Banner of Ister'),
    ]);
    expect(found.map(({ name, aliases }) => [name, aliases])).toEqual([['Banner of Ister', ['Ashen Banner']]]);
  });
});
