/** What extracting tells. */
export interface Options {
  /** Counts less sure than this are held back, 0..1; `confidence.ts` says how sure a count is. */
  readonly minConfidence: number;
}

/** Nothing is held back: no level buys precision that is worth its recall (`docs/decisions/0018-no-level-by-default.md`). */
export const defaults: Options = { minConfidence: 0 };
