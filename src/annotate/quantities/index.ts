import type { Layer, Quantity, Sentence, Token } from '../../model/index.ts';
import { makeQuantity, readOrdinal, readPrinted, readVague } from './readings.ts';

const producer = { name: 'quantities', version: '1' };

/** Read the quantities of one sentence's tokens into `items`. */
function readSentence(tokens: readonly Token[], items: Quantity[]): void {
  let floor = 0;
  for (let at = 0; at < tokens.length; ) {
    const reading = readOrdinal(tokens, at) ?? readPrinted(tokens, at, floor) ?? readVague(tokens, at);
    const quantity = reading === undefined ? undefined : makeQuantity(tokens, reading);
    if (reading === undefined || quantity === undefined) at++;
    else {
      items.push(quantity);
      floor = reading.last;
      at = floor;
    }
  }
}

/**
 * Read every number and vague number word of a text's sentences, with its qualifier and what it seems to count.
 *
 * Numbers that cannot be people (ages, money, clock times, dates, addresses, measures) are kept with their kind, so that a
 * rule can see why a number was passed over. Quantities are sorted and never cross a sentence.
 */
export function readQuantities(tokens: Layer<Token>, sentences: Layer<Sentence>): Layer<Quantity> {
  const items: Quantity[] = [];
  for (const { first, last } of sentences.items) readSentence(tokens.items.slice(first, last), items);
  return { name: 'quantities', text: tokens.text, producer, items };
}
