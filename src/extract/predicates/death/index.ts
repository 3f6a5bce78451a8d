import { dying } from './dying.ts';
import { readLives, readMultiple, readPossessiveDeath } from './nouns.ts';
import { outcomes } from './outcomes.ts';
import { ownHand } from './own-hand.ts';
import { survivors } from './survivors.ts';

/** Read people killed or dying, by the pass their patterns are tried in. */
export const death = {
  dying,
  ownHand,
  outcomes,
  multiple: readMultiple,
  lives: readLives,
  possessive: readPossessiveDeath,
  survivors,
} as const;
