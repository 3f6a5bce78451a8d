import { unzipSync } from 'fflate';
import { openZipFile } from './archives.ts';
import { openEpub } from './epub.ts';
import { isIssue, type UnpackedItem, type UnpackLimits } from './limits.ts';
import { nameOffice, openDocx, openOdt, refusePptx } from './office.ts';
import { openXlsx } from './sheet.ts';

const mostNames = 10_000;

/** Open a zip archive as what it is: a document of an office program, a book, a web archive with its index (WACZ), or files. */
export async function openPacked(
  bytes: Uint8Array,
  path: string | undefined,
  limits: UnpackLimits,
): Promise<readonly UnpackedItem[]> {
  const names = listNames(bytes);
  const kind = nameOffice(names);
  try {
    if (kind === 'docx') return openDocx(bytes, path, limits);
    if (kind === 'odt') return openOdt(bytes, path, limits);
    if (kind === 'epub') return openEpub(bytes, path, limits);
    if (kind === 'xlsx') return await openXlsx(bytes, path, limits);
    if (kind === 'pptx') return refusePptx(path);
  } catch {
    // Broken inside: what can be read of it as an archive, or the reason why not, is as good as it gets.
  }
  const members = openZipFile(bytes, path, limits);
  return isWacz(names) ? members.filter(holdsPages) : members;
}

function listNames(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        if (names.length < mostNames) names.push(name);
        return false;
      },
    });
  } catch {
    return names;
  }
  return names;
}

/** A WACZ lists its pages and indexes beside the archive proper (WACZ 1.1.1); those are no reports. */
function isWacz(names: readonly string[]): boolean {
  return names.includes('datapackage.json') && names.some((name) => /^archive\/.+\.warc(?:\.gz)?$/.test(name));
}

function holdsPages(found: UnpackedItem): boolean {
  return isIssue(found) || found.path === undefined || /(?:^|!)archive\/[^!]*$/.test(found.path);
}
