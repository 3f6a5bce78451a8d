import { describe, expect, it } from 'vitest';
import { inventEdition, inventOne } from '../../../test/kits/invented-reports.ts';
import { type Edition, exactly, isCountRecord } from '../../model/index.ts';
import { type DecisionDraft, revise, writeDecision } from '../index.ts';

const context = { now: '2031-05-10T00:00:00Z', seed: 1 };
const edition = inventEdition([
  inventOne('a', '8', {}, { published: '2031-05-02T08:00:00Z' }),
  inventOne('b', '11', { by: 'police' }, { published: '2031-05-02T19:00:00Z' }),
]);
const incident = edition.incidents[0]?.id ?? '';
const said = { by: 'A. Recorder', reason: 'read again', incident, attribute: 'killed' } as const;

const killed = ({ incidents }: Edition) => {
  const record = incidents[0]?.attributes.killed;
  return record !== undefined && isCountRecord(record) ? record : expect.fail('a record of the killed');
};
const decide = (on: Edition, draft: Omit<DecisionDraft, keyof typeof said | 'at'>, at: string) =>
  writeDecision(on, { ...said, at, ...draft });

describe('a claim that people add', () => {
  const wrong = edition.claims.find(({ article, attribute }) => article === 'b' && attribute === 'killed');
  const words = { article: 'b', start: wrong?.evidence[0]?.start ?? 0, end: wrong?.evidence[0]?.end ?? 0 };
  const reject = decide(edition, { action: 'reject', claims: [wrong?.id ?? ''] }, '2031-05-03T08:00:00Z');
  const add = decide(edition, { action: 'add-claim', value: exactly(10), words }, '2031-05-03T09:00:00Z');
  const revised = revise(edition, { decisions: [reject, add] }, context).value;

  it('stands at the very words whose number was read wrongly, which are rejected', () => {
    expect(killed(revised)).toMatchObject({ best: 10 });
    const rejected = killed(revised).readings.filter(({ difference }) => difference === 'rejected');
    expect(rejected.map(({ claims }) => claims)).toEqual([[wrong?.id]]);
    const added = revised.claims.find(({ producer }) => producer.name === 'decision');
    expect(added?.evidence[0]?.quote).toBe(wrong?.evidence[0]?.quote);
  });

  it('is added once, however often the edition is revised', () => {
    expect(revise(revised, { decisions: [add] }, context).value.claims).toEqual(revised.claims);
  });

  it('is meant by its id where others stand in the same words', () => {
    const added = revised.claims.find(({ producer }) => producer.name === 'decision')?.id ?? '';
    const back = decide(revised, { action: 'reject', claims: [added] }, '2031-05-04T09:00:00Z');
    expect(back.claims?.map(({ claim }) => claim)).toEqual([added]);
    expect(killed(revise(revised, { decisions: [back] }, context).value).best).toBe(8);
  });

  it('is not there where its words are gone', () => {
    const articles = edition.articles.map((article) => ({ ...article, id: `${article.id}2`, text: 'Nothing.' }));
    const later: Edition = { ...edition, articles, claims: [] };
    expect(revise(later, { decisions: [add] }, context).value).toMatchObject({
      claims: [],
      decisions: [{ action: 'add-claim', status: 'lost' }],
    });
  });
});
