/** A file of a form. */
export interface SentFile {
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

const lineEnd = Buffer.from('\r\n');
const headEnd = Buffer.from('\r\n\r\n');
/** What browsers write in a name for signs that would end it. */
const writtenSigns: Readonly<Record<string, string>> = { '%22': '"', '%0D': '\r', '%0A': '\n' };

/**
 * Cut the files of a form (RFC 7578) out of its body. One that is most of the body is not copied, which would hold up everybody else; the
 * others are, since whoever hands a view to another thread hands over all that it is a view of.
 *
 * Parts that are no files are passed over. Returns undefined where it is no such form, or its last part has no end.
 */
export function cutFiles(body: Uint8Array<ArrayBuffer>, type: string): readonly SentFile[] | undefined {
  const said = /^multipart\/form-data;(?:.*;)?\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(type);
  const boundary = said?.[1] ?? said?.[2];
  if (boundary === undefined) return undefined;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length);
  const first = Buffer.from(`--${boundary}`);
  const between = Buffer.concat([lineEnd, first]);
  if (bytes.indexOf(first) !== 0) return undefined;
  const files: SentFile[] = [];
  let at = first.length;
  // The last boundary is followed by two hyphens.
  while (bytes.toString('latin1', at, at + 2) !== '--') {
    const end = bytes.indexOf(between, at);
    const headAt = bytes.indexOf(headEnd, at);
    if (end < 0 || headAt < 0 || headAt + headEnd.length > end + lineEnd.length) return undefined;
    const name = readFileName(bytes.toString('utf8', at, headAt));
    if (name !== undefined) files.push({ name, content: cut(body, headAt + headEnd.length, end) });
    at = end + between.length;
  }
  return files;
}

function cut(body: Uint8Array<ArrayBuffer>, start: number, end: number): Uint8Array<ArrayBuffer> {
  return end - start > body.length / 2 ? body.subarray(start, end) : body.slice(start, end);
}

/** Read the name of the file that the head of a part tells of; undefined for a field of words. */
function readFileName(head: string): string | undefined {
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? '';
  const name = /;\s*filename="([^"]*)"/i.exec(disposition)?.[1] ?? /;\s*filename=([^\s;"]+)/i.exec(disposition)?.[1];
  return name?.replace(/%22|%0D|%0A/gi, (sign) => writtenSigns[sign.toUpperCase()] ?? sign);
}
