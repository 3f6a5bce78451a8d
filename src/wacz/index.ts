export type { CapturedExchange, CapturedMedia, CapturedPage, MissedPage } from './capture.ts';
export { type CheckedWacz, checkWacz, type WaczMismatch } from './check.ts';
export { NoWarcio } from './driver.ts';
export { packWacz } from './pack.ts';
export { readPageParts } from './page.ts';
export { isAsStated } from './record.ts';
export { KeyError, openSigningKey, openTrustedKey, type SealState } from './seal.ts';
