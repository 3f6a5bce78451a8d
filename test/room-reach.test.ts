import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseRows, listLog } from '../src/service/index.ts';
import { type ServedRoom, serveTestRoom } from './kits/room.ts';

const desk = { width: 1400, height: 900 };
const phone = { width: 390, height: 844 };
let served: ServedRoom;

beforeAll(async () => {
  served = await serveTestRoom();
}, 240_000);
afterAll(() => served?.close());

async function enter(options: Parameters<typeof served.browser.newContext>[0] = {}): Promise<Page> {
  const context = await served.browser.newContext({ viewport: desk, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(served.invite('A. Coder'));
  await page.waitForSelector('#view main h1');
  return page;
}

const rowOf = (words: string) => chooseRows(served.room.board.values(), { words })[0];
const saying = (page: Page) => page.locator('.notice').textContent();

async function openRecord(page: Page, words: string): Promise<string> {
  const id = rowOf(words)?.id ?? '';
  await page.goto(`${served.origin}/incidents/${id}`);
  await page.waitForSelector('.record-view');
  return id;
}

/** Where some words of the report that is shown stand on the screen: their first and last sign. */
function findWords(page: Page, length: number) {
  return page.evaluate((count) => {
    const piece = document.querySelector('#texts article[data-shown="yes"] .text p:nth-of-type(2)');
    const walker = document.createTreeWalker(piece ?? document.body, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    while (node !== null && (node.textContent ?? '').length <= count) node = walker.nextNode();
    if (node === null) throw new Error('no words');
    node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const range = document.createRange();
    range.setStart(node, 0);
    range.setEnd(node, count);
    const boxes = [...range.getClientRects()];
    const [first, last] = [boxes[0], boxes.at(-1)];
    if (first === undefined || last === undefined) throw new Error('no box');
    return {
      words: range.toString(),
      from: { x: first.left + 1, y: first.top + first.height / 2 },
      to: { x: last.right + 1, y: last.top + last.height / 2 },
    };
  }, length);
}

describe('by mouse alone', () => {
  test('a figure is added by dragging over its words, and taken back by a button', async () => {
    const page = await enter();
    await openRecord(page, 'lisbon');
    const { words, from, to } = await findWords(page, 30);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 6 });
    await page.mouse.up();
    await page.locator('#texts .told button').click();
    await page.waitForSelector('form.act');
    const quoted = await page.locator('form.act input').first().inputValue();
    expect(words).toContain(quoted.slice(0, 20));
    await page.locator('form.act select').selectOption('rescued');
    await page.locator('form.act input').nth(1).fill('4');
    await page.locator('form.act input').nth(2).fill('the reader missed it');
    await page.locator('form.act button[type=submit]').click();
    await expect.poll(() => listLog(served.room).lines[0]?.decision.action).toBe('add-claim');
    expect(listLog(served.room).lines[0]?.decision.claims?.[0]?.exact).toBe(quoted);
    await page.locator('.tools.whole button:has-text("take the last back")').click();
    await expect.poll(() => listLog(served.room).lines[0]?.undone).toBe('It was a slip.');
    await page.context().close();
  });

  test('a figure is accepted by mouse, and the keys go on to what is open', async () => {
    const page = await enter();
    const id = await openRecord(page, 'upland');
    const left = () => page.locator('.record [data-open]').count();
    const before = await left();
    await page.locator('[data-a="killed"] .tools button').first().click();
    await expect.poll(left).toBe(before - 1);
    for (let at = 1; at < before; at += 1) {
      for (let tries = 0; (await left()) > before - 1 - at && tries < 4; tries += 1) {
        await page.keyboard.press('Enter');
        await page.waitForTimeout(400);
      }
      expect([at, await left(), page.url().includes(id)]).toEqual([at, before - 1 - at, true]);
    }
    await page.context().close();
  });

  test('a record is split, and merged with another', async () => {
    const page = await enter();
    await openRecord(page, 'lantern');
    const before = served.room.board.size;
    await page.locator('.tools.whole button:has-text("split")').click();
    await page.locator('form.act .option input').nth(1).check();
    await page.locator('form.act .field:has-text("Reason") input').fill('it is another day');
    await expect.poll(() => page.locator('.preview').textContent()).not.toBe('');
    await page.locator('form.act button[type=submit]').click();
    await expect.poll(() => saying(page)).toContain('Split');
    expect(served.room.board.size).toBe(before + 1);
    await page.locator('.tools.whole button:has-text("merge")').click();
    await page.locator('form.act [aria-label="Words of the other incident"]').fill('lantern');
    await page.locator('form.act .option:not(:has-text("Upland")) input').first().check();
    await page.locator('form.act .field:has-text("Reason") input').fill('it is the same after all');
    await page.locator('form.act button[type=submit]').click();
    await expect.poll(() => saying(page)).toContain('Merge');
    expect(served.room.board.size).toBe(before);
    expect(listLog(served.room).lines[0]?.decision).toMatchObject({ action: 'merge', by: 'A. Coder' });
    await page.context().close();
  });
});

test('by touch on a phone: words are selected, and a figure is added from them', async () => {
  const page = await enter({ viewport: phone, hasTouch: true, isMobile: true });
  await openRecord(page, 'upland');
  await page.locator('[data-a="killed"] .claim .quote').first().tap();
  await page.waitForSelector('#texts.raised');
  const { words } = await findWords(page, 25);
  // A finger selects by a long press, which the system turns into a selection.
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('#texts') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted);
      if (at !== -1) return getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
    return undefined;
  }, words);
  await page.locator('#texts .told button').tap();
  await page.waitForSelector('form.act');
  expect(await page.locator('form.act input').first().inputValue()).toBe(words.trim());
  expect(await page.locator('#texts.raised').count()).toBe(0);
  const box = await page.locator('form.act button[type=submit]').boundingBox();
  expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(24);
  await page.context().close();
});

const paths = [
  '/',
  '/queue',
  '/incidents',
  '/reports',
  '/agreement',
  '/editions',
  '/map',
  '/timeline',
  '/log',
  '/help',
];
const views = [...paths, '/settings', 'record', 'code'];

function pathOf(view: string): string {
  if (view === 'record') return `/incidents/${rowOf('lantern')?.id}`;
  return view === 'code' ? `/code/${rowOf('lantern')?.id}` : view;
}

test('at 200 % of 1280 pixels nothing is cut off, and nothing scrolls sideways', async () => {
  const page = await enter({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
  for (const view of views) {
    await page.goto(served.origin + pathOf(view));
    await page.waitForSelector('#view main h1');
    const found = await page.evaluate(() => {
      const isCut = (element: HTMLElement): boolean => {
        const { right, left, width } = element.getBoundingClientRect();
        if (width === 0 || getComputedStyle(element).visibility === 'hidden') return false;
        return (
          (right > innerWidth + 1 || left < -1) &&
          element.closest('.sr, .skip, [hidden], svg, .map, .room-head nav, .board thead') === null
        );
      };
      const cut = [...document.querySelectorAll<HTMLElement>('a, button, input, select, h1, h2')].filter(isCut);
      return {
        sideways: document.documentElement.scrollWidth > innerWidth,
        cut: cut.slice(0, 4).map((element) => `${element.tagName} ${element.textContent?.slice(0, 30)}`),
      };
    });
    expect([view, found]).toEqual([view, { sideways: false, cut: [] }]);
  }
  await page.context().close();
});

test('whoever asks for less motion gets none', async () => {
  const page = await enter();
  for (const view of ['/', '/incidents', 'record', '/map']) {
    await page.goto(served.origin + pathOf(view));
    await page.waitForSelector('#view main h1');
    const moving = await page.evaluate(() => [
      ...document.getAnimations().map((animation) => String(animation)),
      ...[...document.querySelectorAll('*')].flatMap((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        const isSlow = transitionDuration.split(', ').some((time) => Number.parseFloat(time) > 0.01);
        return isSlow || animationName !== 'none' || scrollBehavior === 'smooth' ? [element.className] : [];
      }),
    ]);
    expect([view, moving]).toEqual([view, []]);
  }
  await page.context().close();
});

test('where the keyboard is can be seen, on every view', async () => {
  const page = await enter();
  for (const view of views) {
    await page.goto(served.origin + pathOf(view));
    await page.waitForSelector('#view main h1');
    for (let at = 0; at < 25; at += 1) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const element = document.activeElement;
        if (!(element instanceof HTMLElement) || element === document.body) return 'nothing';
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        const isMarked = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
        const { width, height, top, bottom } = element.getBoundingClientRect();
        const isThere = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
        return isMarked && isThere
          ? 'seen'
          : `${element.tagName}.${element.className} ${element.textContent?.slice(0, 30)}`;
      });
      if (seen === 'nothing') break;
      expect([view, seen]).toEqual([view, 'seen']);
    }
  }
  await page.context().close();
}, 60_000);

test('without scripts the records are read all the same', async () => {
  const letIn = await served.browser.newContext({ javaScriptEnabled: false, viewport: desk });
  const page = await letIn.newPage();
  await page.goto(served.invite('B. Reader'));
  await page.locator('a[href="/plain"]').click();
  const [first] = await page.locator('main li a').all();
  const title = await first?.textContent();
  await first?.click();
  expect(await page.locator('h1').first().textContent()).not.toBe('');
  expect(await page.locator('body').textContent()).toContain(title ?? '?');
  expect(await page.locator('article .text, .texts article').count()).toBeGreaterThan(0);
  await letIn.close();
});

test('the server took nothing for its own mistake', () => {
  expect(served.complaints).toEqual([]);
});
