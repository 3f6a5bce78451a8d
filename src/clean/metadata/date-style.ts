import pageWords from '../../../data/page-words.json' with { type: 'json' };
import type { Page } from '../../model/index.ts';
import { hostOf, originalAddress } from './address.ts';
import { type DateStyle, readDate, tellOrder } from './dates.ts';

const monthFirst: ReadonlySet<string> = new Set(pageWords.monthFirstRegions);
const placeless: ReadonlySet<string> = new Set(pageWords.placelessDomains);

/**
 * Tell how a page writes dates of numbers: by its dates that can be read one way only, else by its language and region, else by the
 * country of its address. What is without doubt among `words` says which reading of the others is meant.
 */
export function readStyle(page: Page, words: readonly string[], now: string): DateStyle {
  const orders = words.map(tellOrder);
  const near = words.flatMap((one, at) => (orders[at] === undefined ? readDay(one, now) : []));
  const dayFirst = orderOf(orders) ?? readRegion(page) ?? readDomain(page);
  return { now, near, ...(dayFirst === undefined ? {} : { dayFirst }) };
}

function readDay(words: string, now: string): readonly string[] {
  const reading = readDate(words, { now });
  return 'value' in reading ? [reading.value.slice(0, 10)] : [];
}

function orderOf(orders: readonly ReturnType<typeof tellOrder>[]): boolean | undefined {
  const [days, months] = [orders.includes('day-first'), orders.includes('month-first')];
  return days === months ? undefined : days;
}

/** Many sites elsewhere leave "en-US" as their program came with it, so that it says nothing. */
function readRegion({ fields }: Page): boolean | undefined {
  for (const { name, value } of fields) {
    if (name !== 'language') continue;
    const [language = '', region = ''] = value.split(/[-_]/);
    if (region.length === 2 && region.toUpperCase() !== 'US') return !monthFirst.has(region.toUpperCase());
    if (language.length === 2 && language.toLowerCase() !== 'en') return true;
  }
  return undefined;
}

function readDomain({ source }: Page): boolean | undefined {
  const ending = /\.([a-z]{2})$/.exec(hostOf(originalAddress(source.url ?? '')))?.[1];
  if (ending === undefined || placeless.has(ending)) return undefined;
  return !monthFirst.has(ending.toUpperCase());
}
