export interface Options {
  /** ISO 639-1 codes of the languages that are read, others are set aside; empty reads all. */
  readonly languages: readonly string[];
  /** A report with fewer words than this outside boilerplate is empty; one with only a headline or caption is kept, with an issue. */
  readonly minBodyWords: number;
}

export const defaults: Options = { languages: ['en'], minBodyWords: 5 };
