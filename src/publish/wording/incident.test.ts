import { expect, it } from 'vitest';
import { inventEdition } from '../../../test/kits/invented-reports.ts';
import { publishHtml, publishMarkdown } from '../index.ts';
import { listRemarks } from './incident.ts';

const flood = [{ id: 'a', claims: [{ says: '12' }, { says: '5', attribute: 'missing' as const }] }];

it('says whether the data set of the policy would hold an incident', () => {
  const edition = inventEdition(flood, { policy: 'emdat', type: 'disaster' });
  const said = 'Meets the entry criteria of emdat (E6). 17 dead or missing meet the criteria.';
  expect(edition.incidents.flatMap(listRemarks)).toEqual([said]);
  expect(publishMarkdown(edition)).toContain(said);
  expect(publishHtml(edition, { assets: { style: '', script: '' } })).toContain(said);
});

it('says nothing under a policy without criteria', () => {
  expect(inventEdition(flood).incidents.flatMap(listRemarks)).toEqual([]);
});
