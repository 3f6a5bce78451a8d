const headChars = 4_096;

/**
 * Addresses that browsers and mirroring programs write into the pages they save: Chrome, Edge and the Internet Explorer ("saved from
 * url=(0042)…", the number is the length), SingleFile, HTTrack.
 */
const notes: readonly RegExp[] = [
  /<!--\s*saved from url=\(\d{4}\)(\S{1,2000})\s*-->/i,
  /<!--\s*Page saved with SingleFile\s+url:\s*(\S{1,2000})/i,
  /<!--\s*Mirrored from (\S{1,2000}) by HTTrack/i,
];

/** Find the address a saved page says it was saved from; `undefined` where it says none of the web. */
export function findSavedAddress(html: string): string | undefined {
  const head = html.slice(0, headChars);
  for (const note of notes) {
    const found = note.exec(head)?.[1];
    if (found === undefined) continue;
    const address = /^[a-z]+:/i.test(found) ? found : `http://${found}`;
    if (/^https?:/i.test(address) && URL.canParse(address)) return new URL(address).href;
  }
  return undefined;
}
