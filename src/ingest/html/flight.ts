const row = /\n?([0-9a-f]{1,8}):(T([0-9a-f]{1,6}),)?/y;
const opening = /^\[\s*1\s*,\s*"/;

/** Tell whether a script's state is a piece of what React's server sends its client. */
export function isFlight(state: string): boolean {
  return opening.test(state);
}

/**
 * Read what React's server components send their client (`self.__next_f.push([1,"5:{…}"])`): rows of JSON, and texts of stated length in
 * bytes, to which `"$5"` points. Rows run on from piece to piece; one that is broken ends what is read.
 */
export function readFlight(pieces: readonly string[]): readonly unknown[] {
  const source = pieces.map(readPiece).join('');
  const texts = new Map<string, string>();
  const values: string[] = [];
  for (let at = 0; at < source.length; ) {
    row.lastIndex = at;
    const found = row.exec(source);
    if (found === null) {
      at = skipLine(source, at);
      continue;
    }
    if (found[3] === undefined) {
      const end = skipLine(source, row.lastIndex);
      values.push(source.slice(row.lastIndex, end));
      at = end;
    } else {
      const text = cutBytes(source, row.lastIndex, Number.parseInt(found[3], 16));
      texts.set(`$${found[1] ?? ''}`, text);
      at = row.lastIndex + text.length;
    }
  }
  return values.flatMap((value) => readValue(value, texts));
}

function skipLine(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  return end < 0 ? source.length : end + 1;
}

function readPiece(piece: string): string {
  const string = /"(?:[^"\\]|\\.)*"/s.exec(piece)?.[0];
  try {
    const value: unknown = JSON.parse(string ?? '""');
    return typeof value === 'string' ? value : '';
  } catch {
    return '';
  }
}

function cutBytes(source: string, from: number, bytes: number): string {
  const encoded = Buffer.from(source.slice(from, from + bytes), 'utf8');
  return encoded.subarray(0, bytes).toString('utf8');
}

function readValue(json: string, texts: ReadonlyMap<string, string>): readonly unknown[] {
  try {
    return [JSON.parse(json, (_, value: unknown) => (typeof value === 'string' ? (texts.get(value) ?? value) : value))];
  } catch {
    // Rows of modules and hints have a letter before their JSON, and hold no text.
    return [];
  }
}
