export type { Context } from '../model/index.ts';
export type { DocumentReadings } from './document.ts';
export type { Input } from './inputs.ts';
export { cleanEach, type InputReadings, type Run, type RunOptions, read, readEach, runRead } from './read.ts';
export { defaults, type PartialSettings, readers, type Settings, SettingsError, version } from './settings.ts';
