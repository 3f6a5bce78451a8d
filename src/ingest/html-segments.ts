import type { Segment } from '../model/index.ts';
import { type DomDocument, type DomElement, type DomNode, isElement, textNode } from './dom.ts';

/** A page's visible text with its segments; `data-segment="N"` spans in the tree hold the nodes of segment N. */
export interface Walked {
  readonly value: string;
  readonly segments: readonly Segment[];
}

export const segmentAttribute = 'data-segment';

const joint = '\n\n';
const maxHints = 40;

const hidden = new Set(
  'script style title noscript template svg math iframe object embed canvas audio video select option textarea input button head datalist dialog map'.split(
    ' ',
  ),
);
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q ruby rt rp s samp small span strike strong sub sup time tt u var wbr amp-img picture source'.split(
    ' ',
  ),
);
const landmarks = new Set(['nav', 'footer', 'aside', 'header', 'form', 'figure', 'article', 'main', 'table']);
/** An ancestor of these says more of its text than the nearest block does. */
const telling = new Set(['figcaption', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'caption', 'address']);

interface Place {
  readonly tag: string;
  readonly hints: readonly string[];
  readonly isPreformatted: boolean;
}

/** Characters that show nothing: controls, soft hyphen, zero-width and direction marks. */
const invisible = /[^\P{Cc}\t\n\r\f\v]|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** Walk a page once: its text block by block, white space as a browser would show it. */
export function walkDocument(document: DomDocument): Walked {
  const walker = new Walker(document);
  const title = document.querySelector('title');
  if (title !== null) walker.addLone(title, 'title');
  const root = document.body ?? document.documentElement;
  if (root !== null) walker.visit(root, { tag: 'body', hints: [], isPreformatted: false });
  walker.flush();
  return { value: walker.parts.join(joint), segments: walker.segments };
}

class Walker {
  readonly parts: string[] = [];
  readonly segments: Segment[] = [];
  private length = 0;
  private nodes: DomNode[] = [];
  private text = '';
  /** End of the text added last: looking at `text` itself would cost its whole length each time. */
  private latest = '';
  private linked = 0;
  private breaks = 0;
  private place: Place = { tag: 'body', hints: [], isPreformatted: false };
  private readonly document: DomDocument;

  constructor(document: DomDocument) {
    this.document = document;
  }

  addLone(element: DomElement, tag: string): void {
    this.text = element.textContent ?? '';
    this.place = { tag, hints: [], isPreformatted: false };
    this.flush();
  }

  visit(element: DomElement, place: Place): void {
    for (const child of [...element.childNodes]) {
      if (child.nodeType === textNode) this.addText(child, child.textContent ?? '', place, false);
      else if (isElement(child)) this.visitElement(child, place);
    }
  }

  private visitElement(element: DomElement, place: Place): void {
    const name = element.localName;
    if (hidden.has(name) || isHidden(element)) return;
    if (name === 'br') {
      this.breaks += 1;
      if (this.nodes.length > 0) this.nodes.push(element);
    } else if (inline.has(name) && !holdsBlock(element)) {
      this.addText(element, readInline(element), place, name === 'a' || element.querySelector('a') !== null);
    } else if (inline.has(name)) {
      this.flush();
      this.visit(element, place);
      this.flush();
    } else {
      this.flush();
      this.visit(element, enter(element, place));
      this.flush();
    }
  }

  private addText(node: DomNode, text: string, place: Place, isLink: boolean): void {
    if (/\S/.test(text) && this.breaks > 0) {
      if (this.breaks > 1 || /[.!?:;"”’)…]\s{0,20}$/.test(this.latest)) this.flush();
      else this.text += ' ';
      this.breaks = 0;
    }
    if (place.isPreformatted && /\n\s*\n/.test(text)) {
      this.addPreformatted(text, place);
      return;
    }
    this.place = place;
    this.nodes.push(node);
    this.text += text;
    if (/\S/.test(text)) this.latest = text.slice(-40);
    if (isLink) this.linked += countLinked(node, text);
  }

  private addPreformatted(text: string, place: Place): void {
    for (const part of text.split(/\n\s*\n/)) {
      this.place = place;
      this.text += part;
      this.flush();
    }
  }

  flush(): void {
    const value = this.text
      .replace(/[ \t\n\r\f\v]+/g, ' ')
      .replace(invisible, '')
      .trim();
    if (value.length > 0) {
      const start = this.length + (this.parts.length > 0 ? joint.length : 0);
      const linkDensity = Math.min(1, this.linked / value.length);
      this.wrap(this.segments.length);
      this.parts.push(value);
      this.segments.push({
        start,
        end: start + value.length,
        tag: this.place.tag,
        hints: this.place.hints,
        linkDensity,
      });
      this.length = start + value.length;
    }
    this.nodes = [];
    this.text = '';
    this.linked = 0;
    this.breaks = 0;
  }

  /** Put each row of neighbouring nodes of a segment into a span that names it. */
  private wrap(index: number): void {
    let span: DomElement | undefined;
    let last: DomNode | undefined;
    for (const node of this.nodes) {
      const parent = node.parentNode;
      if (parent === null) continue;
      if (span === undefined || last?.nextSibling !== node || span.parentNode !== parent) {
        span = this.document.createElement('span');
        span.setAttribute(segmentAttribute, String(index));
        parent.insertBefore(span, node);
      }
      span.append(node);
      last = span;
    }
  }
}

function enter(element: DomElement, place: Place): Place {
  const name = element.localName;
  const words = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.toLowerCase();
  const own = words.split(/\s+/).filter((word) => word.length > 0 && word.length < 60);
  const named = landmarks.has(name) ? [name, ...own] : own;
  const hints = named.length === 0 ? place.hints : [...new Set([...place.hints, ...named])].slice(-maxHints);
  const outranks = place.tag === 'figcaption' || place.tag === 'blockquote' || /^h[1-6]$/.test(place.tag);
  const keeps = telling.has(place.tag) && (outranks || !telling.has(name));
  return { tag: keeps ? place.tag : name, hints, isPreformatted: place.isPreformatted || name === 'pre' };
}

function isHidden(element: DomElement): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

function holdsBlock(element: DomElement): boolean {
  for (const child of element.childNodes) {
    if (!isElement(child)) continue;
    if (child.localName === 'br' || !inline.has(child.localName)) {
      if (!hidden.has(child.localName)) return true;
    } else if (holdsBlock(child)) return true;
  }
  return false;
}

function readInline(element: DomElement): string {
  let text = '';
  for (const child of element.childNodes) {
    if (child.nodeType === textNode) text += child.textContent ?? '';
    else if (isElement(child) && !hidden.has(child.localName) && !isHidden(child)) text += readInline(child);
  }
  return text;
}

function countLinked(node: DomNode, text: string): number {
  if (!isElement(node)) return 0;
  if (node.localName === 'a') return text.trim().length;
  return [...node.querySelectorAll('a')].reduce((sum, link) => sum + (link.textContent ?? '').trim().length, 0);
}
