import { describe, expect, it } from 'vitest';
import { leaveOutAssets } from './saved-pages.ts';

const left = (...paths: readonly string[]) => leaveOutAssets(paths.map((path) => ({ path }))).map(({ path }) => path);

describe('leaveOutAssets', () => {
  it.each([
    [
      'what lies in the folder of a saved page',
      ['a/fire.html', 'a/fire_files/ad.html', 'a/fire_files/deep/x.html'],
      ['a/fire.html'],
    ],
    ['it in another language', ['Brand.htm', 'Brand-Dateien/x.html'], ['Brand.htm']],
    ['it in an archive', ['week.zip!fire.html', 'week.zip!fire_files/ad.html'], ['week.zip!fire.html']],
  ])('leaves out %s', (_, paths, expected) => expect(left(...paths)).toEqual(expected));

  it.each([
    ['a folder of that name without its page', ['march_files/1.html', 'march_files/2.html']],
    ['a folder whose page lies elsewhere', ['a/fire.html', 'b/fire_files/1.html']],
    ['a page that is named like a folder', ['fire.html', 'fire_files.html', 'fire_filesystem/1.html']],
    ['a text of that name', ['fire.txt', 'fire_files/1.html']],
  ])('keeps %s', (_, paths) => expect(left(...paths)).toEqual(paths));
});
