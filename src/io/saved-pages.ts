/**
 * Endings of the folder in which a browser stores the pictures and scripts of a saved page: `a_files/` beside `a.html`.
 * "_files" is the common one; the others are those of systems in other languages (Microsoft, "Connected Files").
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
 * Leave out of a listing the files that belong to saved pages: their frames, scripts and pictures are not reports.
 *
 * A folder belongs to a page only where both are listed side by side with the same name (`a.html`, `a_files/`); any other
 * folder with such an ending is kept.
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

/** List the folders a path lies in: "a/b/c.html" gives "a/b" and "a". */
function listFolders(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) folders.push(path.slice(0, at));
  return folders;
}
