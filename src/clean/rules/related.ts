import boilerplate from '../../../data/boilerplate.json' with { type: 'json' };
import { compilePhrases } from '../phrases.ts';
import type { PieceRule } from '../piece.ts';

const matches = compilePhrases(boilerplate.related);

/** Know labels and links that lead to other pages, and advertisement marks. */
export const related: PieceRule = {
  name: 'related',
  judge: (piece) => (matches(piece) ? 'boilerplate' : undefined),
};
