import model from 'wink-eng-lite-web-model';
import winkNLP, { type Document, type ItsHelpers } from 'wink-nlp';

/** The part of the library's model to which it adds each word that it does not know. */
interface Lexemes {
  readonly list: readonly string[];
  /** Places in the list. */
  readonly hash: Record<string, number>;
}

interface CoreModel {
  readonly features: { readonly lexeme: Lexemes };
}

interface OpenLibrary {
  readonly readDoc: (text: string) => Document;
  readonly its: ItsHelpers;
  readonly lexemes: Lexemes;
}

/** Words known and met after which the library is opened anew: it has room for 1,048,576, and forgotten ones keep theirs. */
const mostLexemes = 300_000;

// Each call would wrap the string of the one before once more.
const customEntities = (model.metaCER as () => unknown)();

function openLibrary(): OpenLibrary {
  const core = (model.core as () => CoreModel)();
  const wink = winkNLP({ ...model, core: () => core, metaCER: () => customEntities }, ['sbd', 'pos']);
  return { readDoc: wink.readDoc, its: wink.its, lexemes: core.features.lexeme };
}

// Opened with the module: what a thread loads is no part of the time a document takes.
let library = openLibrary();

/**
 * Read a text with wink-nlp as if it were the first; `take` takes what is wanted of the document before its words are forgotten.
 *
 * The library cuts a word apart or leaves it whole by whether it has met it whole before: after one "house.21-year-old" every later
 * "21-year-old" would be one word, and what a report says would depend on which reports its thread had read.
 */
export function readAfresh<T>(text: string, take: (document: Document, its: ItsHelpers) => T): T {
  if (library.lexemes.list.length > mostLexemes) library = openLibrary();
  const { readDoc, its, lexemes } = library;
  const known = lexemes.list.length;
  try {
    return take(readDoc(text), its);
  } finally {
    for (const word of lexemes.list.slice(known)) delete lexemes.hash[word];
  }
}
