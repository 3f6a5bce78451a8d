import { describe, expect, it } from 'vitest';
import { type Edition, isCountRecord } from '../src/model/index.ts';
import { packEvidence, unpackEvidence } from '../src/publish/html/evidence.ts';
import { policies, revise, writeDecision } from '../src/reconcile/index.ts';
import { marketEdition } from './kits/edition.ts';
import { inventEdition } from './kits/invented-reports.ts';
import { chapters } from './worked/index.ts';

const context = { now: '2031-01-01T00:00:00Z', seed: 0 };
const countsOf = ({ incidents }: Edition) =>
  incidents.map(({ id, attributes }) => [
    id,
    Object.entries(attributes).filter(([, record]) => record !== undefined && isCountRecord(record)),
  ]);

describe('packEvidence', () => {
  const examples = chapters.flatMap((chapter) => chapter.examples);
  const editions = [marketEdition, ...examples.map(({ reports, asked }) => inventEdition(reports, asked))];
  it.each(policies.map(({ name }) => name))('gives the same counts as the whole edition: %s', (policy) => {
    for (const edition of editions) {
      const packed = unpackEvidence(packEvidence(edition));
      expect(countsOf(revise(packed, { policy }, context).value)).toEqual(
        countsOf(revise(edition, { policy }, context).value),
      );
    }
  });

  it('keeps what people decided', () => {
    const [incident] = marketEdition.incidents;
    const claim = marketEdition.claims.find((one) => one.attribute === 'killed' && one.incident === incident?.id);
    if (incident === undefined || claim === undefined) throw new Error('the market has killed');
    const said = { by: 'R. Ecorder', at: '2031-05-09T10:00:00Z', reason: 'a list of names' };
    const decision = writeDecision(marketEdition, {
      ...said,
      action: 'accept',
      incident: incident.id,
      attribute: 'killed',
      claims: [claim.id],
    });
    const decided = revise(marketEdition, { decisions: [decision] }, context).value;
    expect(decided.decisions).toMatchObject([{ status: 'applied' }]);
    const packed = unpackEvidence(packEvidence(decided));
    expect(countsOf(revise(packed, { policy: 'ucdp' }, context).value)).toEqual(
      countsOf(revise(decided, { policy: 'ucdp' }, context).value),
    );
  });

  it('ends no element it stands in', () => {
    const hostile = {
      ...marketEdition,
      incidents: marketEdition.incidents.map((one) => ({ ...one, title: '</script><b>' })),
    };
    expect(packEvidence(hostile)).not.toContain('<');
  });
});
