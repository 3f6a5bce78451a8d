import type { Range, Voice } from '../../model/index.ts';
import type { SentenceView } from '../view.ts';
import type { Speaker } from './speakers.ts';

/** Something said: by whom, with which cue and stance; ranges are UTF-16 code units of the article's text. */
export interface Utterance extends Range {
  /** The sentence of the cue. */
  readonly view: SentenceView;
  readonly speaker: Speaker;
  readonly cue: string;
  readonly cueAt: number;
  readonly stance: Voice['stance'];
  /** "told the Courier": who passed it on. */
  readonly via?: string;
  /** True where it claims, denies or confirms having done it. */
  readonly responsibility: boolean;
  /** What was said, without speaker and cue. */
  readonly content: readonly Range[];
  /** The words that attribute: speaker and cue. */
  readonly attribution: Range;
}
