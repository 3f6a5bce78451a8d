import type { Route } from '../route.ts';
import { decisionRoutes } from './decisions.ts';
import { incidentRoutes } from './incidents.ts';

/** Everything that can be asked of the server, under `/api/v1`. */
export const routes: readonly Route[] = [...incidentRoutes, ...decisionRoutes];
