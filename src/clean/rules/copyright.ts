import boilerplate from '../../../data/boilerplate.json' with { type: 'json' };
import { compilePhrases } from '../phrases.ts';
import type { PieceRule } from '../piece.ts';

const matches = compilePhrases(boilerplate.copyright);

/** Know lines of rights, terms and republication. */
export const copyright: PieceRule = {
  name: 'copyright',
  judge: (piece) => (matches(piece) ? 'boilerplate' : undefined),
};
