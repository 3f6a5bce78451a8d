export { type Fetched, type Fetcher, openFetcher, refuseOffline } from './fetch.ts';
export { type FetchOptions, fetchDefaults } from './options.ts';
export { openPoster, type Poster } from './post.ts';
export { FetchRefusal } from './refusal.ts';
