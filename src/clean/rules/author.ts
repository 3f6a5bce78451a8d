import boilerplate from '../../../data/boilerplate.json' with { type: 'json' };
import { compilePhrases } from '../phrases.ts';
import type { PieceRule } from '../piece.ts';

const matches = compilePhrases(boilerplate.author);
const address = /^(?:e-?mail:?\s*)?\S{1,60}@\S{1,60}\.\S{2,10}(?:\s+(?:or|and|\|)?\s*[\d().-]{7,16})?$/i;
const handle = /^(?:twitter|x|facebook|instagram|follow(?: \S+){0,3})?:?\s*@\w{2,30}(?:\s*[,|&]?\s*@\w{2,30})*$/i;
const invitation = /^(?:contact|follow|email|reach|call)\s.{0,80}(?:@\w|\bon (?:twitter|facebook|x)\b|\d{3}[-.]\d{4})/i;

/** Know author boxes, credits of those who helped, and lone addresses and handles. */
export const author: PieceRule = {
  name: 'author',
  judge(piece) {
    if (matches(piece)) return 'boilerplate';
    if (piece.words > 20) return undefined;
    const isContact = address.test(piece.text) || handle.test(piece.text) || invitation.test(piece.text);
    return isContact ? 'boilerplate' : undefined;
  },
};
