import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { count } from '../../test/kits/build.ts';
import { c } from '../../test/kits/claims.ts';
import { marketEdition } from '../../test/kits/edition.ts';
import { single } from '../../test/kits/records.ts';
import type { Edition, Incident } from '../model/index.ts';
import { publishHtml } from './html/index.tsx';
import { publishMarkdown } from './markdown.ts';
import { publishSummary } from './summary.ts';

const words = (text: string): string => text.replace(/\s+/g, ' ');

/** Print an edition as a reader sees it: the page without its texts, the summary, the brief. */
function printForms(edition: Edition): readonly (readonly [string, string])[] {
  const { document } = parseHTML(publishHtml(edition, { assets: { style: '', script: '' } }));
  return [
    ['page', words(document.querySelector('main')?.textContent ?? '')],
    ['summary', words(publishSummary(edition))],
    ['markdown', words(publishMarkdown(edition))],
  ];
}

function withLead(change: (lead: Incident) => Incident): Edition {
  const [lead, ...others] = marketEdition.incidents;
  if (lead === undefined) throw new Error('the market edition has incidents');
  return { ...marketEdition, incidents: [change(lead), ...others] };
}

const claimOf = (id: string, more: Partial<Edition['claims'][number]>): Edition['claims'] =>
  marketEdition.claims.map((each) => (each.id === id ? { ...each, ...more } : each));

describe('the page, the summary and the brief', () => {
  test('tell an incident of some months by its months', () => {
    const date = {
      value: '2025-09/2025-12',
      earliest: '2025-09-01',
      latest: '2025-12-31',
      precision: 'season',
    } as const;
    const edition = withLead((lead) => ({ ...lead, date: { ...lead.date, ...date } }));
    for (const [form, text] of printForms(edition)) {
      expect(text, form).toContain('September to December 2025');
      expect(text, form).not.toMatch(/2025[- ]09\/2025/);
    }
  });

  test('keep the bound of an accepted figure', () => {
    const moreThan = { ...c.fortyEight, value: count(300, 'more-than') };
    const injured = single(300, [moreThan], 'One report gives a figure.');
    const edition = withLead((lead) => ({ ...lead, attributes: { ...lead.attributes, injured } }));
    const [page, summary, markdown] = printForms({ ...edition, claims: claimOf(c.fortyEight.id, moreThan) });
    expect(page?.[1]).toMatch(/Injured ?more than 300/);
    expect(page?.[1]).toContain('injured more than 300');
    expect(summary?.[1]).toMatch(/> 300 ○.*○ Injured: more than 300/);
    expect(markdown?.[1]).toContain('**Injured: more than 300**');
  });

  test('say words once that several parts of a sum rest on', () => {
    const { article, evidence } = c.fourteen;
    const [first] = evidence;
    if (first === undefined) throw new Error('a claim has evidence');
    const short = { ...first, end: first.start + 'death toll'.length, quote: 'death toll' };
    for (const [form, text] of printForms({
      ...marketEdition,
      claims: claimOf(c.fourteen.id, { article, evidence: [short, first] }),
    }))
      expect(text, form).not.toContain('death toll … death toll');
  });
});
