/**
 * Read standard input to its end.
 *
 * Stops after `maxBytes` + 1 bytes: a result longer than `maxBytes` tells the caller that the input is too large. Throws the
 * error of the stream.
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
