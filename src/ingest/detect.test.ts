import { describe, expect, it } from 'vitest';
import { detectFormat, nameBinary } from './detect.ts';

const cases: readonly (readonly [format: string, text: string])[] = [
  ['empty', ' \n\t '],
  ['text', 'Ferry sinks off Port Arlen\n\nNine people are missing.'],
  ['text', '[UPDATE] Two hurt in Velmora\n\nPolice said on Monday.'],
  ['text', '{sic} is how the note ended, police said.'],
  ['text', 'A < b and c > d, the statement said. <b>Bold</b> words are not a page.'],
  ['text', '#velmora is trending\nTwo hurt.'],
  ['text', '---\ntitle: Two hurt\ndate: 2031-02-03\n---\nTwo people were hurt.'],
  ['html', '<!DOCTYPE html><html><body><p>Two hurt.</p></body></html>'],
  ['html', '<!-- saved --> <html><p>x'],
  ['html', '<div class="story"><p>Two people were hurt.</p></div>'],
  ['markdown', '# Two hurt in Velmora\n\nPolice said **two** people were hurt.'],
  ['markdown', '---\ntitle: x\n---\n# Two hurt in Velmora\n\nPolice said so.'],
  ['markdown', 'Two people were hurt, [police said](https://police.example/a).'],
  ['json', '{"title": "Two hurt", "text": "Two people were hurt."}'],
  ['json', '[\n {"title": "Two hurt"}\n]'],
  ['json', '{\n  "title": "Two hurt"\n}'],
  ['jsonl', '{"title": "a"}\n{"title": "b"}\n'],
  ['feed', '<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>'],
  [
    'feed',
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><rss version="2.0"><channel/></rss>',
  ],
  ['html', '<!DOCTYPE html [<!ENTITY a "b">]><html><body><p>Two hurt.</p></body></html>'],
  ['html', `<style>\n${'.a { margin: 0 }\n'.repeat(900)}</style>\n<html><body><p>Two hurt.</p></body></html>`],
  ['html', `<script>${'var a = 1;'.repeat(900)}</script><!DOCTYPE html><html><body><p>Two hurt.</p></body></html>`],
  ['html', `<!-- ${'kept by a program '.repeat(500)} --><html><body><p>Two hurt.</p></body></html>`],
  ['html', `<link rel="a" href="b"><STYLE>${'p {}'.repeat(2000)}</STYLE><div><p>Two hurt.</p></div>`],
  [
    'html',
    `<style>p {}</style>\n<!-- by a plugin --><title>Two hurt</title>\n${'<meta name="a" content="b"/>\n'.repeat(40)}<!--[if IE]><link href="a"><![endif]--><script>${'a();'.repeat(2000)}</script><nav><ul><li>Home</li></ul></nav>`,
  ],
  ['html', 'Warning: a file is missing on line 4\n<!DOCTYPE html>\n<html lang="en"><head><title>a</title>'],
  ['html', `<script>${'var a = 1;'.repeat(900)}</script><noscript>x</noscript><body><p>Two hurt.</p>`],
  ['text', 'The <script> tag was misused, the company said. Two were hurt.'],
  ['warc', 'WARC/1.0\r\nWARC-Type: response\r\n'],
];

describe('detectFormat', () => {
  it.each(cases)('tells %s', (format, text) => {
    expect(detectFormat(text)).toBe(format);
  });
});

describe('nameBinary', () => {
  it('names what is not text', () => {
    expect(nameBinary(new TextEncoder().encode('%PDF-1.7 x'), false)).toBe('a PDF');
    expect(nameBinary(Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), false)).toBe('a PNG image');
    expect(nameBinary(Uint8Array.from([65, 0, 66]), false)).toContain('NUL');
  });

  it('lets text be text', () => {
    expect(nameBinary(new TextEncoder().encode('PDF files and PNG images were seized.\r\n\t'), false)).toBeUndefined();
    expect(nameBinary(Uint8Array.from([65, 0, 66, 0]), true)).toBeUndefined();
  });
});
