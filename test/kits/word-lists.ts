import ts from 'typescript';

/** Longer lists of words are data. */
const mostWords = 8;

/** A word or phrase of plain English in lower case; a code of two letters is none. */
const plainWord = /^[a-z]{3,}(?:[ '’-][a-z]+)*$/;

/** A list of words that stands in code: the line it begins in and its first words. */
export interface WordList {
  readonly line: number;
  readonly words: readonly string[];
}

/**
 * Find lists of more than eight plain English words in code: arrays, strings that are cut into words, and the alternatives of a pattern.
 */
export function findWordLists(code: string, name = 'code.tsx'): readonly WordList[] {
  const file = ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true);
  const found: WordList[] = [];
  const visit = (node: ts.Node): void => {
    const words = listsOf(node)
      .map((list) => list.filter((word) => plainWord.test(word)))
      .find((list) => list.length > mostWords);
    if (words !== undefined)
      found.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, words: words.slice(0, 4) });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function listsOf(node: ts.Node): readonly (readonly string[])[] {
  if (ts.isArrayLiteralExpression(node)) return [node.elements.filter(ts.isStringLiteralLike).map(({ text }) => text)];
  if (ts.isRegularExpressionLiteral(node)) return listAlternatives(node.text.slice(1, node.text.lastIndexOf('/')));
  if (ts.isTemplateExpression(node)) return listAlternatives(node.getText());
  if (!ts.isStringLiteralLike(node)) return [];
  const isCut = ts.isPropertyAccessExpression(node.parent) && node.parent.name.text === 'split';
  return isCut ? [node.text.split(/[\s,|]+/)] : listAlternatives(node.text);
}

/** List the alternatives of each group of a pattern; an optional letter or ending ("wounds?") is left out of the word. */
function listAlternatives(pattern: string): readonly (readonly string[])[] {
  const groups: string[][] = [];
  let open: string[][] = [['']];
  for (const [part] of pattern.matchAll(/\\.|\(\?[:=!]|\(\?<[=!]|\(\?<\w+>|[\s\S]/g)) {
    const here = open.at(-1) ?? [''];
    if (part.startsWith('(')) open = [...open, ['']];
    else if (part === ')' && open.length > 1) {
      groups.push(here);
      open = open.slice(0, -1);
    } else if (part === '|') here.push('');
    else here.push(`${here.pop() ?? ''}${part}`);
  }
  return [...groups, ...open].map((group) => group.map((word) => word.replace(/^[\\^]b?|\\b$|\$$|\w\?/g, '')));
}
