export { type Fetched, type Fetcher, openFetcher, refuseOffline } from './fetch.ts';
export { type FetchOptions, fetchDefaults } from './options.ts';
export { type FetchCode, FetchRefusal } from './refusal.ts';
