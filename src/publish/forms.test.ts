import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { count } from '../../test/kits/build.ts';
import { c } from '../../test/kits/claims.ts';
import { marketEdition } from '../../test/kits/edition.ts';
import { single } from '../../test/kits/records.ts';
import { severalEdition } from '../../test/kits/several.ts';
import type { Edition, Incident } from '../model/index.ts';
import { publishHtml } from './html/index.tsx';
import { publishMarkdown } from './markdown.ts';
import { publishSummary } from './summary/index.ts';

const words = (text: string): string => text.replace(/\s+/g, ' ');

/** Print an edition in the forms people read: the page (without the reports' texts), the summary and the brief. */
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

  test('name a report that has no outlet by its headline, else by its siglum, and never by its file', () => {
    const [first, second, ...others] = marketEdition.articles;
    if (first === undefined || second === undefined) throw new Error('the market edition has reports');
    const bare = ({ outlet: _outlet, ...rest }: typeof first) => ({ ...rest, path: 'in/001_ff69.txt' });
    const { headline: _headline, ...silent } = bare(second);
    const articles = [{ ...bare(first), headline: 'A bomb at the river market of Oskara' }, silent, ...others];
    const reason = {
      summary: 'The barrier at the quay',
      kind: 'claimed' as const,
      claims: [c.barrier.id, c.closing.id],
      speakers: ['001_ff69.txt'],
      independentSources: 1,
    };
    const claims = marketEdition.claims.map((each) => {
      if (each.id !== c.barrier.id && each.id !== c.closing.id) return each;
      const { attribution: _attribution, ...voiceless } = each;
      return each.id === c.barrier.id ? { ...voiceless, article: first.id } : voiceless;
    });
    const edition = { ...withLead((lead) => ({ ...lead, reasons: [reason] })), articles, claims };
    for (const [form, text] of printForms(edition)) {
      const told = text.replace(/\\/g, '');
      expect(told, form).toContain('Told in the reports’ own voices: “A bomb at the river market of Oskara”, report B');
      expect(told.match(/001_ff69/g)?.length ?? 0, form).toBeLessThanOrEqual(form === 'markdown' ? 0 : 2);
    }
  });

  test('tell who gives a reason as what the data says they are', () => {
    for (const [form, text] of printForms(marketEdition)) {
      const told = text.replace(/\\/g, '');
      expect(told, form).toContain('Said by a party to the violence: Northern Front. Said by an expert: Irena Vashti');
      expect(told, form).toContain('Established by an official body: An inquiry');
      expect(told, form).not.toContain('laimed by those who say they did it');
    }
  });

  test('open on one story as before', () => {
    for (const [form, text] of printForms(marketEdition)) expect(text, form).not.toContain('stories');
  });

  test('begin with the list of stories where there are several, each with its own record', () => {
    const [page = '', summary = '', markdown = ''] = printForms(severalEdition).map(([, text]) => text);
    expect(page).toMatch(/2 stories in 5 reports.*The stories.*Bombing of the river market in Oskara ?Oskara/);
    expect(summary).toMatch(/^2 stories 5 reports/);
    expect(summary).toMatch(
      /2 Bombing of the central station of Oskara Oskara, VX · October 2019 · 1 report · 31 killed ◇ No incident was found in 1 report\./,
    );
    expect(markdown).toMatch(/^# 2 stories .* 1\. \[Bombing of the river market in Oskara\]\(#story-1\): Oskara, VX; /);
    expect(markdown).toContain(
      '2. [Bombing of the central station of Oskara](#story-2): Oskara, VX; October 2019; 1 report; **31 killed** ◇ disputed',
    );
    expect(markdown).toContain('## <a id="story-2"></a>2. Bombing of the central station of Oskara, October 2019');
  });
});
