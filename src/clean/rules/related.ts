import boilerplate from '../../../data/boilerplate.json' with { type: 'json' };
import { compilePhrases } from '../phrases.ts';
import type { PieceRule } from '../piece.ts';

const matches = compilePhrases(boilerplate.related);

/** A call in capitals before links: "READ MORE Council to vote". */
const calls = /^(?:ALSO READ|DON['’]T MISS|MORE|READ|READ ALSO|READ MORE|READ NEXT|RELATED|SEE ALSO|WATCH)\b[^a-z]/;
const leastLinked = 0.4;

/** Know labels and links that lead to other pages, and advertisement marks. */
export const related: PieceRule = {
  name: 'related',
  judge(piece) {
    const isCall = piece.linkDensity > leastLinked && calls.test(piece.text);
    return isCall || matches(piece) ? 'boilerplate' : undefined;
  },
};
