import { NoWarcio } from './errors.ts';

/** What reads and writes WARC. */
export type Warcio = typeof import('warcio');

/** Load the package that reads and writes WARC, which an installation may have left out. Throws NoWarcio. */
export async function loadWarcio(): Promise<Warcio> {
  try {
    return await import('warcio');
  } catch (error) {
    throw new NoWarcio('web archives are written with the package warcio: npm install warcio', { cause: error });
  }
}
