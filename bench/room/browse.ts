import type { Page } from 'playwright-core';
import { chooseRows } from '../../src/service/index.ts';
import type { ServedRoom } from '../../test/kits/room.ts';

const tries = 7;
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Look at a room in a browser, and tell how fast it is, a line a figure. */
export async function lookAtRoom({ browser, origin, invite, room }: ServedRoom): Promise<readonly string[]> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  await page.goto(invite('A. Coder'));
  const [first] = chooseRows(room.board.values(), {});
  const views = [
    ['front', '/', '.waits, .note'],
    ['table', '/incidents', '.board a'],
    ['queue', '/queue', '.queue a'],
    ['record', `/incidents/${first?.id}`, '.record .row'],
  ] as const;
  const lines: string[] = [];
  for (const [name, path, ready] of views) {
    const paints: number[] = [];
    const readies: number[] = [];
    for (let turn = 0; turn < tries; turn += 1) {
      await page.goto(origin + path);
      await page.waitForSelector(ready);
      readies.push(await page.evaluate(() => performance.now()));
      paints.push(
        await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN),
      );
    }
    lines.push(
      `${name}: first paint ${median(paints).toFixed(0)} ms, content ${median(readies).toFixed(0)} ms (median of ${tries})`,
    );
  }
  // An archive that is used again has been decided about before.
  const undecided = chooseRows(room.board.values(), {}).filter(({ decided }) => decided === undefined);
  lines.push(await timeActions(page, origin, undecided.slice(0, 20)));
  lines.push(await scrollTable(page, origin));
  await context.close();
  return lines;
}

/** Accept the first figure of some records by key, and tell how soon it is said to be kept. */
async function timeActions(page: Page, origin: string, rows: readonly { readonly id: string }[]): Promise<string> {
  const times: number[] = [];
  for (const { id } of rows) {
    await page.goto(`${origin}/incidents/${id}`);
    await page.waitForSelector('.record .row');
    await page.keyboard.press('j');
    const from = await page.evaluate(() => performance.now());
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.notice')?.textContent?.includes('accepted'));
    times.push((await page.evaluate(() => performance.now())) - from);
  }
  const sorted = times.sort((a, b) => a - b);
  return `accept by key, until it says so: median ${median(sorted).toFixed(0)} ms, longest of ${sorted.length} ${(sorted.at(-1) ?? 0).toFixed(0)} ms`;
}

const steps = 60;
const stepPx = 700;

/** Scroll the table by screens and tell how many frames showed a row that was not there yet. */
async function scrollTable(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}/incidents`);
  await page.waitForSelector('.board a');
  let gaps = 0;
  for (let step = 1; step <= steps; step += 1) {
    await page.evaluate(
      ([top]) => {
        document.querySelector('.rows')?.scrollTo(0, top ?? 0);
        return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      },
      [step * stepPx],
    );
    const isGap = await page.evaluate(() => {
      const box = document.querySelector('.rows')?.getBoundingClientRect();
      const at = document.elementFromPoint(400, (box?.top ?? 0) + (box?.height ?? 0) / 2);
      return at?.closest('tr')?.querySelector('a') === null;
    });
    if (isGap) gaps += 1;
  }
  return `scrolling by ${steps} screens: ${gaps} frames with a row that was not there yet`;
}
