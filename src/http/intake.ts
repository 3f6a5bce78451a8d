import type { Context } from 'hono';
import { Refusal } from './problem.ts';

/** How a body may come. */
export interface Pace {
  /** Seconds before it is looked how fast it comes; it may come as it likes so long. */
  readonly graceSeconds: number;
  /** Bytes a second after that, on the whole; a slow telephone sends ten times as many. */
  readonly bytesPerSecond: number;
  /** Bytes of all bodies on their way together. */
  readonly heldBytes: number;
}

export const usualPace: Pace = { graceSeconds: 10, bytesPerSecond: 1000, heldBytes: 256 * 1024 * 1024 };

/** Of bodies on their way, all servers of this process together. */
let heldBytes = 0;

const say = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${Math.round(bytes / 1024 / 1024)} MB`;

const tooLarge = (most: number): Refusal =>
  new Refusal(413, 'Too large', `a request holds at most ${say(most)}; send less at once`);

/** Refuse a body that is said to be larger than any may be, before any of it is read. */
export function checkSaid(context: Context, most: number): void {
  if (Number(context.req.header('content-length') ?? 0) > most) throw tooLarge(most);
}

/**
 * Take the body of a request, whole; for whoever has been found to be allowed to send it.
 *
 * Throws Refusal: 413 as soon as more has come than may, 408 where it comes so slowly that it would be held open for its own sake, 503 where
 * too much is on its way at once.
 */
export async function takeBody(
  context: Context,
  most: number,
  pace: Pace = usualPace,
): Promise<Uint8Array<ArrayBuffer>> {
  checkSaid(context, most);
  const reader = context.req.raw.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  const begun = performance.now();
  let length = 0;
  try {
    for (;;) {
      const value = await within(reader, pace, begun, length);
      if (value === undefined) return join(chunks, length);
      length += value.length;
      heldBytes += value.length;
      chunks.push(value);
      if (length > most) throw tooLarge(most);
      if (heldBytes > pace.heldBytes)
        throw new Refusal(503, 'Too much at once', 'others are sending large files; try again in a minute', {
          'retry-after': '60',
        });
    }
  } catch (error) {
    // What still comes is nobody's.
    void reader.cancel().catch(() => undefined);
    throw error;
  } finally {
    heldBytes -= length;
  }
}

/** Read the next piece of a body; undefined at its end. Throws Refusal where it comes too slowly. */
async function within(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { graceSeconds, bytesPerSecond }: Pace,
  begun: number,
  length: number,
): Promise<Uint8Array | undefined> {
  const until = begun + 1000 * (graceSeconds + length / bytesPerSecond);
  let timer: NodeJS.Timeout | undefined;
  const slow = new Promise<never>((_, reject) => {
    const refusal = new Refusal(408, 'Too slow', `send at least ${bytesPerSecond} bytes a second`, {
      connection: 'close',
    });
    timer = setTimeout(() => reject(refusal), Math.max(0, until - performance.now()));
  });
  try {
    const { done, value } = await Promise.race([reader.read(), slow]);
    return done ? undefined : value;
  } finally {
    clearTimeout(timer);
  }
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Take a body as text. Throws Refusal. */
export async function takeText(context: Context, most: number): Promise<string> {
  return new TextDecoder().decode(await takeBody(context, most));
}

/** Take a body as the fields of a form. Throws Refusal. */
async function takeForm(context: Context, most: number): Promise<FormData> {
  const type = context.req.header('content-type') ?? '';
  if (!/^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) return new FormData();
  const body = await takeBody(context, most);
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch {
    throw new Refusal(400, 'This was not understood', 'the body is no form');
  }
}

/** Take the fields of a form that are words. Throws Refusal. */
export async function takeFields(context: Context, most: number): Promise<Readonly<Record<string, string>>> {
  const form = await takeForm(context, most);
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}
