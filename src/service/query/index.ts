export { type ChangeQuery, compareEditions } from './changes.ts';
export { findDecisions } from './decisions.ts';
export { explainFigure, readFigures } from './figures.ts';
export { findIncidents, type IncidentQuery } from './find.ts';
export { getIncident, type RecordQuery } from './incident.ts';
export { NotThere, type Page } from './page.ts';
export { findClaims, findQuotes, type QuoteQuery } from './quotes.ts';
export { findReports, getReport, type OpenReport, openReport } from './reports.ts';
export {
  type Explanation,
  explanationSchema,
  type IncidentRecord,
  incidentRecordSchema,
  type Quote,
  type QuotedFigure,
  quotedFigureSchema,
  quoteSchema,
  type ReportedClaim,
  type ReportHead,
  type ReportText,
  reportedClaimSchema,
  reportHeadSchema,
  reportTextSchema,
} from './shapes.ts';
export { nameState } from './state.ts';
export { type Status, tellStatus } from './status.ts';
