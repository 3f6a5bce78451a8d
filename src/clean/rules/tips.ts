import boilerplate from '../../../data/boilerplate.json' with { type: 'json' };
import { compilePhrases } from '../phrases.ts';
import type { PageBlock, PieceRule } from '../piece.ts';

const opens = compilePhrases(boilerplate.tips);
const holds = compilePhrases(boilerplate.tipsWithin);

const maxWords = 60;
const telephone = /\(?\b\d{3}\)?[-. ]{1,2}(?:\d{3}|[A-Z]{3,4})[-. ]?(?:\d{4}|[A-Z]{4})\b|\b1-8\d\d-/;
const appeal = /\b(?:call|contact|text|phone|reach)\b/;
const subject = /\b(?:information|tips?|tipsters?|crime ?stoppers|anonymous(?:ly)?|hot ?line|lifeline)\b/;
const casualty = /\b(?:killed|wounded|injured|dead|died|shot)\b/;

/** Know appeals for information, with their telephone numbers; one that also reports a casualty is not only an appeal. */
export const tips: PieceRule = {
  name: 'tips',
  judge: (piece) => (opens(piece) || holds(piece) || isAppeal(piece) ? 'boilerplate' : undefined),
};

function isAppeal({ words, text, plain }: PageBlock): boolean {
  if (words > maxWords || !telephone.test(text) || casualty.test(plain)) return false;
  return appeal.test(plain) && subject.test(plain);
}
