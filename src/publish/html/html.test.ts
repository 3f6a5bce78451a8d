import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { marketEdition } from '../../../test/kits/edition.ts';
import { severalEdition } from '../../../test/kits/several.ts';
import type { Claim, Edition } from '../../model/index.ts';
import { publishHtml } from './index.tsx';
import { viewEdition } from './view.ts';

const assets = { style: 'body{color:red}', script: 'void 0' };
const open = (edition: Edition) => parseHTML(publishHtml(edition, { assets })).document;
const document = open(marketEdition);

describe('publishHtml', () => {
  test('prints the same bytes each time, whatever the order of articles and claims', () => {
    const turned = {
      ...marketEdition,
      articles: [...marketEdition.articles].reverse(),
      incidents: [...marketEdition.incidents].reverse(),
    };
    expect(publishHtml(turned, { assets })).toBe(publishHtml(marketEdition, { assets }));
  });

  test('gives every claim one line, its words one anchor, and every id once', () => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const { id } of marketEdition.claims) {
      expect(ids).toContain(`c-${id}`);
      expect(ids).toContain(`t-${id}`);
    }
  });

  test('every link within the page has its end, save deep links, which the script reads', () => {
    const ids = new Set([...document.querySelectorAll('[id]')].map((element) => element.id));
    const hrefs = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
    const dead = hrefs.filter((href) => !href.startsWith('#i=') && !ids.has(decodeURIComponent(href.slice(1))));
    expect(dead).toEqual([]);
    expect(hrefs.every((href) => href.startsWith('#'))).toBe(true);
  });

  test("prints each text whole: an article's words, in order, are those of the edition", () => {
    for (const { article, siglum } of viewEdition(marketEdition).witnesses) {
      const texts = [...document.querySelectorAll(`#x-${siglum} .text`)].map((element) => {
        for (const chrome of element.querySelectorAll('summary, .kind')) chrome.remove();
        return element.textContent ?? '';
      });
      expect(texts.join('').replace(/\s+/g, '')).toBe(article.text.replace(/\s+/g, ''));
    }
  });

  test('stands in the order of a critical edition', () => {
    const sections = [...document.querySelectorAll('main > section')].map(({ id }) => id);
    expect(sections).toEqual(['record', 'toll', 'why', 'actors', 'timeline', 'where', 'witnesses', 'aside', 'method']);
  });

  test('forbids every request and carries its assets', () => {
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
    expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:");
    expect(document.querySelector('style')?.textContent).toBe(assets.style);
    expect(publishHtml(marketEdition, { assets: { style: '', script: 'x="</script>"' } })).toContain(
      'x="\\x3c/script>"',
    );
  });

  test('an edition of nothing is still a page', () => {
    const nothing = {
      ...marketEdition,
      articles: [],
      incidents: [],
      claims: [],
      copies: [],
      voices: [],
      actors: [],
      stories: [],
      issues: [],
    };
    const page = open(nothing);
    expect(page.querySelector('h1')?.textContent).toBe('Nothing was read');
    expect(page.querySelector('#aside')?.textContent).toContain('Nothing was set aside.');
  });

  test('a claim no record uses is listed among what was set aside', () => {
    const incidents = marketEdition.incidents.map((incident) => ({ ...incident, attributes: {} }));
    const page = open({ ...marketEdition, incidents });
    expect(page.querySelectorAll('#aside li.claim[id]').length).toBeGreaterThan(10);
  });

  test('an edition of several stories lists them, and each leads to its own record', () => {
    const page = open(severalEdition);
    const links = [...page.querySelectorAll('#stories tbody a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['#s-1', '#s-2']);
    for (const link of links) {
      const chapter = page.querySelector(String(link));
      expect(chapter?.querySelectorAll('[data-a="killed"] .figure').length).toBe(1);
      expect(chapter?.querySelector('a[href="#stories"]')).not.toBeNull();
    }
    expect([...page.querySelectorAll('#stories tbody tr')].map((row) => row.textContent)).toEqual([
      'Bombing of the river market in OskaraOskara, VX13 Sep 20253 reports13 killed ◐ updated',
      'Bombing of the central station of OskaraOskara, VXOct 20191 report31 killed ◇ disputed',
    ]);
    expect(page.querySelector('#stories')?.textContent).toContain(
      'No incident was found in 1 report: (C) Oskara mourns',
    );
    const ids = [...page.querySelectorAll('[id]')].map((element) => element.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const { id } of severalEdition.claims) expect(ids).toContain(`c-${id}`);
  });

  test('prints no heading over nothing: a toll said once has no history', () => {
    const [lead, ...others] = marketEdition.incidents;
    const killed = lead?.attributes.killed;
    if (lead === undefined || killed === undefined || !('best' in killed)) throw new Error('the market has killed');
    const readings = killed.readings
      .slice(0, 2)
      .map((reading, index) => (index === 0 ? reading : { ...reading, difference: 'subset' as const }));
    const page = open({
      ...marketEdition,
      incidents: [{ ...lead, attributes: { killed: { ...killed, readings } } }, ...others],
    });
    expect(page.querySelector('#toll')).toBeNull();
  });

  test('an actor without other names is not told to have none, and leads to where it is named', () => {
    const [actor] = marketEdition.actors;
    if (actor === undefined) throw new Error('the market edition has an actor');
    const page = open({ ...marketEdition, actors: [{ ...actor, aliases: [] }] });
    expect(page.querySelector('#actors')?.textContent).not.toContain('No other name');
    expect(page.querySelectorAll('#actors .note a').length).toBe(actor.incidents.length);
  });

  test('the figures beside a chart have room, however long they are', () => {
    const large = (value: Claim['value']): Claim['value'] =>
      value.kind === 'count'
        ? { ...value, min: value.min * 9000, max: value.min * 9000, anchor: value.min * 9000 }
        : value;
    const incidents = marketEdition.incidents.map((incident) => ({
      ...incident,
      attributes: Object.fromEntries(
        Object.entries(incident.attributes).map(([name, record]) => [
          name,
          {
            ...record,
            readings: record.readings.map((reading) => ({ ...reading, value: large(reading.value) })),
            ...('best' in record ? { low: 117_000, best: 117_000, high: 126_000 } : {}),
          },
        ]),
      ),
    }));
    const claims = marketEdition.claims.map((claim) => ({ ...claim, value: large(claim.value) }));
    const ticks = [...open({ ...marketEdition, incidents, claims }).querySelectorAll('#toll .tick.end')];
    expect(ticks.map((tick) => tick.textContent)).toContain('100,000');
    for (const tick of ticks)
      expect(Number(tick.getAttribute('x'))).toBeGreaterThanOrEqual((tick.textContent ?? '').length * 7);
  });

  test('readings of the same total come before figures that count something else', () => {
    const [lead, ...others] = marketEdition.incidents;
    const killed = lead?.attributes.killed;
    if (lead === undefined || killed === undefined || !('best' in killed)) throw new Error('the market has killed');
    const [accepted, ...rest] = killed.readings;
    if (accepted === undefined) throw new Error('the market has an accepted reading');
    const [first, ...later] = rest.map((reading, index) =>
      index === 0 ? { ...reading, difference: 'scope' as const } : reading,
    );
    if (first === undefined) throw new Error('the market has other readings');
    const attributes = { killed: { ...killed, readings: [accepted, first, ...later] } };
    const page = open({ ...marketEdition, incidents: [{ ...lead, attributes }, ...others] });
    const values = [...page.querySelectorAll('#record .apparatus > .reading .value')].map((value) => value.textContent);
    expect(values).toEqual(['13', '15', 'at least 9', 'about 12', 'at least 7', '14']);
  });
});
