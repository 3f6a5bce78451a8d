import { type Archive, openArchive } from '../../src/service/index.ts';
import { packReading } from '../../src/service/readings.ts';
import { hashBlocks, keepSource, type NewSource } from '../../src/store/index.ts';
import { inventReading } from '../linking/invent.ts';

/** Instant of everything in the benches. */
export const now = '2031-05-20T12:00:00.000Z';

export function openBenchArchive(place: string): Promise<Archive> {
  return openArchive(place, { create: true, settings: { reader: 'fast' }, who: 'bench', now });
}

/** Make the source of invented article number `at`, with a reading prepared and not read: reading is measured elsewhere. */
async function makeSource(archive: Archive, at: number): Promise<NewSource> {
  const { reading } = inventReading(at);
  const { article } = reading;
  const bytes = new TextEncoder().encode(article.text.value);
  const id = await archive.database.blobs.put(bytes);
  const origin = {
    path: `${at}.txt`,
    url: null,
    origin: '{}',
    how: 'path',
    who: 'bench',
    at: now,
    headers: null,
    inside: null,
  };
  const named = { article: article.id, text_id: article.id, address: null, outlet: null, headline: '' };
  const version = { ...named, published: article.published?.value ?? null, text: article.text.value };
  const { key } = await archive.plan();
  const content = packReading({ readings: [reading], issues: [] });
  const kept = { blocks: hashBlocks(bytes), versions: [version], reading: { reader: key, content } };
  return { kind: 'add', id, bytes: bytes.length, ...origin, ...kept };
}

/** Keep invented articles `from` to `to` in one step; returns when they are acknowledged. */
export async function keepInvented(archive: Archive, from: number, to: number): Promise<void> {
  const numbers = Array.from({ length: to - from }, (_, at) => from + at);
  const sources = await Promise.all(numbers.map((at) => makeSource(archive, at)));
  await archive.database.write(async (tx) => {
    for (const source of sources) await keepSource(tx, archive.database, source);
  });
}
