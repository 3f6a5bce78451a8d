/** Read the files of a tar archive by name, as UTF-8; long names (pax, GNU) are put together. */
export function readTar(bytes: Uint8Array): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const decoder = new TextDecoder();
  let longName = '';
  for (let at = 0; at + 512 <= bytes.length; ) {
    const field = (from: number, length: number) =>
      decoder.decode(bytes.subarray(at + from, at + from + length)).replace(/\0.*$/s, '');
    const name = field(0, 100);
    if (name === '') break;
    const size = Number.parseInt(field(124, 12), 8);
    const content = decoder.decode(bytes.subarray(at + 512, at + 512 + size));
    // Names longer than 100 bytes stand in an entry of their own before the file's.
    const kind = field(156, 1);
    if (kind === 'x') longName = /\d+ path=(.*)\n/.exec(content)?.[1] ?? '';
    else if (kind === 'L') longName = content.replace(/\0.*$/s, '');
    else {
      files.set(longName === '' ? `${field(345, 155)}/${name}` : longName, content);
      longName = '';
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
