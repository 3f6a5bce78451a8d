import { Parser } from 'htmlparser2';
import markup from '../../../data/markup.json' with { type: 'json' };

export interface TreeLimits {
  /** Open elements inside each other. */
  readonly maxDepth: number;
  /** Elements; stretches of text between them may be half as many again. */
  readonly maxElements: number;
}

/** An element of a page; text stands among its children as strings. */
export interface TreeElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (TreeElement | string)[];
  readonly parent: TreeElement | undefined;
  /** True for an inline element that holds a block or a line break. */
  readonly holdsBlock: boolean;
}

/** A page's tree, with the elements that state what the page is (`meta`, `link`, `time`, JSON-LD, `itemprop`, links to writers, bylines), in order. */
export interface HtmlTree {
  readonly root: TreeElement;
  readonly stating: readonly TreeElement[];
  /** Scripts that hold what a framework knows of the page, as they stand. */
  readonly states: readonly string[];
}

const chunkChars = 65_536;
const inlineNames = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q ruby rt rp s samp small span strike strong sub sup time tt u var wbr amp-img picture source'.split(
    ' ',
  ),
);
const unseenNames = new Set(
  'script style title noscript template svg math iframe object embed canvas audio video select option textarea input button datalist dialog map'.split(
    ' ',
  ),
);
const writerPath = new RegExp(`/(?:${markup.writerPaths.join('|')})/[^/?#]`, 'i');
const bylineClass = new RegExp(`(?:^|[\\s_-])(?:${markup.bylineClasses.join('|')})(?:$|[\\s_-])`, 'i');
const mostStates = 60;
const leastState = 400;
/** `window.__PRELOADED_STATE__ =`, `Fusion.globalContent=`, with or without `JSON.parse(` behind; what Next.js pushes piece by piece. */
const stateName =
  /\b(?:__[A-Za-z_]{3,40}__|Fusion\.globalContent|(?:window|self|globalThis)\.\w{3,40})\s*=\s*(?:JSON\.parse\()?(?=[[{"])|__next_f\.push\((?=\[1,")/;
const statingNames = new Set(['meta', 'link', 'time', 'title', 'html']);

/** Tell whether an element flows within a line of text, as every element of the page's own making does unless styled otherwise. */
export function isInline(name: string): boolean {
  return inlineNames.has(name) || isOwnMaking(name);
}

/** Custom elements have a hyphen in their names (WHATWG HTML, 4.13.3). */
export function isOwnMaking(name: string): boolean {
  return name.includes('-') && !inlineNames.has(name);
}

/** Tell whether an element shows no text of its own. */
export function isUnseen(name: string): boolean {
  return unseenNames.has(name);
}

interface Open extends TreeElement {
  readonly children: (TreeElement | string)[];
  holdsBlock: boolean;
}

/**
 * Build a page's tree in one pass; a string says why the page is too deep or too big for it.
 *
 * Elements, attributes, depth and text are counted while they stream by, so that a hostile page costs no more than the part of it
 * that proves it hostile. Comments, and scripts other than JSON-LD, are left out.
 */
export function buildTree(html: string, limits: TreeLimits): HtmlTree | string {
  const builder = new TreeBuilder(limits);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => builder.open(name, attributes),
      ontext: (text) => builder.addText(text),
      onclosetag: () => builder.close(),
    },
    { decodeEntities: true },
  );
  for (let at = 0; at < html.length && builder.hazard === undefined; at += chunkChars) {
    parser.write(html.slice(at, at + chunkChars));
  }
  if (builder.hazard === undefined) parser.end();
  builder.flush();
  return builder.hazard ?? { root: builder.root, stating: builder.stating, states: builder.states };
}

class TreeBuilder {
  readonly root: Open = makeElement('#document', {}, undefined);
  readonly stating: TreeElement[] = [];
  readonly states: string[] = [];
  hazard: string | undefined;
  private at: Open = this.root;
  private depth = 0;
  private elements = 0;
  private texts = 0;
  private attributes = 0;
  /** Text as it comes in pieces, around entities. */
  private pieces = '';
  private readonly limits: TreeLimits;

  constructor(limits: TreeLimits) {
    this.limits = limits;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (!this.admit(attributes)) return;
    this.flush();
    const element = makeElement(name, attributes, this.at);
    this.at.children.push(element);
    this.at = element;
    if (statingNames.has(name) || 'itemprop' in attributes || isLinkedData(element) || namesWriters(element))
      this.stating.push(element);
    if (name !== 'br' && (isInline(name) || unseenNames.has(name))) return;
    for (let up = element.parent as Open | undefined; up !== undefined && isInline(up.name); ) {
      if (up.holdsBlock) break;
      up.holdsBlock = true;
      up = up.parent as Open | undefined;
    }
  }

  addText(text: string): void {
    this.texts += 1;
    const most = this.limits.maxElements * 1.5;
    if (this.texts > most) this.hazard ??= `its text is broken into more than ${most} pieces`;
    this.pieces += text;
  }

  close(): void {
    this.flush();
    this.depth -= 1;
    this.at = (this.at.parent as Open | undefined) ?? this.root;
  }

  private admit(attributes: Readonly<Record<string, string>>): boolean {
    const { maxDepth, maxElements } = this.limits;
    this.depth += 1;
    this.elements += 1;
    for (const _ in attributes) this.attributes += 1;
    if (this.depth > maxDepth) this.hazard ??= `its elements are nested more than ${maxDepth} deep`;
    if (this.elements > maxElements) this.hazard ??= `it has more than ${maxElements} elements`;
    if (this.attributes > maxElements * 10) this.hazard ??= `it has more than ${maxElements * 10} attributes`;
    return this.hazard === undefined;
  }

  /** Put away the text read so far; also at the end, where a fragment may close with bare words. */
  flush(): void {
    if (this.pieces === '') return;
    const { name } = this.at;
    if ((name !== 'script' && name !== 'style') || isLinkedData(this.at)) this.at.children.push(this.pieces);
    else if (name === 'script' && this.states.length < mostStates) this.states.push(...cutStates(this.at, this.pieces));
    this.pieces = '';
  }
}

/** The state of a framework: a script of JSON, or what a script lays down under a name of that kind. */
function cutStates({ attributes }: TreeElement, script: string): readonly string[] {
  if (/^application\/json/i.test(attributes.type ?? '')) return script.length < leastState ? [] : [script];
  const assigned = stateName.exec(script);
  return assigned === null || script.length < leastState / 4 ? [] : [script.slice(assigned.index + assigned[0].length)];
}

function makeElement(name: string, attributes: Readonly<Record<string, string>>, parent: Open | undefined): Open {
  return { name, attributes, children: [], parent, holdsBlock: false };
}

function isLinkedData({ name, attributes }: TreeElement): boolean {
  return name === 'script' && /^application\/ld\+json/i.test(attributes.type ?? '');
}

/** A link to the page of somebody who writes. */
export function isWriterLink({ name, attributes }: TreeElement): boolean {
  if (name !== 'a') return false;
  return /(?:^|\s)author(?:\s|$)/i.test(attributes.rel ?? '') || writerPath.test(attributes.href ?? '');
}

function namesWriters(element: TreeElement): boolean {
  return isWriterLink(element) || isByline(element);
}

/** A box or line whose class says that it names who wrote. */
export function isByline({ name, attributes }: TreeElement): boolean {
  return name !== 'a' && attributes.class !== undefined && bylineClass.test(attributes.class);
}

/** Join all text inside an element. */
export function textOf(element: TreeElement): string {
  let text = '';
  for (const child of element.children) text += typeof child === 'string' ? child : textOf(child);
  return text;
}
