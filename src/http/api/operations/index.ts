import type { Operation } from '../operation.ts';
import { articleOperations } from './articles.ts';
import { claimOperations } from './claims.ts';
import { decisionOperations } from './decisions.ts';
import { editionOperations } from './editions.ts';
import { incidentOperations } from './incidents.ts';
import { jobOperations } from './jobs.ts';
import { moveOperations } from './moves.ts';
import { statusOperations } from './status.ts';

/** Everything a program can ask, under `/api/v1`. */
export const operations: readonly Operation[] = [
  ...incidentOperations,
  ...claimOperations,
  ...articleOperations,
  ...editionOperations,
  ...decisionOperations,
  ...jobOperations,
  ...moveOperations,
  ...statusOperations,
];
