import boilerplate from '../../../data/boilerplate.json' with { type: 'json' };
import { compilePhrases } from '../phrases.ts';
import type { PieceRule } from '../piece.ts';

const matches = compilePhrases(boilerplate.commenting);

/** Know comment forms and their notices. */
export const commenting: PieceRule = {
  name: 'commenting',
  judge: (piece) => (matches(piece) ? 'boilerplate' : undefined),
};
