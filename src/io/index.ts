export { loadData, type PageAssets } from './assets.ts';
export { readClock, readStopwatch } from './clock.ts';
export { describeFailure, type FileEntry, type Listing, listFiles, type PathFailure, readBytes } from './files.ts';
export { readStdin } from './stdin.ts';
