import type { MentionOutcome, SentenceOutcome } from '../src/extract/index.ts';

function describeMention({ quote, kind, claims, whyNot }: MentionOutcome): string {
  const made = claims.map(({ attribute, producer }) => `${attribute} [${producer.rule ?? producer.name}]`);
  return `    ${quote.padEnd(18)} ${kind.padEnd(10)} ${whyNot === '' ? `-> ${made.join(', ')}` : whyNot}`;
}

/**
 * Print the mentions of people and the predicates of each sentence, with the claims each led to or the reason why not;
 * sentences without any are left out.
 */
export function drawMentions(sentences: readonly SentenceOutcome[]): string {
  const drawn = sentences
    .filter(({ mentions }) => mentions.length > 0)
    .map(({ quote, mentions }) => [quote.replaceAll(/\s+/g, ' ').trim(), ...mentions.map(describeMention)].join('\n'));
  return `${drawn.join('\n\n')}\n`;
}
