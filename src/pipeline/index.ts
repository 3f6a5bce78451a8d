export { type Deciding, policies, type Revision, revise, writeDecision } from '../reconcile/index.ts';
export { workerBound } from './bounds.ts';
export { compare, explain, findIncident } from './compare.ts';
export type { Input } from './intake/inputs.ts';
export type { InputReadings } from './intake/load.ts';
export { isAddress } from './intake/outside.ts';
export { formats, publish } from './publish.ts';
export { settleWork } from './resume/work-folder.ts';
export { cleanEach, type Progress, type RunOptions, read, readEach, runRead } from './run.ts';
export {
  defaults,
  makeSettings,
  type PartialSettings,
  readers,
  type Settings,
  SettingsError,
  version,
} from './settings.ts';
export { type Look, openWatch } from './watch/watch.ts';
