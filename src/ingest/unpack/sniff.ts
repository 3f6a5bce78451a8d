import { isMbox } from './mbox.ts';

/** Files that hold other files, told from their first bytes. */
export type Container = 'gzip' | 'zip' | 'tar' | 'warc' | 'arc' | 'mbox' | 'mail' | 'pdf' | 'rtf';

/** Bytes needed to tell: a tar's mark stands at 257. */
export const sniffBytes = 4096;

const mailHeaders =
  /^(?:from|to|cc|subject|date|message-id|mime-version|received|return-path|reply-to|content-type|x-[\w-]+|snapshot-content-location|delivered-to|sender|list-[\w-]+):/i;

/** Tell what container the bytes begin, or `undefined` where they are a file of their own. */
export function sniffContainer(head: Uint8Array): Container | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return 'zip';
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, sniffBytes)).toString('latin1');
  if (text.startsWith('%PDF-')) return 'pdf';
  if (text.startsWith('WARC/')) return 'warc';
  if (/^filedesc:\/\/\S+ \S+ \d{14} /.test(text)) return 'arc';
  if (/^\s{0,8}\{\\rtf\d/.test(text)) return 'rtf';
  if (isMbox(text)) return 'mbox';
  if (text.slice(257, 262) === 'ustar') return 'tar';
  return isMail(text) ? 'mail' : undefined;
}

/** A message begins with header lines, two of them of mail; a report's front matter has "Date:" and "Subject:" too, but never a MIME line. */
function isMail(text: string): boolean {
  const [head = ''] = text.split(/\r?\n\r?\n/, 1);
  const lines = head.split(/\r?\n(?![ \t])/);
  const known = lines.filter((line) => mailHeaders.test(line)).length;
  const mime = lines.some((line) => /^(?:mime-version|message-id|received|content-type):/i.test(line));
  return mime && known >= 3 && known >= lines.length * 0.4;
}
