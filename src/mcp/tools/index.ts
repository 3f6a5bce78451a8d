import type { Tool } from '../tool.ts';
import { askTool } from './ask.ts';
import { compareEditionsTool } from './compare-editions.ts';
import { explainFigureTool } from './explain-figure.ts';
import { findIncidentsTool } from './find-incidents.ts';
import { findQuotesTool } from './find-quotes.ts';
import { getIncidentTool } from './get-incident.ts';
import { proposeDecisionTool } from './propose-decision.ts';
import { readReportsTool } from './read-reports.ts';

/** All that an assistant can do. */
export const tools: readonly Tool[] = [
  askTool,
  findIncidentsTool,
  getIncidentTool,
  explainFigureTool,
  compareEditionsTool,
  findQuotesTool,
  readReportsTool,
  proposeDecisionTool,
];
