export type { Edition } from './model/index.ts';
export {
  defaults,
  type Input,
  type InputReadings,
  type PartialSettings,
  type RunOptions,
  read,
  readEach,
  type Settings,
  SettingsError,
} from './pipeline/index.ts';
