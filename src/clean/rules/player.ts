import boilerplate from '../../../data/boilerplate.json' with { type: 'json' };
import { compilePhrases } from '../phrases.ts';
import type { PieceRule } from '../piece.ts';

const matches = compilePhrases(boilerplate.player);

/** A clip in a play list: its length, then its title. */
const clip = /^\d{1,2}:\d{2}\s+(?![ap]\.?m)\D.{5,120}$/i;

/** Know the words of video players and slide shows. */
export const player: PieceRule = {
  name: 'player',
  judge: (piece) => {
    const isClip = !piece.isSentence && clip.test(piece.text);
    return isClip || matches(piece) ? 'boilerplate' : undefined;
  },
};
