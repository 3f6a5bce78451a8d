export type { CapturedMedia, CapturedPage, MissedPage } from './capture.ts';
export { type CheckedWacz, checkWacz, type WaczMismatch } from './check.ts';
export { KeyError, NoWarcio } from './errors.ts';
export { packWacz } from './pack.ts';
export { readPageParts } from './page.ts';
export { isAsStated } from './record.ts';
export { openSigningKey, openTrustedKey, type SealState } from './seal.ts';
