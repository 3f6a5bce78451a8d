export { type Fetched, type Fetcher, openFetcher, refuseOffline } from './fetch.ts';
export { type FetchOptions, fetchDefaults } from './options.ts';
export { FetchRefusal } from './refusal.ts';
