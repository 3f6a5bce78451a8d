import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Range } from '../../src/model/index.ts';
import { findShared } from '../../test/kits/shared.ts';
import { headOf } from './heads.ts';

const range = { start: z.int().nonnegative(), end: z.int().positive(), text: z.string() };
const wikieventsSchema = z.object({
  id: z.string(),
  text: z.string(),
  annotations: z.object({
    entities: z.record(z.string(), z.object(range)),
    events: z.array(
      z.object({
        type: z.string(),
        trigger: z.object(range),
        arguments: z.array(z.object({ role: z.string(), entity: z.string() })),
      }),
    ),
  }),
});
const ramsSchema = z.object({
  id: z.string(),
  text: z.string(),
  annotations: z.object({
    event_type: z.string(),
    trigger: z.object(range),
    arguments: z.array(z.object({ role: z.string(), ...range })),
  }),
});

export const harms = ['killed', 'injured'] as const;
export type Harm = (typeof harms)[number];

/** A victim, given by the range of its head word in the text. */
export interface GoldVictim {
  readonly harm: Harm;
  readonly head: Range;
}

/** A text with its victims; where only one of its events is annotated, `judged` is the trigger word of that event. */
export interface VictimCase {
  readonly id: string;
  readonly text: string;
  readonly victims: readonly GoldVictim[];
  readonly judged?: Range;
}

/** Read WikiEvents: whole articles with all their events; undefined where the corpus is absent. */
export function readWikievents(): readonly VictimCase[] | undefined {
  return readLines('wikievents_dev_test')?.map((line) => caseOfWikievents(wikieventsSchema.parse(line)));
}

/**
 * Read RAMS: passages of five sentences with one event each; only those with a victim of death or injury. Undefined where the
 * corpus is absent.
 */
export function readRams(): readonly VictimCase[] | undefined {
  return readLines('rams_dev_test')
    ?.map((line) => caseOfRams(ramsSchema.parse(line)))
    .filter(({ victims }) => victims.length > 0);
}

/** Take the victims of deaths and injuries from an article of WikiEvents. */
export function caseOfWikievents({ id, text, annotations }: z.infer<typeof wikieventsSchema>): VictimCase {
  const victims = annotations.events.flatMap(({ type, arguments: given }) => {
    const harm = harmOf(type);
    const own = given
      .filter(({ role }) => role === 'Victim')
      .flatMap(({ entity }) => annotations.entities[entity] ?? []);
    return harm === undefined ? [] : own.map((mention) => ({ harm, head: headOf(mention, text) }));
  });
  return { id, text, victims };
}

/** Take the victims of the one event of a passage of RAMS. */
export function caseOfRams({ id, text, annotations }: z.infer<typeof ramsSchema>): VictimCase {
  const { event_type: type, trigger, arguments: given } = annotations;
  const harm = harmOf(type);
  const own = given.filter(({ role }) => role === 'victim');
  const victims = harm === undefined ? [] : own.map((mention) => ({ harm, head: headOf(mention, text) }));
  return { id, text, victims, judged: { start: trigger.start, end: trigger.end } };
}

/** Map a corpus's type of event to a harm; illness, hunger and death of old age are not among the harms that incident reports count. */
function harmOf(type: string): Harm | undefined {
  const [first, second, third = ''] = type.toLowerCase().split('.');
  if (first !== 'life' || /^(?:illness|nonviolent)/.test(third)) return undefined;
  return second === 'die' ? 'killed' : second === 'injure' ? 'injured' : undefined;
}

function readLines(name: string): readonly unknown[] | undefined {
  const path = findShared(`corpora/news/${name}/dev.jsonl.gz`);
  if (path === undefined) return undefined;
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line): unknown => JSON.parse(line));
}
