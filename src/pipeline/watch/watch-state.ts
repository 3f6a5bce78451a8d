import { join } from 'node:path';
import { readIfThere, writeOutput } from '../../io/index.ts';
import { defined, type Edition, editionSchema } from '../../model/index.ts';
import { publish } from '../editions/publish.ts';

/** The edition a watch last delivered. */
export interface WatchState {
  readonly edition: Edition;
  /** Tells what it was made of; absent where a kill came between the two files. */
  readonly of?: string;
}

const names = { edition: 'edition.json', of: 'edition-of.txt' } as const;

/** Load the last look of a watch; one that another version wrote otherwise is as good as none, and everything is new again. */
export async function loadWatchState(folder: string): Promise<WatchState | undefined> {
  const edition = await loadEdition(join(folder, names.edition));
  const of = await readIfThere(join(folder, names.of));
  return edition === undefined ? undefined : { edition, ...defined({ of }) };
}

async function loadEdition(path: string): Promise<Edition | undefined> {
  try {
    return editionSchema.safeParse(JSON.parse((await readIfThere(path)) ?? 'null')).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Save a look that was delivered; what it was made of is written last, so that it is never said of another edition. */
export async function saveWatchState(folder: string, edition: Edition, of: string): Promise<void> {
  await writeOutput(join(folder, names.of), '');
  await writeOutput(join(folder, names.edition), (await publish(edition, 'json')).content);
  await writeOutput(join(folder, names.of), of);
}
