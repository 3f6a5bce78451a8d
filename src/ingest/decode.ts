import { analyse } from 'chardet';

/** A decoded record: the text without its byte-order mark, the encoding it was read as, how many places were unreadable. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** U+FFFD put where bytes did not fit the encoding. */
  readonly replaced: number;
}

const sampleBytes = 65_536;
const replacement = '\ufffd';

/** 0x80–0x9f of windows-1252 (WHATWG Encoding, index windows-1252); some engines decode them as C1 controls. */
const windows1252Upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Turn bytes into a string: byte-order mark, else valid UTF-8, else the charset the server named (`charset`), else the one the
 * page declares (WHATWG HTML, 13.2.3.2), else a guess.
 *
 * Never throws. Text that is UTF-8 but for a few broken bytes stays UTF-8 and reports them in `replaced`.
 */
export function decodeBytes(bytes: Uint8Array, charset?: string): Decoded {
  const marked = encodingOfMark(bytes);
  if (marked !== undefined) return decodeAs(bytes, marked);
  const wide = guessWide(bytes);
  if (wide !== undefined) return decodeAs(bytes, wide);
  const valid = decodeStrictly(bytes);
  if (valid !== undefined) return { text: valid, encoding: 'utf-8', replaced: 0 };
  const utf8 = decodeAs(bytes, 'utf-8');
  const declared = (charset === undefined ? undefined : knownLabel(charset)) ?? declaredCharset(bytes);
  if (declared !== undefined && declared !== 'utf-8') return decodeAs(bytes, declared);
  if (isMostlyUtf8(bytes, utf8)) return utf8;
  return decodeAs(bytes, guessNarrow(bytes));
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function encodingOfMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: English text then has a zero in every second byte. */
function guessWide(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, 512) & ~1;
  if (length < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.7 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.7 && odd < pairs * 0.05) return 'utf-16be';
  return undefined;
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  const match =
    /<meta[^>]{0,200}?charset\s*=\s*["']?([\w:-]{2,40})/i.exec(head) ??
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:-]{2,40})/i.exec(head);
  return match?.[1] === undefined ? undefined : knownLabel(match[1]);
}

/** Few broken places beside many good sequences mean damage, not another encoding. */
function isMostlyUtf8(bytes: Uint8Array, utf8: Decoded): boolean {
  let high = 0;
  for (const byte of bytes) if (byte >= 0xc2 && byte <= 0xf4) high += 1;
  return high >= 4 && high > utf8.replaced * 10;
}

function guessNarrow(bytes: Uint8Array): string {
  const guesses = analyse(bytes.subarray(0, sampleBytes));
  for (const guess of guesses) {
    if (guess.confidence < 40 || guess.name.startsWith('UTF-') || guess.name === 'ASCII') continue;
    const label = knownLabel(guess.name);
    if (label !== undefined) return label;
  }
  return 'windows-1252';
}

function knownLabel(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  const raw = new TextDecoder(encoding).decode(bytes);
  const text = encoding === 'windows-1252' ? raw.replace(/[\u0080-\u009f]/g, mapUpper) : raw;
  return { text, encoding, replaced: countReplaced(text) };
}

function mapUpper(character: string): string {
  return windows1252Upper[character.charCodeAt(0) - 0x80] ?? character;
}

function countReplaced(text: string): number {
  let count = 0;
  for (let at = text.indexOf(replacement); at >= 0; at = text.indexOf(replacement, at + 1)) count += 1;
  return count;
}
