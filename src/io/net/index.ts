export { type Fetched, type Fetcher, type FetchWorld, openFetcher, refuseOffline } from './fetch.ts';
export { type FetchOptions, fetchDefaults } from './options.ts';
export { type FetchCode, FetchRefusal } from './refusal.ts';
