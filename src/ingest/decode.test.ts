import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from './decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('decodeBytes', () => {
  it('drops a byte-order mark and keeps the rest as it is', () => {
    expect(decodeBytes(utf8('\ufeffFire at Port Arlen\r\n'))).toEqual({
      text: 'Fire at Port Arlen\r\n',
      encoding: 'utf-8',
      replaced: 0,
    });
  });

  it('reads windows-1252 quotes and dashes, declared or not', () => {
    const bytes = Uint8Array.from([
      ...utf8('The mayor said '),
      0x93,
      ...utf8('no one'),
      0x94,
      0x20,
      0x96,
      0x20,
      0x80,
      0x35,
    ]);
    expect(decodeBytes(bytes).text).toBe('The mayor said “no one” – €5');
    const declared = Uint8Array.from([...utf8('<meta charset="iso-8859-1"><p>'), 0x92]);
    expect(decodeBytes(declared)).toMatchObject({ text: '<meta charset="iso-8859-1"><p>’', encoding: 'windows-1252' });
  });

  it('reads UTF-16 with and without a mark', () => {
    const little = Uint8Array.from([...'Two people were hurt.'].flatMap((letter) => [letter.charCodeAt(0), 0]));
    expect(decodeBytes(little).text).toBe('Two people were hurt.');
    expect(decodeBytes(Uint8Array.from([0xfe, 0xff, 0, 0x41])).text).toBe('A');
  });

  it('keeps damaged UTF-8 as UTF-8 and counts the damage', () => {
    const bytes = Uint8Array.from([...utf8('“one” “two” “three” ’ ’ ’ ’ ’ ’'), 0xff, ...utf8(' end')]);
    const decoded = decodeBytes(bytes);
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.replaced).toBe(1);
  });

  it('does not report a replacement character that was in the text', () => {
    expect(decodeBytes(utf8('seven \ufffd eight')).replaced).toBe(0);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(typeof decodeBytes(bytes).text).toBe('string');
      }),
    );
  });

  it('gives back any well-formed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'));
        expect(decodeBytes(utf8(text)).text).toBe(text);
      }),
    );
  });
});
