import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import chromium from '@sparticuz/chromium';
import axe, { type AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Edition, isCountRecord } from '../src/model/index.ts';
import { type HtmlAssets, publishHtml } from '../src/publish/html/index.tsx';
import { formatRange } from '../src/publish/wording/figures.ts';
import { formatBest } from '../src/publish/wording/standing.ts';
import { policies, revise } from '../src/reconcile/index.ts';
import { c, market, station } from './kits/claims.ts';
import { marketEdition } from './kits/edition.ts';
import { makeManyReports } from './kits/many.ts';
import { severalEdition } from './kits/several.ts';

const desk = { width: 1440, height: 1000 };
const phone = { width: 390, height: 844 };
let browser: Browser;
let assets: HtmlAssets;
let folder: string;
let address: string;

/** Build `web/` in memory, so that the test never uses an outdated `web/dist`. */
async function buildAssets(): Promise<HtmlAssets> {
  const root = fileURLToPath(new URL('../web', import.meta.url));
  const built = await build({ root, configFile: join(root, 'vite.config.ts'), build: { write: false } });
  const files = (Array.isArray(built) ? built : [built]).flatMap((each) => ('output' in each ? each.output : []));
  const script = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('');
  const style = files.flatMap((file) => (file.type === 'asset' ? [String(file.source)] : [])).join('');
  return { script, style };
}

function save(name: string, edition: Edition): string {
  const path = join(folder, name);
  writeFileSync(path, publishHtml(edition, { assets }));
  return pathToFileURL(path).href;
}

/** Open the page from a file, as a mail attachment would be, and record its network requests and errors. */
async function open(hash = '', options: BrowserContextOptions = {}, url = address) {
  const context = await browser.newContext({ viewport: desk, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(`dialog ${dialog.message()}`));
  await page.goto(url + hash);
  return { page, requests, complaints };
}

const line = (id: string) => `#c-${id}`;
const words = (id: string) => `#texts :is([data-t~="${id}"], a.lit[href="#c-${id}"])`;

async function findSerious(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate<AxeResults>(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })",
  );
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ target }) => String(target))
          .slice(0, 4)
          .join(' ')}`,
    );
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-page-'));
  assets = await buildAssets();
  browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', ...chromium.args.filter((arg) => arg !== '--single-process')],
    headless: true,
  });
  address = save('market.html', marketEdition);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the page in a real browser', () => {
  test('asks the network for nothing and complains of nothing', async () => {
    const { page, requests, complaints } = await open();
    await page.click(`${line(c.thirteen.id)} .quote`);
    await page.waitForTimeout(100);
    expect(requests).toEqual([address]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a value opens its words in the text, and the words open the value', async () => {
    const { page } = await open();
    await page.click(`${line(c.fifteen.id)} .quote`);
    const lit = page.locator(words(c.fifteen.id)).first();
    await expect.poll(() => lit.getAttribute('class')).toContain('on');
    expect(await lit.textContent()).toBe('Fifteen people, among them the bomber, died');
    expect(await isInView(page, words(c.fifteen.id))).toBe(true);
    expect(page.url()).toContain(`#i=${market}&a=killed&c=${c.fifteen.id}`);
    await page.selectOption('#texts select', 'A');
    await page.click(words(c.station31.id));
    expect(await page.locator(line(c.station31.id)).getAttribute('class')).toContain('on');
    expect(await isInView(page, line(c.station31.id))).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(`c-${c.station31.id}`);
    await page.context().close();
  });

  test('works by keyboard: Enter goes to the words, Escape comes back', async () => {
    const { page } = await open();
    await page.focus(`${line(c.nine.id)} .quote`);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('At least nine people were killed');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.closest('li')?.id)).toBe(`c-${c.nine.id}`);
    await page.focus(`#i-${market}-injured summary`);
    await page.keyboard.press('Enter');
    expect(await page.isVisible(line(c.fifty.id))).toBe(true);
    await page.context().close();
  });

  test('a deep link restores incident, attribute and claim', async () => {
    const { page } = await open(`#i=${station}&a=killed&c=${c.station30.id}`);
    expect(await page.isVisible(line(c.station30.id))).toBe(true);
    expect(await isInView(page, line(c.station30.id))).toBe(true);
    expect(await page.isVisible(words(c.station30.id))).toBe(true);
    expect(await page.inputValue('#texts select')).toBe('E');
    await page.context().close();
  });

  test('the back button goes back through what was shown', async () => {
    const { page } = await open();
    await page.click(`${line(c.thirteen.id)} .quote`);
    await page.click(`${line(c.nine.id)} .quote`);
    expect(await page.inputValue('#texts select')).toBe('A');
    await page.goBack();
    expect(await page.inputValue('#texts select')).toBe('E');
    expect(await page.locator(line(c.thirteen.id)).getAttribute('class')).toContain('on');
    await page.context().close();
  });

  test('on a phone a text slides over the record and the back button takes it away', async () => {
    const { page } = await open('', { viewport: phone, hasTouch: true });
    expect(await page.isVisible('#texts')).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    await page.tap(`${line(c.fourteen.id)} .quote`);
    expect(await page.isVisible(words(c.fourteen.id))).toBe(true);
    expect(await isInView(page, words(c.fourteen.id))).toBe(true);
    await page.goBack();
    expect(await page.isVisible('#texts')).toBe(false);
    await page.tap(`${line(c.fourteen.id)} .quote`);
    await page.click('#texts .close');
    expect(await page.isVisible('#texts')).toBe(false);
    await page.context().close();
  });

  test('copying a reading copies value, words, outlet, date and link', async () => {
    const { page } = await open();
    await page.evaluate(() => {
      document.addEventListener('copy', (event) => {
        document.body.dataset.copied = event.clipboardData?.getData('text/plain') ?? '';
      });
    });
    await page.evaluate(
      (id) => getSelection()?.selectAllChildren(document.querySelector(id) ?? document.body),
      line(c.nine.id),
    );
    await page.keyboard.press('Control+c');
    const copied = await page.evaluate(() => document.body.dataset.copied ?? '');
    for (const part of [
      'Killed: at least 9',
      'At least nine people were killed',
      'Oskara Herald, 13 September 2025',
      `c=${c.nine.id}`,
    ]) {
      expect(copied).toContain(part);
    }
    await page.hover(line(c.nine.id));
    await page.click(`${line(c.nine.id)} button.copy`);
    expect(await page.textContent(`${line(c.nine.id)} button.copy`)).toBe('copied');
    await page.context().close();
  });

  test('the policy switch reconciles again in the page, and the address keeps it', async () => {
    const { page, complaints } = await open();
    const figure = `#i-${market}-killed .accepted`;
    const own = await page.textContent(figure);
    for (const { name } of policies) {
      await page.selectOption('#policy', name);
      const record = revise(
        marketEdition,
        { policy: name },
        { now: '2031-01-01T00:00:00Z', seed: 0 },
      ).value.incidents.find(({ id }) => id === market)?.attributes.killed;
      if (record === undefined || !isCountRecord(record)) throw new Error('the market has a record of the killed');
      expect((await page.textContent(figure))?.trim()).toBe([formatBest(record), formatRange(record)].join(' ').trim());
      expect(await page.textContent(`#i-${market}-killed .why`)).toBe(record.why);
    }
    await page.selectOption('#policy', 'gtd');
    expect(page.url()).toContain('p=gtd');
    await page.click(`${line(c.nine.id)} .quote`);
    expect(page.url()).toContain('p=gtd');
    const shown = await page.textContent(figure);
    const again = await open('#p=gtd');
    expect(await again.page.textContent(figure)).toBe(shown);
    expect(await again.page.inputValue('#policy')).toBe('gtd');
    await again.page.selectOption('#policy', marketEdition.config.policy);
    expect(own).toBeTruthy();
    expect(complaints).toEqual([]);
    await again.page.context().close();
    await page.context().close();
  });

  test('several stories: the list leads to a record and its first text, by script and without', async () => {
    const url = save('several.html', severalEdition);
    const { page, complaints } = await open('', {}, url);
    expect(await page.inputValue('#texts select')).toBe('A');
    await page.click('#stories a[href="#s-2"]');
    expect(await isInView(page, '#s-2 h2')).toBe(true);
    expect(page.url()).toContain(`#i=${station}`);
    expect(await page.inputValue('#texts select')).toBe('E');
    expect(await isInView(page, '#x-E .source')).toBe(true);
    await page.goBack();
    expect(page.url()).toBe(url);
    await page.click(`#i-${station}-killed summary`);
    expect(await page.isVisible(line(c.station30.id))).toBe(true);
    await page.selectOption('#policy', 'gtd');
    const listed = await page.textContent(`#stories [data-brief="${station}-killed"] b`);
    expect(listed).toBe(await page.textContent(`.timeline [data-brief="${station}-killed"] b`));
    expect(complaints).toEqual([]);
    await page.context().close();
    const plain = await open('', { javaScriptEnabled: false }, url);
    await plain.page.click('#stories a[href="#s-2"]');
    expect(await isInView(plain.page, '#s-2 h2')).toBe(true);
    await plain.page.context().close();
  });

  test('a text far down the key stands at the top of the pane once it is chosen', async () => {
    const { page } = await open('', {}, save('sixty.html', makeManyReports(60)));
    await page.selectOption('#texts select', { index: 59 });
    const siglum = await page.inputValue('#texts select');
    expect(await isInView(page, `#x-${siglum} .source`)).toBe(true);
    await page.context().close();
  });

  test('prints without chrome and with every text', async () => {
    const { page } = await open();
    await page.emulateMedia({ media: 'print' });
    expect(await page.isVisible('nav')).toBe(false);
    expect(await page.isVisible('#texts select')).toBe(false);
    expect(await page.isVisible('button.copy')).toBe(false);
    expect(await page.isVisible('#x-E')).toBe(true);
    const pages =
      (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(3);
    expect(pages).toBeLessThan(16);
    await page.context().close();
  });

  test.each([
    ['one story, light', marketEdition, { viewport: desk, colorScheme: 'light' as const }],
    ['one story, dark', marketEdition, { viewport: desk, colorScheme: 'dark' as const }],
    ['one story, phone', marketEdition, { viewport: phone, colorScheme: 'light' as const }],
    ['several stories, light', severalEdition, { viewport: desk, colorScheme: 'light' as const }],
    ['several stories, phone, dark', severalEdition, { viewport: phone, colorScheme: 'dark' as const }],
  ])('has no serious accessibility violation: %s', async (_, edition, options) => {
    const { page } = await open('', options, save('axe.html', edition));
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await findSerious(page)).toEqual([]);
    await page.context().close();
  });

  test('is readable with scripts off: record, apparatus and every text are there, and fragments reach folded lines', async () => {
    const { page } = await open('', { javaScriptEnabled: false });
    for (const siglum of ['A', 'B', 'C', 'D', 'E']) expect(await page.isVisible(`#x-${siglum}`)).toBe(true);
    expect(await page.isVisible(`#i-${market}-killed .figure`)).toBe(true);
    expect(await page.isVisible(line(c.thirteen.id))).toBe(true);
    await page.click(`${line(c.thirteen.id)} .quote`);
    expect(await isInView(page, words(c.thirteen.id))).toBe(true);
    await page.click(words(c.fortyEight.id));
    expect(await isInView(page, line(c.fortyEight.id))).toBe(true);
    await page.context().close();
  });

  test('runs nothing that a headline, outlet or quote smuggles in', async () => {
    const { page, complaints, requests } = await open('', {}, save('hostile.html', makeHostile()));
    expect(await page.locator('img, iframe, #x-A script').count()).toBe(0);
    expect(await page.locator('script:not([type])').count()).toBe(1);
    expect(await page.textContent('h1')).toContain('</title><script>alert(1)</script>');
    expect(complaints).toEqual([]);
    expect(requests).toHaveLength(1);
    await page.context().close();
  });

  test('carries two hundred reports in under 5 MB and opens at once', async () => {
    const edition = makeManyReports(200);
    const html = publishHtml(edition, { assets });
    expect(Buffer.byteLength(html)).toBeLessThan(5_000_000);
    const { page, complaints } = await open('', {}, save('many.html', edition));
    await page.waitForSelector('#texts select');
    const painted = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
    // 0.5 s when measured alone; the limit leaves room for a busy machine.
    expect(painted).toBeLessThan(5_000);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

async function isInView(page: Page, selector: string): Promise<boolean> {
  await page.waitForTimeout(60);
  const box = await page.locator(selector).first().boundingBox();
  const size = page.viewportSize();
  return (
    box !== null && size !== null && box.y >= 0 && box.y + Math.min(box.height, 40) <= size.height && box.height > 0
  );
}

function makeHostile(): Edition {
  const evil = '</title><script>alert(1)</script><img src="https://evil.example/x.png" onerror=alert(2)>';
  const [first, ...others] = marketEdition.articles;
  if (first === undefined) throw new Error('the market edition has articles');
  const tail = `\n\n"><svg onload=alert(3)> ${evil} javascript:alert(4) \u202e`;
  return {
    ...marketEdition,
    articles: [
      { ...first, outlet: evil, headline: evil, url: 'javascript:alert(5)', text: first.text + tail },
      ...others,
    ],
    incidents: marketEdition.incidents.map((incident) => ({ ...incident, title: evil })),
    issues: [{ code: 'clean/hostile', severity: 'warning', message: evil, path: evil }],
  };
}
