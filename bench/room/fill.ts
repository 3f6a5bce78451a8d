import { type ArticleReading, type Claim, type CountAttribute, exactly, makeText } from '../../src/model/index.ts';
import type { Archive } from '../../src/service/index.ts';
import { packReading } from '../../src/service/readings.ts';
import { hashBlocks, keepSource, type NewSource } from '../../src/store/index.ts';
import { now } from '../archive/fill.ts';
import { inventReading } from '../linking/invent.ts';
import { makeDice } from '../run/generate.ts';

/** Every fourth article of the invented press is of another incident. */
const apart = 4;
const atOnce = 500;

/** Fill an archive with invented incidents of one report each, with figures; readings are prepared and no reader is measured. */
export async function fillIncidents(archive: Archive, incidents: number): Promise<void> {
  const { key } = await archive.plan();
  for (let from = 0; from < incidents; from += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, incidents - from) }, (_, at) => from + at);
    const sources = await Promise.all(numbers.map((at) => makeSource(archive, key, at)));
    await archive.database.write(async (tx) => {
      for (const source of sources) await keepSource(tx, archive.database, source);
    });
  }
}

/** Invent a report that counts its dead and hurt, so that its incident has a record. */
function inventCounted(at: number): ArticleReading {
  const { reading } = inventReading(at * apart);
  const dice = makeDice(at * 17 + 3);
  for (let turn = 0; turn < 5; turn += 1) dice(2);
  const [killed, injured] = [1 + dice(40), dice(90)];
  const told = `${killed} people were killed and ${injured} were injured, police said.`;
  const { article } = reading;
  const text = `${told}\n\n${article.text.value}`;
  const shift = told.length + 2;
  const claim = (attribute: CountAttribute, count: number, start: number, end: number): Claim => ({
    ...{ id: `claim-${article.id}-${attribute}`, article: article.id, incident: `mention-${article.id}`, attribute },
    ...{ value: exactly(count), scope: 'total', accumulation: 'running', modality: 'asserted', confidence: 0.9 },
    evidence: [{ start, end, quote: text.slice(start, end) }],
    producer: { name: 'bench', version: '1' },
  });
  const second = told.indexOf(' and ') + 5;
  return {
    ...reading,
    article: {
      ...article,
      text: { ...makeText(''), value: text },
      blocks: [
        { kind: 'body', start: 0, end: told.length },
        ...article.blocks.map((block) => ({ ...block, start: block.start + shift, end: block.end + shift })),
      ],
    },
    mentions: reading.mentions.map((mention) => ({ ...mention, evidence: [{ start: 0, end: told.length }] })),
    claims: [
      claim('killed', killed, 0, told.indexOf(' and ')),
      claim('injured', injured, second, told.indexOf(',', second)),
    ],
  };
}

async function makeSource(archive: Archive, key: string, at: number): Promise<NewSource> {
  const reading = inventCounted(at);
  const { article } = reading;
  const bytes = new TextEncoder().encode(article.text.value);
  const id = await archive.database.blobs.put(bytes);
  const origin = { path: `${at}.txt`, url: null, origin: '{}', how: 'path', who: 'bench', at: now };
  const named = { article: article.id, text_id: article.id, address: null, outlet: null, headline: '' };
  const version = { ...named, published: article.published?.value ?? null, text: article.text.value };
  return {
    ...{ kind: 'add', id, bytes: bytes.length, ...origin, headers: null, inside: null, blocks: hashBlocks(bytes) },
    versions: [version],
    reading: { reader: key, content: packReading({ readings: [reading], issues: [] }) },
  };
}
