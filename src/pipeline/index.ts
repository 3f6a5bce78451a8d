export { type Deciding, policies, type Revision, revise, writeDecision } from '../reconcile/index.ts';
export type { Input } from './inputs.ts';
export type { InputReadings } from './load.ts';
export { type Change, compare, explain, findIncident } from './look.ts';
export { isAddress } from './outside.ts';
export { type Format, formats, type Published, publish } from './publish.ts';
export { cleanEach, type Progress, type Run, type RunOptions, read, readEach, runRead } from './read.ts';
export {
  defaults,
  makeSettings,
  type PartialSettings,
  readers,
  type Settings,
  SettingsError,
  version,
} from './settings.ts';
export { type Look, openWatch, type Watch, type Watcher } from './watch.ts';
export { settleWork } from './work.ts';
