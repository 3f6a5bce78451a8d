import boilerplate from '../../../data/boilerplate.json' with { type: 'json' };
import { compilePhrases } from '../phrases.ts';
import type { PieceRule } from '../piece.ts';

const matches = compilePhrases(boilerplate.cookies);

/** Know consent notices. */
export const cookies: PieceRule = {
  name: 'cookies',
  judge: (piece) => (matches(piece) ? 'boilerplate' : undefined),
};
