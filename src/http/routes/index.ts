import type { Route } from '../route.ts';
import { codingRoutes } from './coding.ts';
import { decisionRoutes } from './decisions.ts';
import { editionRoutes } from './editions.ts';
import { incidentRoutes } from './incidents.ts';
import { ownRoutes } from './me.ts';
import { overviewRoutes } from './overview.ts';
import { peopleRoutes } from './people.ts';
import { proposalRoutes } from './proposals.ts';
import { reportRoutes } from './reports.ts';

/** Everything that can be asked of the server, under `/room/api`. */
export const routes: readonly Route[] = [
  ...incidentRoutes,
  ...decisionRoutes,
  ...codingRoutes,
  ...reportRoutes,
  ...editionRoutes,
  ...overviewRoutes,
  ...proposalRoutes,
  ...peopleRoutes,
  ...ownRoutes,
];
