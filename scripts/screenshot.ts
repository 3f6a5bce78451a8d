import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { editionSchema } from '../src/model/index.ts';
import { publishHtml } from '../src/publish/html/index.tsx';

/**
 * Take screenshots of a page at phone and desk width, light and dark:
 * `tsx scripts/screenshot.ts PAGE.html|EDITION.json FOLDER [HASH]`.
 *
 * An edition is printed as a page first, with the assets in `web/dist` (`npm run build -w web`).
 */
const [input = '', folder = 'out', hash = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  // With a single process, the browser would end when its first tab is closed.
  args: ['--no-sandbox', ...chromium.args.filter((arg) => arg !== '--single-process')],
  headless: true,
});
const page = printPage(input, folder);
for (const width of [390, 1440]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const tab = await browser.newPage({
      viewport: { width, height: width === 390 ? 844 : 1000 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    await tab.goto(`${pathToFileURL(page).href}${hash}`);
    await tab.waitForTimeout(300);
    await tab.screenshot({ path: join(folder, `${width}-${colorScheme}.png`) });
    await tab.screenshot({ path: join(folder, `${width}-${colorScheme}-full.png`), fullPage: true });
    await tab.close();
  }
}
await browser.close();

function printPage(path: string, into: string): string {
  if (!path.endsWith('.json')) return path;
  const asset = (name: string) => readFileSync(new URL(`../web/dist/${name}`, import.meta.url), 'utf8');
  const edition = editionSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const html = publishHtml(edition, { assets: { style: asset('page.css'), script: asset('page.js') } });
  const target = join(into, 'page.html');
  writeFileSync(target, html);
  return target;
}
