export { type FetchOptions, FetchRefusal, JournalError, openPoster, type Poster, readClock } from '../io/index.ts';
export {
  formatValue,
  formatWhen,
  formatWhere,
  listNamed,
  publishArticle,
  type SummaryOptions,
  veilNames,
  veilWords,
} from '../publish/index.ts';
export type { PolicyDescription, PolicyRule, Revision } from '../reconcile/index.ts';
export { openTaker, type TakenPage, type Taker } from './capture.ts';
export { composeEdition } from './compose.ts';
export { type Change, compare, explain } from './editions/compare.ts';
export { appendDecision, type DecisionRequest, decide, printDecision } from './editions/decide.ts';
export { loadDecisions, loadEdition, parseDecisions, parseEdition } from './editions/load.ts';
export {
  type ExportFormat,
  formats,
  hxlFormats,
  type Published,
  type PublishOptions,
  publish,
} from './editions/publish.ts';
export { checkPolicy, policies, revise } from './editions/revise.ts';
export { checkFile, publishFile } from './editions/save.ts';
export { findIncident, readTarget, type Target } from './editions/target.ts';
export { OutputError, RequestError, SettingsError } from './errors.ts';
export type { DocumentReadings } from './intake/document.ts';
export type { Input, Origin } from './intake/inputs.ts';
export type { InputReadings } from './intake/load.ts';
export { isAddress, plainAddress } from './intake/outside.ts';
export { loadSettings } from './load-settings.ts';
export { planReading, type ReadingPlan } from './reading-plan.ts';
export {
  type Gazetteer,
  type Guard,
  loadGazetteer,
  loadPageAssets,
  loadReader,
  loadRoomAssets,
  type PageAssets,
  type ReaderOptions,
  type RoomAssets,
  type TrainedReader,
} from './resources.ts';
export { settleWork } from './resume/work-folder.ts';
export {
  cleanEach,
  type InputArticles,
  type Progress,
  type Run,
  type RunOptions,
  read,
  readEach,
  runRead,
  type Share,
} from './run.ts';
export {
  defaults,
  makeSettings,
  type PartialSettings,
  type PartsOf,
  readers,
  type Settings,
  version,
} from './settings.ts';
export { listItems, readItems } from './shards/items.ts';
export { linkShards, reconcileShards } from './shards/join.ts';
export { mapShards } from './shards/map.ts';
export { hashInputs } from './shards/pack.ts';
export { keepShard, manifestSchema } from './shards/shard-file.ts';
export { type StoryTracker, trackStories } from './story-tracker.ts';
export { checkWatchPlaces, type WatchOptions, watch } from './watch/repeat.ts';
export type { Look, Watch } from './watch/watch.ts';
export { startThreads } from './workers/threads.ts';
