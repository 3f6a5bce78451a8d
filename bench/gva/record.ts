import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

const recordSchema = z.object({
  incident: z.string(),
  date: z.string(),
  state: z.string(),
  city_or_county: z.string(),
  killed: z.int(),
  injured: z.int(),
  articles: z.array(
    z.object({ id: z.string(), url: z.string(), title: z.string(), published: z.string().nullish(), text: z.string() }),
  ),
});

/** An incident as the editors of the archive recorded it, with the reports they used. */
export type GvaRecord = z.infer<typeof recordSchema>;

/** Read the records of a gzipped JSON Lines file, in its order. */
export function readRecords(path: string): readonly GvaRecord[] {
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => recordSchema.parse(JSON.parse(line)));
}

/** Convert the day of a record ("January 27, 2014") to ISO 8601. */
export function dayOf(record: GvaRecord): string {
  return new Date(`${record.date} UTC`).toISOString().slice(0, 10);
}
