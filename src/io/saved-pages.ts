/**
 * Endings of the folder in which a browser keeps what a saved page is made of, beside the page; "_files" nearly everywhere, the others
 * where the system speaks another language (Microsoft, "Connected Files").
 */
const endings = [
  '_files',
  '.files',
  '_file',
  '-Dateien',
  '_fichiers',
  '_archivos',
  '_arquivos',
  '_ficheiros',
  '_fitxers',
  '_fitxategiak',
  '_bestanden',
  '_pliki',
  '_soubory',
  '_datoteke',
  '_fajlovi',
  '_dosyalar',
  '_tiedostot',
  '-filer',
  '_elemei',
  '_failid',
  '_fails',
  '_bylos',
];
const pageName = /\.(?:html?|xhtml|shtml)$/i;

/**
 * Leave out the files that belong to saved pages among the files of one listing: frames, scripts and pictures are no reports.
 *
 * A folder belongs to a page where both are listed, side by side, and share their name; any other folder of such a name is kept.
 */
export function leaveOutAssets<T extends { readonly path?: string | undefined }>(files: readonly T[]): readonly T[] {
  const folders = new Set<string>();
  for (const { path = '' } of files) {
    if (!pageName.test(path)) continue;
    const name = path.replace(pageName, '');
    for (const ending of endings) folders.add(`${name}${ending}`.toLowerCase());
  }
  if (folders.size === 0) return files;
  return files.filter(({ path = '' }) => !listFolders(path.toLowerCase()).some((folder) => folders.has(folder)));
}

/** "a/b/c.html" lies in "a/b" and "a". */
function listFolders(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) folders.push(path.slice(0, at));
  return folders;
}
