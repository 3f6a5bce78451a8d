export { makeApp } from './app.ts';
export { routes } from './routes/index.ts';
export { type Served, type ServeOptions, serveRoom } from './serve.ts';
export { openLocalSessions, type Role, roles, type Sessions } from './session.ts';
