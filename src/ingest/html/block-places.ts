import markup from '../../../data/markup.json' with { type: 'json' };
import { defined } from '../../model/index.ts';
import { type BlockWords, noWords } from './block-words.ts';
import { isEntry } from './body.ts';
import type { Box, Walked } from './segments.ts';

/** What a stretch of the page holds, in letters and blocks. */
interface Make {
  length: number;
  linked: number;
  /** Letters of sentences. */
  prose: number;
  /** Letters of what the body finder took. */
  found: number;
  blocks: number;
}

/** Where a block stands. */
export interface BlockPlace {
  /** Names of the elements around it. */
  readonly names: ReadonlySet<string>;
  /** Families of class names, a bit each: on its own box and the one around it; on any box further out. */
  readonly near: number;
  readonly beyond: number;
  readonly depth: number;
  /** Its own box's holder, and the box around that. */
  readonly box: Readonly<Make>;
  readonly outer: Readonly<Make>;
  /** All blocks of the page that are built into it alike. */
  readonly kin: Readonly<Make>;
  readonly pageLength: number;
  /** True in an entry of a list of whole articles of which the body finder took another. */
  readonly inOtherEntry: boolean;
}

/** Elements whose presence around a block is told. */
export const enclosing = ['figure', 'aside', 'nav', 'footer', 'header', 'form', 'table', 'article', 'main', 'ul'];
const families = Object.values(markup.families).map((words) => new RegExp(words.join('|'), 'i'));
const nowhere: ReadonlySet<string> = new Set();
const toldElements: ReadonlySet<string> = new Set(enclosing);
const nothing: Readonly<Make> = { length: 0, linked: 0, prose: 0, found: 0, blocks: 0 };

/** Say of every segment where it stands. */
export function placeBlocks(
  walked: Walked,
  found: ReadonlySet<number>,
  words: readonly BlockWords[],
): readonly BlockPlace[] {
  const surveyor = new Surveyor(found, words);
  surveyor.measure(walked.root);
  surveyor.visit(walked.root, { names: nowhere, own: 0, outer: 0, beyond: 0, depth: 0, path: '' });
  return walked.segments.map((_, i) => surveyor.place(i));
}

interface Chain {
  readonly names: ReadonlySet<string>;
  /** Families of the innermost box, the one around it, and all further out. */
  readonly own: number;
  readonly outer: number;
  readonly beyond: number;
  readonly depth: number;
  readonly path: string;
  /** The h-entry around. */
  readonly entry?: Box;
}

class Surveyor {
  private readonly makes = new Map<Box, Make>();
  private readonly kins = new Map<string, Make>();
  private readonly owners: { readonly box: Box; readonly chain: Chain }[] = [];
  private readonly found: ReadonlySet<number>;
  private readonly words: readonly BlockWords[];
  private pageLength = 0;
  /** True where the body finder took an entry; known once all are measured. */
  private takesEntry: boolean | undefined;

  constructor(found: ReadonlySet<number>, words: readonly BlockWords[]) {
    this.found = found;
    this.words = words;
  }

  measure(box: Box): Make {
    const make = { ...nothing };
    for (const item of box.items) {
      if (typeof item === 'number') this.add(make, item);
      else join(make, this.measure(item));
    }
    this.makes.set(box, make);
    if (box.parent === undefined) this.pageLength = make.length;
    return make;
  }

  visit(box: Box, outer: Chain): void {
    const chain = {
      names: addName(outer.names, box.name === 'ol' ? 'ul' : box.name),
      own: box.parent === undefined ? 0 : maskOf(box),
      outer: outer.own,
      beyond: outer.beyond | outer.outer,
      depth: outer.depth + 1,
      ...defined({ entry: outer.entry ?? (isEntry(box) ? box : undefined) }),
      path: `${outer.path.split('>').slice(-2).join('>')}>${box.name}.${box.classes}`,
    };
    for (const item of box.items) {
      if (typeof item !== 'number') this.visit(item, chain);
      else {
        this.owners[item] = { box, chain };
        const kin = this.kins.get(chain.path) ?? { ...nothing };
        this.add(kin, item);
        this.kins.set(chain.path, kin);
      }
    }
  }

  place(index: number): BlockPlace {
    const owner = this.owners[index];
    const holder = owner?.box.parent ?? owner?.box;
    const { names = nowhere, own = 0, outer = 0, beyond = 0, depth = 0, path = '' } = owner?.chain ?? {};
    return {
      names,
      near: own | outer,
      beyond,
      depth,
      box: this.makeOf(holder),
      outer: this.makeOf(holder?.parent ?? holder),
      kin: this.kins.get(path) ?? nothing,
      pageLength: this.pageLength,
      inOtherEntry: owner?.chain.entry !== undefined && this.isOther(owner.chain.entry),
    };
  }

  private isOther(entry: Box): boolean {
    this.takesEntry ??= this.owners.some((one) => one !== undefined && this.makeOf(one.chain.entry).found > 0);
    return this.takesEntry && this.makeOf(entry).found === 0;
  }

  private makeOf(box: Box | undefined): Readonly<Make> {
    return (box === undefined ? undefined : this.makes.get(box)) ?? nothing;
  }

  private add(make: Make, index: number): void {
    const { length, links, isProse } = this.words[index] ?? noWords;
    make.length += length;
    make.linked += length * links;
    if (isProse) make.prose += length;
    if (this.found.has(index)) make.found += length;
    make.blocks += 1;
  }
}

function addName(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  return names.has(name) || !toldElements.has(name) ? names : new Set([...names, name]);
}

function join(make: Make, inner: Make): void {
  make.length += inner.length;
  make.linked += inner.linked;
  make.prose += inner.prose;
  make.found += inner.found;
  make.blocks += inner.blocks;
}

function maskOf({ classes, id, role, calledOtherwise }: Box): number {
  const names = `${classes} ${id} ${role} ${calledOtherwise}`;
  if (names.trim() === '') return 0;
  return families.reduce((mask, family, bit) => (family.test(names) ? mask | (1 << bit) : mask), 0);
}
