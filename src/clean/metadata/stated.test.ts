import { describe, expect, it } from 'vitest';
import { makeText, type Page, type PageField } from '../../model/index.ts';
import { keepStatements } from './stated.ts';

const pageOf = (fields: readonly PageField[], url = 'https://ledger.example/ferry'): Page => ({
  source: { id: 'x', mediaType: 'text/html', url },
  text: makeText('Ferry sinks'),
  segments: [],
  fields,
});
const chosen = { headline: 'Ferry sinks off Port Arlen', outlet: 'Harbour Ledger' };

describe('keepStatements', () => {
  it('keeps other headlines and outlets with the field that states them', () => {
    const other: PageField = { name: 'headline', value: 'Nine missing in ferry disaster', from: 'meta:og:title' };
    const owner: PageField = { name: 'outlet', value: 'Sea Times', from: 'json-ld:publisher' };
    const same: readonly PageField[] = [
      { name: 'headline', value: 'Ferry sinks off Port Arlen | Harbour Ledger', from: 'meta:twitter:title' },
      { name: 'headline', value: 'FERRY SINKS OFF PORT ARLEN', from: 'json-ld:headline' },
      { name: 'outlet', value: 'harbourledger', from: 'meta:application-name' },
      { ...other, from: 'meta:twitter:title' },
    ];
    expect(keepStatements(pageOf([other, owner, ...same]), chosen)).toEqual({ stated: [other, owner] });
  });

  it('reads section, canonical address and first publication', () => {
    const fields: readonly PageField[] = [
      { name: 'section', value: 'Region', from: 'meta:article:section' },
      { name: 'url', value: 'https://seatimes.example/ferry', from: 'link:canonical' },
      { name: 'syndicated', value: 'https://seatimes.example/ferry', from: 'meta:original-source' },
    ];
    expect(keepStatements(pageOf(fields), chosen)).toEqual({
      section: 'Region',
      canonical: 'https://seatimes.example/ferry',
      syndicated: ['https://seatimes.example/ferry'],
    });
  });

  it('takes no other spelling of its own address for another', () => {
    const url: PageField = { name: 'url', value: 'http://www.ledger.example/ferry/?utm=1', from: 'link:canonical' };
    expect(keepStatements(pageOf([url]), chosen)).toEqual({});
  });
});
