import { Parser } from 'htmlparser2';

export interface TreeLimits {
  /** Open elements inside each other. */
  readonly maxDepth: number;
  /** Elements; stretches of text between them may be half as many again. */
  readonly maxElements: number;
}

const chunkChars = 65_536;

/**
 * Say why a page's tree is too deep or too big to build, without building it; `undefined` where it is not.
 *
 * Streams the tags, so that a hostile page costs no more than the part of it that proves it hostile.
 */
export function findTreeHazard(html: string, limits: TreeLimits): string | undefined {
  let depth = 0;
  let elements = 0;
  let texts = 0;
  let attributes = 0;
  let hazard: string | undefined;
  const parser = new Parser({
    onopentagname() {
      depth += 1;
      elements += 1;
      if (depth > limits.maxDepth) hazard ??= `its elements are nested more than ${limits.maxDepth} deep`;
      if (elements > limits.maxElements) hazard ??= `it has more than ${limits.maxElements} elements`;
    },
    onattribute() {
      attributes += 1;
      if (attributes > limits.maxElements * 10) hazard ??= `it has more than ${limits.maxElements * 10} attributes`;
    },
    ontext() {
      texts += 1;
      if (texts > limits.maxElements * 1.5)
        hazard ??= `its text is broken into more than ${limits.maxElements * 1.5} pieces`;
    },
    onclosetag() {
      depth -= 1;
    },
  });
  for (let at = 0; at < html.length && hazard === undefined; at += chunkChars) {
    parser.write(html.slice(at, at + chunkChars));
  }
  return hazard;
}
