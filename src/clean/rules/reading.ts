import boilerplate from '../../../data/boilerplate.json' with { type: 'json' };
import { compilePhrases } from '../phrases.ts';
import type { PieceRule } from '../piece.ts';

const matches = compilePhrases(boilerplate.reading);

/** Know lines that send the reader to the full text elsewhere. */
export const reading: PieceRule = {
  name: 'reading',
  judge: (piece) => (matches(piece) ? 'boilerplate' : undefined),
};
