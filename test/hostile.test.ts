import { beforeAll, describe, expect, it } from 'vitest';
import type { Edition } from '../src/model/index.ts';
import { runRead } from '../src/pipeline/index.ts';

const good = {
  path: 'good.txt',
  content:
    'Fire in Norwick\n\n14 May 2024\n\nTwo people were killed when a fire broke out at a mill in Norwick on Monday, police said.\n',
};

const sentence = 'Two people were killed in the fire at the mill on Monday, police said. ';
const hostile: Readonly<Record<string, string | Uint8Array>> = {
  'nothing at all': '',
  'white space': ' \n\t\r\n\u00a0 ',
  'only NUL bytes': new Uint8Array(4096),
  'a program': new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, ...new Uint8Array(400)]),
  noise: Uint8Array.from({ length: 20_000 }, (_, at) => (at * 7919 + (at >> 3) * 31) & 255),
  '20,000 nested tags': `<html><body>${'<div>'.repeat(20_000)}${sentence}`,
  '20,000 nested brackets of JSON': `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  'a line of 50 MB': 'a'.repeat(50_000_000),
  'a line of 20 MB of sentences': sentence.repeat(280_000),
  'half a JSON record': '{"title": "Fire in Norwick", "text": "Two people were',
  'a million commas': ','.repeat(1_000_000),
  'numbers without end': '1 2 three 4,000 '.repeat(20_000),
  'quotation marks that never close': `${'"'.repeat(20_000)} said police`,
  'another language':
    'Bei einem Brand in einer alten Mühle sind am Montag zwei Menschen ums Leben gekommen. Die Polizei teilte mit, die Ursache sei noch unklar. Fünf weitere wurden verletzt und in ein Krankenhaus gebracht.',
};

describe('hostile inputs', () => {
  let edition: Edition;
  let seconds: number;

  beforeAll(async () => {
    const inputs = Object.entries(hostile).map(([path, content]) => ({ path, content }));
    const started = performance.now();
    ({ edition } = await runRead([...inputs, good], { workers: 1, limits: { maxSecondsPerDocument: 10 } }));
    seconds = (performance.now() - started) / 1000;
  }, 240_000);

  it('cost bounded time together, and the good neighbour nothing', () => {
    expect(seconds).toBeLessThan(120);
    expect(edition.articles.map(({ path }) => path)).toContain(good.path);
  });

  it.each(Object.keys(hostile))('%s is read or set aside with a reason', (name) => {
    const read = edition.articles.some(({ path }) => path === name);
    const told = edition.issues.some(({ path, severity }) => path === name && severity !== 'info');
    expect(read || told).toBe(true);
  });

  it('reads one record although its neighbours in the file are broken', async () => {
    const record = JSON.stringify({ title: 'Fire in Norwick', text: good.content });
    const { edition, setAside } = await runRead([
      { path: 'all.jsonl', content: `${record}\n{"title": \n${record.slice(0, -9)}\n` },
    ]);
    expect(edition.articles).toHaveLength(1);
    expect(setAside).toBe(2);
    expect(edition.issues.map(({ code }) => code)).toContain('ingest/bad-json');
  });
});
