import { describe, expect, it } from 'vitest';
import { makeReading, type ReportSpec } from '../../../test/kits/link-documents.ts';
import type { ArticleReading } from '../../model/index.ts';
import { type LinkDocument, makeDocument } from '../documents/document.ts';
import { defaults } from '../options.ts';
import { findCopies } from './index.ts';

const body = [
  'A footbridge over the Selle gave way on Tuesday morning as market traders crossed it with their carts, and at least six of them drowned.',
  'Divers brought out nine others, two of them children, before the current grew too strong for the boats at about noon.',
  'The mayor, Orsolya Trent, said the bridge had been closed twice since the floods of the previous autumn and reopened without inspection.',
  'An engineer who surveyed the crossing for the county called its northern pier hollow in a letter that the council never answered.',
];

function opening(documents: readonly LinkDocument[]) {
  return (article: number) => documents[article] as LinkDocument;
}

function copiesOf(specs: readonly ReportSpec[], days: Record<string, { day: string }> = {}) {
  const documents = specs.map((spec) => makeDocument(makeReading(spec)));
  const stories = [[...documents.keys()]];
  return { documents, copies: findCopies({ stories, open: opening(documents) }, days, defaults.copies) };
}

function idOf(spec: ReportSpec): string {
  return makeReading(spec).article.id;
}

function wordsOf(reading: ArticleReading, range: { start: number; end: number }): string {
  return reading.article.text.value.slice(range.start, range.end);
}

describe('findCopies', () => {
  const origin = { outlet: 'Selle Gazette', published: '2031-06-03', paragraphs: body };

  it('finds the same text under another outlet, from the earlier to the later', () => {
    const copy = { outlet: 'Marren Post', published: '2031-06-04', headline: 'Bridge falls', paragraphs: body };
    const { copies } = copiesOf([copy, origin]);
    expect(copies).toHaveLength(1);
    expect(copies[0]).toMatchObject({ from: idOf(origin), to: idOf(copy), kind: 'verbatim' });
    expect(copies[0]?.because?.join('; ')).toContain('direction: earlier (2031-06-03, then 2031-06-04)');
    for (const { from, to } of copies[0]?.passages ?? []) {
      expect(wordsOf(makeReading(origin), from)).toBe(wordsOf(makeReading(copy), to));
    }
  });

  it('calls a shortened text with the same wire credit syndicated', () => {
    const wire = { ...origin, wire: 'Northern Wire' };
    const cut = {
      outlet: 'Marren Post',
      published: '2031-06-03',
      wire: 'Northern Wire',
      paragraphs: [
        body[0] ?? '',
        'The county has set up a telephone line for relatives and asks people to keep away from both banks.',
      ],
    };
    const { copies } = copiesOf([wire, cut]);
    expect(copies[0]).toMatchObject({ from: idOf(wire), to: idOf(cut), kind: 'syndicated' });
  });

  it('reads the credit where the report signs with it, and keeps one origin of a chain', () => {
    const wire = { ...origin, outlet: 'Northern Wire' };
    const signed = {
      outlet: 'Marren Post',
      published: '2031-06-04',
      paragraphs: [`(Northern Wire) ${body[0]}`, ...body.slice(1)],
    };
    const third = { outlet: 'Daily Quill', published: '2031-06-05', paragraphs: body };
    const { copies } = copiesOf([wire, signed, third]);
    const links = copies.map(({ from, to, kind }) => [from, to, kind]);
    expect(links).toHaveLength(2);
    expect(links).toContainEqual([idOf(wire), idOf(signed), 'syndicated']);
    expect(links).toContainEqual([idOf(wire), idOf(third), 'verbatim']);
  });

  it('calls a wire report syndicated although only one of two outlets says whose it is, and an update of its own not', () => {
    const wired = { ...origin, wire: 'Northern Wire' };
    const silent = { outlet: 'Marren Post', published: '2031-06-04', paragraphs: body };
    expect(copiesOf([wired, silent]).copies[0]).toMatchObject({ kind: 'syndicated' });
    const update = { ...wired, published: '2031-06-05', paragraphs: [...body, 'Two bodies were found on Thursday.'] };
    expect(copiesOf([wired, update]).copies[0]).toMatchObject({ kind: 'verbatim' });
  });

  it.each(['(© 2031 Selle Gazette)', '(Courtesy of Selle Gazette)', '(Source: Selle Gazette)'])(
    'reads %s as a credit',
    (credit) => {
      const copy = { outlet: 'Marren Post', published: '2031-06-04', paragraphs: [...body, credit] };
      expect(copiesOf([origin, copy]).copies[0]).toMatchObject({ kind: 'syndicated' });
    },
  );

  it('takes a statement both were given for a quote, not for a retelling', () => {
    const statement = `“${body[2]} ${body[3]}”`;
    const left = { outlet: 'Selle Gazette', paragraphs: ['The river has taken six lives at the market.', statement] };
    const right = { outlet: 'Marren Post', paragraphs: ['Two carts are missing downstream of the town.', statement] };
    expect(copiesOf([left, right]).copies.map(({ kind }) => kind)).toEqual(['quotes']);
  });

  it('takes the credited outlet for the origin although its copy is dated earlier', () => {
    const copy = { outlet: 'Marren Post', published: '2031-06-01', wire: 'Selle Gazette', paragraphs: body };
    const { copies } = copiesOf([copy, origin]);
    expect(copies[0]).toMatchObject({ from: idOf(origin), to: idOf(copy), kind: 'syndicated' });
    expect(copies[0]?.because).toContain('direction: credited (Selle Gazette)');
  });

  it('finds a retelling sentence by sentence in the same order', () => {
    const retold = {
      outlet: 'Daily Quill',
      published: '2031-06-05',
      paragraphs: [
        'As market traders crossed a footbridge over the Selle with their carts, it gave way on Tuesday and at least six drowned.',
        'Before the current became too strong for boats, divers brought nine others out, two of whom were children.',
        'Mayor Orsolya Trent stated the bridge was closed twice since the floods of last autumn and had been reopened without any inspection.',
      ],
    };
    const { copies } = copiesOf([origin, retold]);
    expect(copies).toHaveLength(1);
    expect(copies[0]).toMatchObject({ from: idOf(origin), to: idOf(retold), kind: 'derived' });
    expect(copies[0]?.passages).toHaveLength(3);
    expect(wordsOf(makeReading(retold), copies[0]?.passages[1]?.to ?? { start: 0, end: 0 })).toMatch(
      /^Before .* children$/,
    );
  });

  it('reports a shared quotation as quotes only', () => {
    const quote = 'Orsolya Trent said: “We closed that bridge twice and somebody opened it again behind our backs”.';
    const left = {
      outlet: 'Selle Gazette',
      paragraphs: ['The river has taken six lives at the weekly market.', quote],
    };
    const right = {
      outlet: 'Marren Post',
      paragraphs: ['Divers still search downstream of the town for two missing carts.', quote],
    };
    const { copies } = copiesOf([left, right]);
    expect(copies.map(({ kind }) => kind)).toEqual(['quotes']);
  });

  it('leaves two reports of one event alone that only share its facts', () => {
    const other = {
      outlet: 'Marren Post',
      published: '2031-06-04',
      paragraphs: [
        'Six people are dead in Selle after the collapse of a pedestrian crossing, police said late on Tuesday.',
        'Witnesses told of a loud crack and of baskets floating towards the weir.',
        'The county prosecutor has opened an inquiry and wants to hear from anyone who used the crossing in recent weeks.',
      ],
    };
    expect(copiesOf([origin, other]).copies).toEqual([]);
  });

  it('does not count boilerplate', () => {
    const furniture = [
      'Sign up for our newsletter and never miss a story from the valley again, free of charge, every morning at seven.',
    ];
    const left = { outlet: 'Selle Gazette', paragraphs: ['Six traders drowned.'], furniture };
    const right = { outlet: 'Selle Gazette', paragraphs: ['A barn burned down in Torve.'], furniture };
    expect(copiesOf([left, right]).copies).toEqual([]);
  });

  it('does not count what pages of one publisher hold beside the report', () => {
    const travel =
      'Five towns to see before the summer ends are listed here with their ferries, inns and museums for all readers.';
    const page = (headline: string, outlet: string) => ({ outlet, headline, paragraphs: [headline, travel, travel] });
    const left = page('Barn burns near Torve orchard', 'Selle Gazette');
    const right = page('Cyclist drowns under Marren weir', 'Marren Post');
    expect(copiesOf([left, right]).copies.filter(({ kind }) => kind !== 'quotes')).toEqual([]);
  });

  it('keeps copies to one story: what different stories share is not told', () => {
    const copy = { outlet: 'Marren Post', published: '2031-06-04', paragraphs: body };
    const documents = [origin, copy].map((spec) => makeDocument(makeReading(spec)));
    expect(findCopies({ stories: [[0], [1]], open: opening(documents) }, {}, defaults.copies)).toEqual([]);
  });
});
