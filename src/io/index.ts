export { loadData, loadPageAssets, loadRoomAssets, type PageAssets, type RoomAssets } from './assets.ts';
export { readClock } from './clock.ts';
export {
  describeFailure,
  type FileEntry,
  listFiles,
  readBytes,
  readHead,
  streamFile,
} from './files.ts';
export { type Journal, JournalError, openJournal } from './journal.ts';
export { type LineFile, openLines } from './manifest.ts';
export {
  type Fetched,
  type Fetcher,
  type FetchOptions,
  FetchRefusal,
  fetchDefaults,
  openFetcher,
  openPoster,
  type Poster,
  refuseOffline,
} from './net/index.ts';
export { findRuntime, loadTables, openNetwork } from './network.ts';
export { appendOutput, checkOutput, printOutput, readIfThere, removeOutput, writeOutput } from './output.ts';
export { readPipe } from './pipes.ts';
export { leaveOutAssets } from './saved-pages.ts';
export { openSpill, type Spill } from './spill.ts';
export { readStdin } from './stdin.ts';
