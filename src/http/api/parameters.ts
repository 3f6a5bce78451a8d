import { z } from 'zod';
import { attributes } from '../../model/index.ts';
import { policies } from '../../pipeline/index.ts';
import { exportChoices } from '../../service/index.ts';

// Parameters of queries: text of an address, read as what it stands for. `meta` says what is read, for the document.

/** A whole number. */
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** Yes or no. */
export const flag = z
  .enum(['true', 'false'])
  .transform((word) => word === 'true')
  .meta({ type: 'boolean', enum: [true, false] });

export const words = z.string().max(400).describe('Words, in any order; "in quotes" as a phrase');
export const day = z.iso.date();
export const attribute = z.enum(attributes);

/** How many at once, and from where on. */
export const paging = {
  limit: whole(1, 200).default(20).describe('At most so many'),
  cursor: z.string().min(1).max(500).optional().describe('The `next` of the page before'),
};

/** Under which policy, and as of when. */
export const revision = {
  policy: z.enum(policies.map(({ name }) => name) as [string, ...string[]]).optional(),
  asOf: z
    .union([z.iso.date(), z.iso.datetime({ precision: 3 })])
    .optional()
    .describe('What was known at a day or instant'),
};

const name = z.string().min(1).max(200);

/** Parts of paths. */
export const pathSchemas: Readonly<Record<string, z.ZodType>> = {
  incident: name,
  article: z.string().min(1).max(500).describe('Id, or for versions the address too'),
  before: name.describe('Name of a released edition, or `now`'),
  after: name.describe('Name of a released edition, or `now`'),
  decision: name,
  job: name,
  webhook: name,
  delivery: name,
  format: z.enum(exportChoices.formats as readonly [string, ...string[]]),
};
