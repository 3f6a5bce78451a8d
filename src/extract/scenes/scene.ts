import type { TimeExpression } from '../../model/index.ts';
import type { ReadSentence } from '../findings.ts';
import type { IncidentTrigger } from './triggers.ts';

/** A sentence with the incident words in it. */
export interface SceneSentence {
  readonly sentence: ReadSentence;
  readonly triggers: readonly IncidentTrigger[];
}

/** What one article tells of one happening, while it is being gathered. */
export interface Scene {
  readonly main: boolean;
  readonly sentences: readonly SceneSentence[];
  /** The time that dates it best so far. */
  readonly time?: TimeExpression;
}
