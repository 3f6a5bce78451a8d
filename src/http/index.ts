export { documentOf } from './api/document.ts';
export { operations } from './api/operations/index.ts';
export { makeApp } from './app.ts';
export type { Route } from './route.ts';
export { routes } from './routes/index.ts';
export { type Served, type ServeOptions, serveRoom, type TeamOptions } from './serve.ts';
export { openLocalSessions, openTeamSessions, type Sessions } from './session.ts';
