export { loadData, loadPageAssets } from './assets.ts';
export { readClock } from './clock.ts';
export {
  describeFailure,
  type FileEntry,
  type Listing,
  listFiles,
  type PathFailure,
  readBytes,
  readHead,
  streamFile,
} from './files.ts';
export { findRuntime, loadTables, openNetwork, type Runtime } from './network.ts';
export { appendOutput, checkOutput, printOutput, writeOutput } from './output.ts';
export { readStdin } from './stdin.ts';
