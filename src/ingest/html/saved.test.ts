import { describe, expect, it } from 'vitest';
import { defined } from '../../model/index.ts';
import { ingest } from '../index.ts';

const page = (note: string) =>
  `<!doctype html>\n${note}\n<html><head><link rel="canonical" href="https://ledger.example/other"></head><body><article><p>Two people were hurt when a crane fell in Norwick on Monday, the harbour office said.</p></article></body></html>`;
const addressOf = (note: string, url?: string) =>
  ingest({ bytes: new TextEncoder().encode(page(note)), ...defined({ url }) }).value[0]?.source.url;

describe('saved pages', () => {
  it.each([
    ['Chrome', '<!-- saved from url=(0027)https://ledger.example/1?a=b -->', 'https://ledger.example/1?a=b'],
    [
      'SingleFile',
      '<!--\n Page saved with SingleFile \n url: https://ledger.example/1 \n saved date: Tue Feb 04 2031\n-->',
      'https://ledger.example/1',
    ],
    [
      'HTTrack',
      '<!-- Mirrored from ledger.example/1.html by HTTrack Website Copier/3.x -->',
      'http://ledger.example/1.html',
    ],
  ])('are of the address that %s noted', (_, note, url) => expect(addressOf(note)).toBe(url));

  it.each([
    ['names a file', '<!-- saved from url=(0014)file:///C:/1.html -->'],
    ['names nothing', '<!-- saved from url=(0014)about:internet -->'],
    ['is another', '<!-- saved from the flood -->'],
  ])('are of the address the page states where the note %s', (_, note) => {
    expect(addressOf(note)).toBe('https://ledger.example/other');
  });

  it("are read where an archive's bar stands below an address of no host", () => {
    const bar = '<div id="HEADER"><input name="q" value="https://ledger.example/1"></div><div id="CONTENT">';
    expect(addressOf(`<link href="https://%zz/">${bar}`)).toBe('https://ledger.example/other');
  });

  it('are of the address they came with, whatever is noted', () => {
    expect(addressOf('<!-- saved from url=(0024)https://ledger.example/1 -->', 'https://ledger.example/2')).toBe(
      'https://ledger.example/2',
    );
  });
});
