import boilerplate from '../../../data/boilerplate.json' with { type: 'json' };
import { compilePhrases } from '../phrases.ts';
import type { PieceRule } from '../piece.ts';

const matches = compilePhrases(boilerplate.subscribing);

/** Know sign-up boxes, newsletters, paywalls and app advertisements. */
export const subscribing: PieceRule = {
  name: 'subscribing',
  judge: (piece) => (matches(piece) ? 'boilerplate' : undefined),
};
