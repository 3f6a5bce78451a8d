import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Heard, hearOutput } from '../../test/kits/heard.ts';
import { type NewsServer, startNewsServer } from '../../test/kits/news-server.ts';
import { editionSchema } from '../model/index.ts';
import { main } from './run.ts';

const page = (killed: string) =>
  `<html><head><title>Mill fire in Norwick</title></head><body><article><h1>Mill fire in Norwick</h1><p>${killed} people were killed when a fire broke out at a mill in Norwick on 4 February 2031, police said.</p><p>The mill had been closed for repairs since the end of last year, its owner said.</p></article></body></html>`;
const rss = (title: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Ledger</title><item><title>${title}</title><link>/1</link><description>${title}.</description></item></channel></rss>`;

let folder: string;
let server: NewsServer;
const heard: Heard = { printed: '', complained: '' };
const named = (name: string): string => join(folder, name);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-cli-fetch-'));
  server = await startNewsServer({ '/1': page('Two'), '/feed': rss('Two killed in Norwick mill fire') });
  writeFileSync(named('quick.yaml'), 'fetch:\n  secondsBetweenRequests: 0\nreader: fast\n');
  hearOutput(heard);
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const run = (...args: readonly string[]) => {
  [heard.printed, heard.complained] = ['', ''];
  return main([...args, '--workers', '0', '--config', named('quick.yaml')]);
};
const watch = (...args: readonly string[]) =>
  run(
    'watch',
    `${server.origin}/feed`,
    '--out',
    named('edition.json'),
    '--once',
    '--fetch',
    '--allow-private',
    ...args,
  );

describe('addresses', () => {
  it.each(['read', 'clean', 'watch'])(
    'are refused by %s before any work where --fetch is not given',
    async (command) => {
      const out = command === 'watch' ? ['--out', named('e.json')] : [];
      expect(await run(command, `${server.origin}/1`, ...out)).toBe(2);
      expect(heard.complained).toContain('works offline unless told otherwise: add --fetch');
      expect(server.asked).toEqual([]);
    },
  );

  it('are read with --fetch, from this machine with --allow-private only', async () => {
    expect(await run('read', `${server.origin}/1`, '--fetch')).toBe(1);
    expect(heard.complained).toContain(
      'private network. Add --allow-private where that is meant. [fetch/private-address]',
    );
    expect(await run('read', `${server.origin}/1`, '--fetch', '--allow-private', '--cache', named('cache'))).toBe(0);
    expect(editionSchema.parse(JSON.parse(heard.printed)).articles[0]?.url).toBe(`${server.origin}/1`);
  });

  it('may be allowed by the config instead', async () => {
    writeFileSync(
      named('quick.yaml'),
      'fetch:\n  allowed: true\n  privateHosts: [127.0.0.1]\n  secondsBetweenRequests: 0\n',
    );
    expect(await run('clean', `${server.origin}/1`)).toBe(0);
    expect(JSON.parse(heard.printed).text).toContain('Two people were killed');
  });

  it('do not change what an edition says of itself: how bytes were got is no setting of it', async () => {
    writeFileSync(named('report.html'), page('Two'));
    await run('read', named('report.html'));
    const offline = JSON.parse(heard.printed).config;
    await run('read', named('report.html'), '--fetch');
    expect(JSON.parse(heard.printed).config).toEqual(offline);
  });
});

describe('variorum watch', () => {
  it('writes the edition, prints what moved, and exits as diff does', async () => {
    expect(await watch()).toBe(1);
    expect(heard.printed).toContain(': new. Because of Harbour Ledger');
    expect(heard.complained).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d UTC: 1 item, 1 new, 0 changed; 1 report in the edition\.\n$/,
    );
    expect(editionSchema.parse(JSON.parse(readFileSync(named('edition.json'), 'utf8'))).articles).toHaveLength(1);

    expect(await watch()).toBe(0);
    expect(heard.printed).toBe('Nothing changed.\n');

    server.pages.set('/1', page('Three'));
    server.pages.set('/feed', rss('Three killed in Norwick mill fire'));
    expect(await watch()).toBe(1);
    expect(heard.printed).toMatch(/Killed: 2 became 3\. Because of Harbour Ledger[^\n]*\(changed since\)\./);
  });

  it('exits 3 where nothing moved and a feed could not be read', async () => {
    await watch();
    server.pages.delete('/feed');
    expect(await watch()).toBe(3);
    expect(heard.complained).toContain('1 feed not read');
    expect(heard.complained).toContain('[fetch/http-status]');
  });

  it('writes other formats, and compares with what it keeps beside', async () => {
    expect(await watch('--format', 'md')).toBe(1);
    expect(readFileSync(named('edition.json'), 'utf8')).toMatch(/^#/);
    expect(await watch('--format', 'md')).toBe(0);
  });

  it('does not write over an edition that is not its own', async () => {
    writeFileSync(named('edition.json'), '{}');
    expect(await watch()).toBe(2);
    expect(heard.complained).toContain('it is there and not of this watch');
    expect(readFileSync(named('edition.json'), 'utf8')).toBe('{}');
    expect(existsSync(named('edition.json.watch'))).toBe(false);
  });

  it.each([
    ['--every', 'soon'],
    ['--every', '0m'],
    ['--every', '5s'],
  ])('refuses %s %s', async (option, value) => {
    expect(await watch(option, value)).toBe(2);
    expect(server.asked).toEqual([]);
  });

  it('goes on until it is told to stop', async () => {
    writeFileSync(named('feed.xml'), rss('Two killed in Norwick mill fire'));
    const watching = run('watch', named('feed.xml'), '--out', named('edition.json'), '--every', '1s');
    await vi.waitFor(() => expect(heard.printed).toContain('Nothing changed.'), { timeout: 15_000 });
    process.emit('SIGTERM');
    expect(await watching).toBe(0);
  });
});

describe('a saved page', () => {
  it('is one report, at the address it was saved from', async () => {
    mkdirSync(named('saved/fire_files'), { recursive: true });
    const note = '<!-- saved from url=(0024)https://ledger.example/1 -->';
    writeFileSync(named('saved/fire.html'), `<!doctype html>\n${note}\n${page('Two')}`);
    writeFileSync(named('saved/fire_files/frame.html'), page('Nine'));
    writeFileSync(named('saved/fire_files/style.css'), 'p { color: red }');
    expect(await run('clean', named('saved'))).toBe(0);
    expect(
      heard.printed
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).url),
    ).toEqual(['https://ledger.example/1']);
  });
});
