export {
  type Change,
  type DecisionRequest,
  type Input,
  type PartialSettings,
  type PartsOf,
  type Poster,
  RequestError,
  type Settings,
} from '../pipeline/index.ts';
export { ArchiveError, type ArchiveFault, type DeliveryRow } from '../store/index.ts';
export { type CheckedWacz, KeyError, NoWarcio, type SealState, type WaczMismatch } from '../wacz/index.ts';
export { type Added, type AddOptions, addNews, addReports } from './add.ts';
export { readAllowed } from './allowed.ts';
export { type Archive, type ArchiveOptions, isArchivePlace, openArchive } from './archive.ts';
export * from './ask/index.ts';
export { backupArchive, type Copied, restoreArchive } from './backup.ts';
export { type CaptureOptions, type CaptureOutcome, captureWeb } from './capture.ts';
export { decideOn, type StandingDecision, tellDecisions, undoDecision } from './decisions.ts';
export {
  type ArchiveEdition,
  type EditionProgress,
  type EditionQuery,
  hashEdition,
  type KeptComposition,
  readEdition,
  takeSnapshot,
} from './edition.ts';
export { type GoldClaim, type GoldDocument, gatherGold } from './gold.ts';
export { type IncidentHistory, tellIncidents } from './lineage.ts';
export * from './moved/index.ts';
export * from './people/index.ts';
export * from './query/index.ts';
export { type LinkedNews, linkNew } from './records.ts';
export { removeReports } from './remove.ts';
export { type ReportStretch, readReportText } from './report-text.ts';
export { doOnce, type KeyedAnswer, type KeyedRequest, UnderWay } from './request-keys.ts';
export * from './room/index.ts';
export { type SearchHit, type SearchQuery, searchArchive } from './search.ts';
export { gatherShards, queueShards, type WorkerOptions, workShards } from './shard-queue.ts';
export { type Mismatch, type Verified, verifyArchive, verifyWebArchive } from './verify.ts';
export {
  type ArticleVersion,
  type MovedFigure,
  type ReceivedSource,
  type TextChange,
  tellVersions,
} from './versions.ts';
