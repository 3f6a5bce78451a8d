import markup from '../../../data/markup.json' with { type: 'json' };
import type { Segment } from '../../model/index.ts';
import { type HtmlTree, isInline, isOwnMaking, isUnseen, type TreeElement, textOf } from './tree.ts';

/** A block-level element with what stands directly in it: other boxes, and segments by index. */
export interface Box {
  readonly name: string;
  /** Class and id as the page spells them. */
  readonly classes: string;
  readonly id: string;
  readonly role: string;
  /** What else the page calls it: `itemprop` and names for tests and components. */
  readonly calledOtherwise: string;
  readonly parent: Box | undefined;
  readonly items: readonly (Box | number)[];
  /** Pictures, form fields and embedded frames directly in it. */
  readonly images: number;
  readonly inputs: number;
  readonly embeds: number;
}

/** A page's visible text with its segments, and the boxes they stand in. */
export interface Walked {
  readonly value: string;
  readonly segments: readonly Segment[];
  readonly root: Box;
}

const joint = '\n\n';
const maxHints = 40;

const landmarks = new Set(['nav', 'footer', 'aside', 'header', 'form', 'figure', 'article', 'main', 'table']);
/** An ancestor of these says more of its text than the nearest block does. */
const telling = new Set(['figcaption', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'caption', 'address']);
/** These only wrap the page; text in a head that was never closed is shown as browsers show it. */
const pageNames = new Set(['html', 'head', 'body']);
const otherNames = ['itemprop', 'data-testid', 'data-qa', 'data-component', 'data-type'];
const lineHolders = new Set(['p', 'li', 'td', 'dd', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'figcaption']);
const fieldNames = new Set(['input', 'select', 'textarea', 'button']);
const embedNames = new Set(['iframe', 'object', 'embed', 'video', 'audio']);

interface Place {
  readonly tag: string;
  readonly hints: readonly string[];
  readonly isPreformatted: boolean;
  /** True inside a link that holds whole blocks. */
  readonly isLinked: boolean;
}

type OpenBox = { -readonly [Key in keyof Box]: Box[Key] } & { readonly items: (Box | number)[] };

/** Names of what shows only while a pointer rests on a word. */
const hovered = new RegExp(`(?:^|[\\s_-])(?:${markup.hovered.join('|')})`, 'i');

/** Characters that show nothing: controls, soft hyphen, zero-width and direction marks. */
const invisible = /[^\P{Cc}\t\n\r\f\v]|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** Walk a page once: its text block by block, white space as a browser would show it. */
export function walkTree(tree: HtmlTree): Walked {
  const walker = new Walker();
  const title = tree.stating.find(({ name, parent }) => name === 'title' && parent?.name !== 'svg');
  if (title !== undefined) walker.addTitle(textOf(title));
  walker.visit(tree.root, { tag: 'body', hints: [], isPreformatted: false, isLinked: false });
  walker.flush();
  return { value: walker.parts.join(joint), segments: walker.segments, root: walker.root };
}

const endsLine = /[.!?:;"”’)…]\s{0,20}$/;
/** What stands on the line below a writer's name is no part of it. */
const byline = /^\s*by:?\s+\p{Lu}/iu;

class Walker {
  readonly parts: string[] = [];
  readonly segments: Segment[] = [];
  readonly root: OpenBox = makeBox('body', {}, undefined);
  private box: OpenBox = this.root;
  private length = 0;
  private text = '';
  /** End of the text added last: looking at `text` itself would cost its whole length each time. */
  private latest = '';
  private linked = 0;
  private breaks = 0;
  private place: Place = { tag: 'body', hints: [], isPreformatted: false, isLinked: false };

  addTitle(text: string): void {
    this.text = text;
    this.place = { tag: 'title', hints: [], isPreformatted: false, isLinked: false };
    this.flush();
    this.root.items.length = 0;
  }

  visit(element: TreeElement, place: Place): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.addText(child, place, place.isLinked ? child.trim().length : 0);
      else this.visitElement(child, place);
    }
  }

  private visitElement(element: TreeElement, place: Place): void {
    const { name } = element;
    if (isUnseen(name)) {
      if (fieldNames.has(name)) this.box.inputs += 1;
      else if (embedNames.has(name)) this.box.embeds += 1;
      return;
    }
    if (isHidden(element)) return;
    if (name === 'br') this.breaks += 1;
    else if (flowsInLine(element)) {
      const inner = readInline(element, name === 'a' || place.isLinked);
      this.box.images += inner.images;
      this.addText(inner.text, place, inner.linked);
    } else if ((isInline(name) && !isOwnMaking(name)) || pageNames.has(name)) {
      this.flush();
      const inner = name === 'a' ? { ...place, isLinked: true } : place;
      this.visit(element, name === 'body' ? enter(element, place) : inner);
      this.flush();
    } else this.visitBox(element, place);
  }

  private visitBox(element: TreeElement, place: Place): void {
    this.flush();
    const outer = this.box;
    const box = makeBox(element.name, element.attributes, outer);
    outer.items.push(box);
    this.box = box;
    this.visit(element, enter(element, place));
    this.flush();
    this.box = outer;
  }

  private addText(text: string, place: Place, linked: number): void {
    const shows = /\S/.test(text);
    if (shows && this.breaks > 0) {
      if (this.breaks > 1 || endsLine.test(this.latest) || (this.text.length < 80 && byline.test(this.text)))
        this.flush();
      else this.text += ' ';
      this.breaks = 0;
    }
    if (place.isPreformatted && /\n\s*\n/.test(text)) {
      this.addPreformatted(text, place);
      return;
    }
    this.place = place;
    this.text += text;
    if (shows) this.latest = text.slice(-40);
    this.linked += linked;
  }

  private addPreformatted(text: string, place: Place): void {
    for (const part of text.split(/\n\s*\n/)) {
      this.place = place;
      this.text += part;
      this.flush();
    }
  }

  flush(): void {
    const value = this.text === '' ? '' : tidy(this.text);
    if (value.length > 0) {
      const start = this.length + (this.parts.length > 0 ? joint.length : 0);
      this.box.items.push(this.segments.length);
      this.parts.push(value);
      this.segments.push({
        start,
        end: start + value.length,
        tag: this.place.tag,
        hints: this.place.hints,
        linkDensity: Math.min(1, this.linked / value.length),
      });
      this.length = start + value.length;
    }
    this.text = '';
    this.linked = 0;
    this.breaks = 0;
  }
}

function tidy(text: string): string {
  const spaced = text.replace(/[ \t\n\r\f\v]+/g, ' ').trim();
  return /[^\x20-\x7e]/.test(spaced) ? spaced.replace(invisible, '').trim() : spaced;
}

function makeBox(name: string, attributes: Readonly<Record<string, string>>, parent: Box | undefined): OpenBox {
  const { class: classes = '', id = '', role = '' } = attributes;
  const calledOtherwise = otherNames
    .map((key) => attributes[key] ?? '')
    .join(' ')
    .trim();
  return { name, classes, id, role, calledOtherwise, parent, items: [], images: 0, inputs: 0, embeds: 0 };
}

function enter({ name, attributes }: TreeElement, place: Place): Place {
  const outranks = place.tag === 'figcaption' || place.tag === 'blockquote' || /^h[1-6]$/.test(place.tag);
  const keeps = telling.has(place.tag) && (outranks || !telling.has(name));
  const tag = keeps ? place.tag : name;
  const kept = { isPreformatted: place.isPreformatted || name === 'pre', isLinked: place.isLinked };
  const isNamed = 'class' in attributes || 'id' in attributes;
  if (!isNamed && !landmarks.has(name)) return { tag, hints: place.hints, ...kept };
  const hints = [...place.hints];
  if (landmarks.has(name)) addHint(hints, name);
  for (const word of `${attributes.class ?? ''} ${attributes.id ?? ''}`.toLowerCase().split(/\s+/)) {
    if (word.length > 0 && word.length < 60) addHint(hints, word);
  }
  if (hints.length > maxHints) hints.splice(0, hints.length - maxHints);
  return { tag, hints, ...kept };
}

function addHint(hints: string[], word: string): void {
  if (!hints.includes(word)) hints.push(word);
}

/** An element of the page's own making flows with the words around it inside a paragraph; elsewhere it is a part of the page. */
function flowsInLine({ name, holdsBlock, parent }: TreeElement): boolean {
  if (!isInline(name) || holdsBlock) return false;
  return !isOwnMaking(name) || (parent !== undefined && (lineHolders.has(parent.name) || isInline(parent.name)));
}

/** React streams parts of a page as hidden boxes "S:0", "S:1" … that a script then puts in their place. */
const streamed = /^S:[\da-f]+$/;

function isHidden({ attributes }: TreeElement): boolean {
  if ('hidden' in attributes) return !streamed.test(attributes.id ?? '');
  const { style } = attributes;
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

/** A span under such a name inside another of the kind is the card, beside the word that calls it. */
function isHovered({ name, attributes, parent }: TreeElement): boolean {
  if (name !== 'span' || !hovered.test(attributes.class ?? '')) return false;
  return parent?.name === 'span' && hovered.test(parent.attributes.class ?? '');
}

interface Inline {
  readonly text: string;
  /** Characters inside links. */
  readonly linked: number;
  readonly images: number;
}

function readInline(element: TreeElement, isLink: boolean): Inline {
  let text = '';
  let linked = 0;
  let images = element.name === 'img' ? 1 : 0;
  for (const child of element.children) {
    if (typeof child === 'string') text += child;
    else if (!isUnseen(child.name) && !isHidden(child) && !isHovered(child)) {
      const inner = readInline(child, child.name === 'a');
      text += inner.text;
      linked += inner.linked;
      images += inner.images;
    }
  }
  return { text, linked: isLink ? text.trim().length : linked, images };
}
