import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Annotations, Article } from '../../src/model/index.ts';

type Deep = Annotations['deep'];

/**
 * Keep what the trained reader says of articles in a folder, a file each, so that a run that was stopped goes on where it was and a
 * later one, after a change of rules or signs, need not read anew. Delete the folder after a change of the reader.
 */
export function keepDeep(folder: string | undefined) {
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  return async (article: Article, read: () => Promise<Deep>): Promise<Deep> => {
    if (folder === undefined) return read();
    const path = `${folder}/${createHash('sha256').update(article.text.value).digest('hex').slice(0, 24)}.v8`;
    if (existsSync(path)) return deserialize(readFileSync(path)) as Deep;
    const deep = await read();
    writeFileSync(`${path}.part`, serialize(deep));
    renameSync(`${path}.part`, path);
    return deep;
  };
}
