import { Parser } from 'htmlparser2';

/** An element of XML by its local name; text stands among its children. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

export interface XmlLimits {
  readonly maxDepth: number;
  readonly maxElements: number;
}

const chunkChars = 65_536;

/**
 * Build the tree of an XML or SGML document, names without their namespaces; a string says why it is too deep or too big.
 *
 * Entities that a document defines for itself stay as they are written. `isSgml` reads names in any letter case, as lower case.
 */
export function buildXml(text: string, limits: XmlLimits, isSgml = false): XmlElement | string {
  const root: XmlElement = { name: '#document', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  let elements = 0;
  let hazard: string | undefined;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        elements += 1;
        if (elements > limits.maxElements) hazard ??= `it has more than ${limits.maxElements} elements`;
        if (open.length > limits.maxDepth) hazard ??= `its elements are nested more than ${limits.maxDepth} deep`;
        // Paragraphs of SGML need no end.
        if (isSgml && name === 'p' && open.at(-1)?.name === 'p') open.pop();
        const element: XmlElement = { name: localName(name), attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(piece) {
        const children = open.at(-1)?.children;
        const last = children?.at(-1);
        if (children === undefined) return;
        if (typeof last === 'string') children[children.length - 1] = last + piece;
        else children.push(piece);
      },
      onclosetag(name) {
        const at = open.findLastIndex((element) => element.name === localName(name));
        if (at > 0) open.length = at;
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: isSgml, lowerCaseAttributeNames: isSgml },
  );
  for (let at = 0; at < text.length && hazard === undefined; at += chunkChars)
    parser.write(text.slice(at, at + chunkChars));
  if (hazard === undefined) parser.end();
  return hazard ?? root;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** List the elements of a name at any depth, not looking into those found. */
export function findAll(element: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return names.includes(child.name) ? [child] : findAll(child, ...names);
  });
}

/** Words of the first element of one of the names that has any, the names in order of preference; single spaces. */
export function wordsOf(element: XmlElement, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const found of findAll(element, name)) {
      const text = joinText(found).replace(/\s+/g, ' ').trim();
      if (text !== '') return text;
    }
  }
  return undefined;
}

/** Value of an attribute of the first element of a name that has it. */
export function attributeOf(element: XmlElement, name: string, attribute: string): string | undefined {
  return findAll(element, name)
    .map(({ attributes }) => attributes[attribute]?.trim())
    .find((value) => value !== undefined && value !== '');
}

/** Join all text inside an element. */
export function joinText(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : joinText(child))).join('');
}

const breaking = /^(?:p|hl\d|head|h\d|li|item|lb|br|div|row|tr|quote|blockquote|q|sp|ab|list|table|note-p|DIV)$/i;
/** Parts that are no words of the report: media with their captions, notes and tables of contents. */
const besides = /^(?:media|figure|graphic|body\.head|body\.end|comments|teiHeader|script|style|en-media|object)$/i;

/** Give the paragraphs of an element, empty lines between; pictures and what belongs to them are left out. */
export function joinParagraphs(element: XmlElement): string {
  const parts: string[] = [''];
  const visit = (at: XmlElement): void => {
    for (const child of at.children) {
      if (typeof child === 'string') parts[parts.length - 1] += child;
      else if (!besides.test(child.name)) {
        const isBlock = breaking.test(child.name);
        if (isBlock) parts.push('');
        visit(child);
        if (isBlock) parts.push('');
      }
    }
  };
  visit(element);
  return parts
    .flatMap((part) => part.split(/\n\s*\n/))
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join('\n\n');
}
