/** How much may be asked of a server. */
export interface Limits {
  /** Requests of one asker that may come at once, and how many a second after that. */
  readonly burst: number;
  readonly perSecond: number;
  /** Bytes of a request, files included. */
  readonly bodyBytes: number;
  /** Files of one form. */
  readonly files: number;
  /** Bytes of a request that holds words alone: what is decided, asked, written. */
  readonly wordBytes: number;
  /** Seconds after which a request of a program is given up; what prints whole editions has ten times as long. */
  readonly seconds: number;
  /** Seconds after which a program that asks for a whole edition is told of the job that computes it. */
  readonly patience: number;
}

export const usualLimits: Limits = {
  ...{ burst: 240, perSecond: 40, seconds: 30, patience: 20 },
  ...{ bodyBytes: 64 * 1024 * 1024, wordBytes: 4 * 1024 * 1024, files: 500 },
};
