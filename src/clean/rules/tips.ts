import boilerplate from '../../../data/boilerplate.json' with { type: 'json' };
import { compilePhrases } from '../phrases.ts';
import type { PieceRule } from '../piece.ts';

const opens = compilePhrases(boilerplate.tips);
const holds = compilePhrases(boilerplate.tipsWithin);

/** Know appeals for information, with their telephone numbers; one that also reports a casualty is not only an appeal. */
export const tips: PieceRule = {
  name: 'tips',
  judge: (piece) => (opens(piece) || holds(piece) ? 'boilerplate' : undefined),
};
