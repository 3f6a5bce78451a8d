/**
 * Read standard input to its end.
 *
 * Stops reading at `maxBytes` + 1 bytes, so that the caller can tell too much from just enough. Throws what the stream throws.
 */
export async function readStdin(maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxBytes) break;
  }
  return new Uint8Array(Buffer.concat(chunks).subarray(0, maxBytes + 1));
}
