import { makeIssue } from '../draft.ts';
import { nameMember, type UnpackedItem, type UnpackLimits } from './limits.ts';

/** "From ada@ledger.example Mon Feb  3 10:00:00 2031" opens a message; such a line within one has ">" before it. */
const opening = /^From \S+ .{0,40}\d{4}/;
const mark = Buffer.from('\nFrom ');

/** Tell whether a file is a mailbox by its first line. */
export function isMbox(head: string): boolean {
  const [first = '', second = ''] = head.split(/\r?\n/, 2);
  return opening.test(first) && /^[\w-]+:/.test(second);
}

/** Take a mailbox (RFC 4155) apart into its messages. Issues: `ingest/archive-too-large` for one of them. */
export function* openMbox(bytes: Uint8Array, path: string | undefined, limits: UnpackLimits): Generator<UnpackedItem> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let number = 0;
  for (let start = 0; start < whole.length && number < limits.maxMembers; ) {
    const end = findNext(whole, start);
    const line = whole.indexOf(0x0a, start);
    const body = whole.subarray(line < 0 ? end : Math.min(line + 1, end), end);
    number += 1;
    const place = nameMember(path, `message-${number}.eml`);
    if (body.length > limits.maxMemberBytes) {
      yield makeIssue('ingest/archive-too-large', 'error', 'This message is larger than an input may be.', place.path);
    } else if (body.length > 0) yield { bytes: new Uint8Array(body), ...place };
    start = end + 1;
  }
}

function findNext(whole: Buffer, from: number): number {
  for (let at = whole.indexOf(mark, from); at >= 0; at = whole.indexOf(mark, at + 1)) {
    if (opening.test(whole.toString('latin1', at + 1, at + 200).split('\n', 1)[0] ?? '')) return at;
  }
  return whole.length;
}
