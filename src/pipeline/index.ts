export { policies } from '../reconcile/index.ts';
export type { Input } from './inputs.ts';
export { formats, publish } from './publish.ts';
export { cleanEach, type InputReadings, type Run, type RunOptions, read, readEach, runRead } from './read.ts';
export {
  defaults,
  makeSettings,
  type PartialSettings,
  readers,
  type Settings,
  SettingsError,
  version,
} from './settings.ts';
