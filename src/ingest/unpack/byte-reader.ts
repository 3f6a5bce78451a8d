/** Reads lines and lengths of bytes off a stream, holding no more than is asked for. */
export class ByteReader {
  private readonly source: AsyncIterator<Uint8Array>;
  private held: Uint8Array = new Uint8Array();
  private log: Uint8Array[] | undefined;
  /** True once the stream broke off instead of ending. */
  broken = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** A stream that breaks off is one that ends: what is missing shows where it is asked for. */
  private async more(): Promise<boolean> {
    try {
      const { done, value } = await this.source.next();
      if (done === true) return false;
      this.held = this.held.length === 0 ? value : Buffer.concat([this.held, value]);
      return true;
    } catch {
      this.broken = true;
      return false;
    }
  }

  /** Begin to keep a copy of all that is read. */
  startLog(): void {
    this.log = [];
  }

  /** End keeping a copy, and give it. */
  takeLog(): Uint8Array {
    const copy = new Uint8Array(Buffer.concat(this.log ?? []));
    this.log = undefined;
    return copy;
  }

  /** Read up to a line's end, left out; `undefined` at the end of the stream, or where a line is longer than `maxBytes`. */
  async readLine(maxBytes: number): Promise<string | undefined> {
    for (;;) {
      const end = this.held.indexOf(0x0a);
      if (end > maxBytes || (end < 0 && this.held.length > maxBytes)) return undefined;
      if (end >= 0) {
        this.log?.push(this.held.subarray(0, end + 1));
        const line = Buffer.from(this.held.subarray(0, end)).toString('utf8').replace(/\r$/, '');
        this.held = this.held.subarray(end + 1);
        return line;
      }
      if (!(await this.more())) return undefined;
    }
  }

  /** Tell whether the next bytes are these. */
  async startsWith(mark: Uint8Array): Promise<boolean> {
    while (this.held.length < mark.length && (await this.more()));
    return mark.every((byte, at) => this.held[at] === byte);
  }

  /** Bytes are left that make no line. */
  get hasMore(): boolean {
    return this.held.length > 0;
  }

  /** Pass over the rest of a line, however long; false where the stream ends before the line does. */
  async skipLine(): Promise<boolean> {
    for (;;) {
      const end = this.held.indexOf(0x0a);
      this.held = end < 0 ? new Uint8Array() : this.held.subarray(end + 1);
      if (end >= 0) return true;
      if (!(await this.more())) return false;
    }
  }

  /** Read exactly `length` bytes; fewer where the stream ends before. */
  async readBytes(length: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let left = length;
    while (left > 0) {
      if (this.held.length === 0 && !(await this.more())) break;
      const part = this.held.subarray(0, left);
      parts.push(part);
      this.log?.push(part);
      left -= part.length;
      this.held = this.held.subarray(part.length);
    }
    const { buffer, byteOffset, byteLength } = Buffer.concat(parts);
    return new Uint8Array(buffer, byteOffset, byteLength);
  }

  /** Pass over `length` bytes; gives how many were there. */
  async skipBytes(length: number): Promise<number> {
    let left = length;
    while (left > 0) {
      if (this.held.length === 0 && !(await this.more())) break;
      const part = Math.min(left, this.held.length);
      this.held = this.held.subarray(part);
      left -= part;
    }
    return length - left;
  }
}
