export {
  type Adding,
  addingLimits,
  beginAdding,
  cancelAdding,
  checkPasted,
  isUnderWay,
  listAdding,
  readDocuments,
  type SentDocument,
} from './adding.ts';
export type { Agreement } from './agreement.ts';
export {
  type BoardFigure,
  type BoardQuery,
  type BoardRow,
  type BoardSort,
  boardSorts,
  chooseRows,
  type Doubt,
  doubts,
} from './board.ts';
export { acceptBulk, type BulkLine, type BulkOutcome, type BulkPreview, previewBulk } from './bulk.ts';
export {
  type AgreementReport,
  adjudicate,
  type BlindSheet,
  type CodedValue,
  codeBlind,
  type Disagreement,
  openBlind,
  reportAgreement,
} from './coding.ts';
export { decideRecord, type Kept, previewDecision, type RoomRequest, SeenElsewhere, undoRecord } from './decide.ts';
export {
  type Asking,
  compareReleased,
  exportChoices,
  exportReleased,
  listReleased,
  type Released,
  releaseEdition,
} from './editions.ts';
export type { LoggedDecision } from './families.ts';
export { type Front, type FrontMove, type FrontStory, noteVisit, readFront } from './front.ts';
export type { RoomEvent, ToldEvent } from './hub.ts';
export { cancelJob, findJob, findPrinted, type Job, listJobs, type Printed } from './jobs.ts';
export { type LogLine, listLog } from './log.ts';
export { type MonthSum, type PlaceSum, sumMonths, sumPlaces } from './overview.ts';
export {
  acceptProposal,
  dismissProposal,
  listWaiting,
  type Proposal,
  proposeDecision,
} from './proposals.ts';
export { assignIncident, leaseIncident, leaseMinutes, listHeld, listQueue, type QueuedRow } from './queue.ts';
export { type OpenRecord, openRecord } from './record.ts';
export { readVersions, searchReports } from './reports.ts';
export { openRoom, type Room, refreshRoom } from './room.ts';
export { listRows } from './rows.ts';
export { type UnveilRequest, unveilRecord } from './unveil.ts';
export { cancelWork, listWork, type Work } from './work.ts';
