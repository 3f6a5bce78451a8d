/** Settings a config file may hold. */
export interface Settings {
  /** Have the trained reader read every sentence, not only those that can hold a claim or what a claim needs. */
  readonly everySentence: boolean;
  /** Link the mentions of one entity across the article: the dearest part beside the network, and no claim needs it yet. */
  readonly links: boolean;
}

export const defaults: Settings = { everySentence: false, links: false };
