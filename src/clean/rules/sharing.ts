import boilerplate from '../../../data/boilerplate.json' with { type: 'json' };
import { compilePhrases } from '../phrases.ts';
import type { PieceRule } from '../piece.ts';

const matches = compilePhrases(boilerplate.sharing);

/** Know buttons and lines that ask to share, print or follow. */
export const sharing: PieceRule = {
  name: 'sharing',
  judge: (piece) => (matches(piece) ? 'boilerplate' : undefined),
};
