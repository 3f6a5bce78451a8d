import ts from 'typescript';

/** A longer list of words belongs into data/. */
const mostWords = 8;

/** Pattern of a plain English word or phrase in lower case; two letters are a code ("en"), not a word. */
const plainWord = /^[a-z]{3,}(?:[ '’-][a-z]+)*$/;

/** A list of words found in code: the line it begins on, and its first words. */
export interface WordList {
  readonly line: number;
  readonly words: readonly string[];
}

/**
 * Find lists of more than eight plain English words in code: in arrays, in strings that are split into words, and in the
 * alternatives of a pattern.
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

/** List the alternatives of each group of a pattern, without optional letters: "wounds?|burns?" gives "wound" and "burn". */
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
