import boilerplate from '../../../data/boilerplate.json' with { type: 'json' };
import { compilePhrases } from '../phrases.ts';
import type { PieceRule } from '../piece.ts';

const matches = compilePhrases(boilerplate.updates);

/** Know notices about the report itself: developing, updated, press release. */
export const updates: PieceRule = {
  name: 'updates',
  judge: (piece) => (matches(piece) ? 'boilerplate' : undefined),
};
