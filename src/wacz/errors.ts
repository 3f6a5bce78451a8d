/** A key that is none, or not of the kind asked for. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
}

/** The package that writes WARC is not installed; the message says how to. */
export class NoWarcio extends Error {
  override readonly name = 'NoWarcio';
}
