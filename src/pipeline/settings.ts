import { z } from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
// From `options.ts`, which loads nothing of a stage: a thread that hands work out needs none of their data, which is 100 MB.
import { defaults as annotate } from '../annotate/options.ts';
import { defaults as clean } from '../clean/options.ts';
import { defaults as extract } from '../extract/options.ts';
import { defaults as ingest, unpackDefaults as unpack } from '../ingest/index.ts';
import { type FetchOptions, fetchDefaults } from '../io/index.ts';
import { defaults as link } from '../link/index.ts';
import { hashContent, isRecord } from '../model/index.ts';
import { policies, defaults as reconcileDefaults } from '../reconcile/index.ts';
import { type Bound, type BoundsOf, bounds, isWithin, sayBound } from './bounds.ts';
import { SettingsError } from './errors.ts';

/** Version of the package, as editions state it. */
export const version: string = packageJson.version;

/** Bounds on what one document may cost; past them it is set aside and the run goes on. */
const limits = { maxInputMegabytes: 64, maxSecondsPerDocument: 30, maxWorkerMegabytes: 2048 } as const;

// The policy is set once, for the run, and handed to the stage from there.
const { policy, ...reconcile } = reconcileDefaults;

const stages = { unpack, ingest, clean, annotate, extract, link, reconcile } as const;
const parts = { ...stages, fetch: fetchDefaults } as const;

/** `fast` reads words and phrases by rule; `deep` has the trained reader read sentences as well. */
export const readers = ['fast', 'deep'] as const;

/** Everything that decides what a run says; a config file holds any part of it. */
export interface Settings {
  readonly policy: string;
  readonly reader: (typeof readers)[number];
  /** Keep the names of single persons in claims. */
  readonly names: boolean;
  readonly limits: { readonly [name in keyof typeof limits]: number };
  /** How pages are got from the network, where that is allowed at all. */
  readonly fetch: FetchOptions;
  readonly unpack: typeof unpack;
  readonly ingest: typeof ingest;
  readonly clean: typeof clean;
  readonly annotate: typeof annotate;
  readonly extract: typeof extract;
  readonly link: typeof link;
  readonly reconcile: typeof reconcile;
}

export const defaults: Settings = { policy, reader: 'deep', names: false, limits, ...parts };

/** Any part of the settings; what is absent keeps its default. */
export type PartialSettings = PartsOf<Settings>;

export type PartsOf<T> = { readonly [name in keyof T]?: T[name] extends object ? PartsOf<T[name]> : T[name] };

/**
 * Complete settings from the parts given, later parts over earlier ones; checks every key and kind once, here.
 *
 * Throws SettingsError naming each unknown key and each wrong value.
 */
export function makeSettings(...parts: readonly unknown[]): Settings {
  let settings: Record<string, unknown> = { ...defaults };
  for (const part of parts) {
    const checked = settingsSchema.safeParse(part ?? {});
    if (!checked.success) throw new SettingsError(describe(checked.error));
    for (const [name, value] of Object.entries(checked.data)) {
      if (value === undefined) continue;
      settings = { ...settings, [name]: merge(settings[name], value) };
    }
  }
  return settings as unknown as Settings;
}

/** Hash the settings and the version: 16 hex digits that change when an edition may; how its bytes were got does not count. */
export function hashSettings({ fetch: _, ...settings }: Settings): string {
  return hashContent(JSON.stringify([version, sortKeys(leaveOutNew(settings))])).slice(0, 16);
}

/** A setting newer than its version counts only where it is not at its default: editions made before it keep their hash. */
function leaveOutNew({ reconcile, ...settings }: Omit<Settings, 'fetch'>): unknown {
  const { maxDeathDelayDays, ...older } = reconcile;
  const isDefault = maxDeathDelayDays === defaults.reconcile.maxDeathDelayDays;
  return { ...settings, reconcile: isDefault ? older : reconcile };
}

const settingsSchema = z.strictObject({
  policy: z.enum(policies.map(({ name }) => name)).optional(),
  reader: z.enum(readers).optional(),
  names: z.boolean().optional(),
  ...shapesOf({ limits, ...parts }, bounds satisfies BoundsOf<Settings>),
});

/** A bound, or the bounds of a part of the settings under their names. */
type BoundTree = Bound | { readonly [name: string]: BoundTree };

/** Make the schema of an options object from its defaults: the same keys, values of the same kinds within their bounds, each optional. */
function shapesOf(options: object, within: BoundTree): Readonly<Record<string, z.ZodType>> {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => {
      const bound = isBound(within) ? undefined : within[name];
      return [name, kindOf(value, bound).optional()];
    }),
  );
}

function kindOf(value: unknown, within: BoundTree = {}): z.ZodType {
  if (typeof value === 'number') return numberWithin(within);
  if (typeof value === 'boolean') return z.boolean();
  if (typeof value === 'string') return z.string();
  if (Array.isArray(value)) return z.array(z.string());
  if (isRecord(value)) return z.strictObject(shapesOf(value, within));
  return z.never();
}

function numberWithin(bound: BoundTree): z.ZodType {
  if (!isBound(bound)) throw new Error('a number of the settings has no bounds');
  return z.custom<number>((value) => isWithin(value, bound), { error: ({ input }) => sayBound(bound, input) });
}

function isBound(within: BoundTree): within is Bound {
  return 'isWhole' in within && typeof within.isWhole === 'boolean';
}

function merge(known: unknown, given: unknown): unknown {
  if (!isRecord(known) || !isRecord(given)) return given ?? known;
  return {
    ...known,
    ...Object.fromEntries(Object.entries(given).map(([name, value]) => [name, merge(known[name], value)])),
  };
}

function describe(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'config'}: ${issue.message}`).join('; ');
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (!isRecord(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sortKeys(value[name])]));
}
