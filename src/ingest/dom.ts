/**
 * The little of the DOM this stage uses.
 *
 * The project compiles without the browser's types, so that no stage can reach for a window; linkedom's nodes fit these.
 */
export interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly parentNode: DomElement | null;
  readonly nextSibling: DomNode | null;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly childNodes: ArrayLike<DomNode> & Iterable<DomNode>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  hasAttribute(name: string): boolean;
  insertBefore(node: DomNode, before: DomNode | null): DomNode;
  append(...nodes: DomNode[]): void;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): ArrayLike<DomElement> & Iterable<DomElement>;
}

export interface DomDocument extends DomElement {
  readonly documentElement: DomElement | null;
  readonly body: DomElement | null;
  createElement(name: string): DomElement;
}

const elementNode = 1;
export const textNode = 3;

/** Tell whether a node is an element. */
export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === elementNode;
}
