import { defined } from '../../model/index.ts';
import { makeIssue } from '../draft.ts';
import { openArc } from './arc.ts';
import { openGzip, openTar } from './archives.ts';
import { isIssue, type Member, type UnpackedItem, type UnpackLimits } from './limits.ts';
import { openMail } from './mail.ts';
import { openMbox } from './mbox.ts';
import { openPacked } from './packed.ts';
import { openPdf } from './pdf.ts';
import { openRtf } from './rtf.ts';
import { type Container, sniffContainer } from './sniff.ts';
import { openWarc } from './warc.ts';

export { openArc } from './arc.ts';
export {
  isIssue,
  type Member,
  type Received,
  type UnpackedItem,
  type UnpackLimits,
  unpackDefaults,
} from './limits.ts';
export { type Container, sniffBytes, sniffContainer } from './sniff.ts';
export { openWarc } from './warc.ts';

/**
 * Open whatever holds other files, in depth, and give the files themselves: gzip, zip, tar, WARC, WACZ, ARC,
 * mail, mailboxes, saved pages, PDF, DOCX, ODT, RTF, EPUB, XLSX.
 *
 * A file that holds no others comes back as it is. Containers inside each other are opened up to a limit. Yields in the order of
 * the container; what cannot be opened is an issue in its place, and the rest goes on. Issues: `ingest/nested-too-deep`,
 * `ingest/archive-too-large`, `ingest/broken-archive`, `ingest/broken-mail`, `ingest/broken-pdf`, `ingest/truncated`, `ingest/no-text`.
 */
export async function* unpack(member: Member, limits: UnpackLimits): AsyncGenerator<UnpackedItem> {
  // A container inside another is paid for twice: as what it is, and as what it holds.
  const budget: Budget = { bytes: limits.maxUnpackedBytes * 2, members: limits.maxMembers };
  yield* unpackWithin(member, limits, 0, budget);
  if (budget.bytes >= 0 && budget.members >= 0) return;
  const message = 'What is packed in it grows beyond all bounds; the rest of it is set aside.';
  yield makeIssue('ingest/archive-too-large', 'error', message, member.path, 'Unpack it yourself.');
}

/** What may still be unpacked, of all containers inside each other together. */
interface Budget {
  bytes: number;
  members: number;
}

async function* unpackWithin(
  member: Member,
  limits: UnpackLimits,
  depth: number,
  budget: Budget,
): AsyncGenerator<UnpackedItem> {
  const container = sniffContainer(member.bytes);
  if (container === undefined) {
    yield member;
    return;
  }
  if (depth >= limits.maxNesting) {
    const message = `More than ${limits.maxNesting} containers are packed into each other.`;
    yield makeIssue('ingest/nested-too-deep', 'error', message, member.path, 'Unpack it yourself.');
    return;
  }
  for await (const found of open(container, member, limits)) {
    if (isIssue(found)) {
      yield found;
      continue;
    }
    budget.bytes -= found.bytes.length;
    budget.members -= 1;
    // Small bombs in a container are a big one.
    if (budget.bytes < 0 || budget.members < 0) return;
    // What a PDF or a document gives is its text; it is not looked into again.
    if (container === 'pdf' || container === 'rtf') yield { ...found, ...defined({ received: member.received }) };
    else if (container === 'mbox') yield* await openMail(found.bytes, found.path, limits);
    else yield* unpackWithin(inherit(found, member), limits, depth + 1, budget);
  }
}

/** A lone file inside another comes from the same address, and came as the other did. */
function inherit(found: Member, member: Member): Member {
  const { url, received } = member;
  return { ...defined({ url, received }), ...found };
}

async function* open(
  container: Container,
  { bytes, path }: Member,
  limits: UnpackLimits,
): AsyncGenerator<UnpackedItem> {
  if (container === 'gzip') yield* openGzip(bytes, path, limits);
  else if (container === 'zip') yield* await openPacked(bytes, path, limits);
  else if (container === 'tar') yield* openTar(bytes, path, limits);
  else if (container === 'mail') yield* await openMail(bytes, path, limits);
  else if (container === 'pdf') yield* await openPdf(bytes, path);
  else if (container === 'rtf') yield* openRtf(bytes, path);
  else if (container === 'mbox') yield* openMbox(bytes, path, limits);
  else if (container === 'arc') yield* openArc(once(bytes), path, limits);
  else yield* openWarc(once(bytes), path, limits);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
