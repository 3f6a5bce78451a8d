import type { BlockJudgement, PageBlock, PieceRule } from '../piece.ts';
import { author } from './author.ts';
import { byline } from './byline.ts';
import { caption } from './caption.ts';
import { commenting } from './commenting.ts';
import { cookies } from './cookies.ts';
import { copyright } from './copyright.ts';
import { hints } from './hints.ts';
import { navigation } from './navigation.ts';
import { player } from './player.ts';
import { reading } from './reading.ts';
import { related } from './related.ts';
import { sharing } from './sharing.ts';
import { stamp } from './stamp.ts';
import { subscribing } from './subscribing.ts';
import { tips } from './tips.ts';
import { updates } from './updates.ts';

/** Every family, in the order they are asked; the first that knows the piece decides. */
export const rules: readonly PieceRule[] = [
  copyright,
  caption,
  stamp,
  byline,
  tips,
  sharing,
  commenting,
  subscribing,
  author,
  related,
  reading,
  cookies,
  player,
  updates,
  navigation,
  hints,
];

/** Ask the families about one piece by itself. */
export function judgePiece(piece: PageBlock): BlockJudgement | undefined {
  for (const rule of rules) {
    const kind = rule.judge(piece);
    if (kind !== undefined) return { kind, because: rule.name };
  }
  return undefined;
}
