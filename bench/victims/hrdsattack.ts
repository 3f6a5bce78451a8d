import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { findShared } from '../../test/kits/shared.ts';

const field = z.string().nullish();
const recordSchema = z.object({
  sample: z.object({
    'Input.GLOBALEVENTID': z.union([z.number(), z.string()]).transform(String),
    'Input.title': z.string(),
    'Input.publish_date': z.string(),
    'Input.article_interface': z.string(),
  }),
  merged_sample: z.object({
    year: field,
    month: field,
    date: field,
    city: field,
    region: field,
    country: field,
    victims: z.array(z.object({ victim_population_type: z.string() })),
  }),
});

export const placeLevels = ['city', 'region', 'country'] as const;
export type PlaceLevel = (typeof placeLevels)[number];

/** A report of an attack on people who defend human rights, with what annotators say of the attack. */
export interface AttackCase {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly published: string;
  /** Number of victims; undefined where some are a crowd of unknown number. */
  readonly victims: number | undefined;
  /** Day, month or year of the attack, as precisely as is stated. */
  readonly day: string | undefined;
  readonly place: Readonly<Partial<Record<PlaceLevel, string>>>;
}

/** Read the development part of HRDsAttack; undefined where it is absent. */
export function readAttacks(): readonly AttackCase[] | undefined {
  const path = findShared('corpora/news/hrdsattack/dev.json.gz');
  if (path === undefined) return undefined;
  const records: unknown = JSON.parse(gunzipSync(readFileSync(path)).toString('utf8'));
  return z.array(recordSchema).parse(records).map(makeCase);
}

/** Make a day from the fields as annotators typed them ("2021.0", "Novermber", "18.0"); undefined without a year. */
export function dayOf(year: string, month: string, date: string): string | undefined {
  const [y, d] = [Number(year), Number(date)];
  if (!(y > 0)) return undefined;
  const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
  const named = names.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const m = named > 0 ? named : Number(month);
  if (!(m > 0)) return `${y}`;
  const two = (number: number) => `${number}`.padStart(2, '0');
  return d > 0 ? `${y}-${two(m)}-${two(d)}` : `${y}-${two(m)}`;
}

/** Read the paragraphs of an article from its markup. */
export function textOfMarkup(markup: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
  return markup
    .replaceAll(/<\/p>\s*/g, '\n\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|nbsp);/g, (whole, name: string) => named[name] ?? whole)
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .trim();
}

function makeCase({ sample, merged_sample: told }: z.infer<typeof recordSchema>): AttackCase {
  const named = (name: string | null | undefined) =>
    /^(?:none|unknown|)$/i.test(name ?? '') ? undefined : (name ?? '');
  const alone = told.victims.every((victim) => victim.victim_population_type === 'individual');
  const places = placeLevels.flatMap((level) => {
    const name = named(told[level]);
    return name === undefined ? [] : [[level, name] as const];
  });
  return {
    id: sample['Input.GLOBALEVENTID'],
    title: sample['Input.title'],
    text: textOfMarkup(sample['Input.article_interface']),
    published: sample['Input.publish_date'].slice(0, 10),
    victims: alone && told.victims.length > 0 ? told.victims.length : undefined,
    day: dayOf(told.year ?? '', told.month ?? '', told.date ?? ''),
    place: Object.fromEntries(places),
  };
}
