import type { EntityType, Mention } from '../../model/index.ts';
import { type EdgePattern, hangsBy } from './edges.ts';
import type { TreeWord } from './tree.ts';

/** Lemmas or forms, one by one or as a lexicon; lexicons hold lower case. */
export type Listed = string | ReadonlySet<string>;

/** `free` patterns begin anywhere; `tied` ones say how their word is reached from another. */
export type Place = 'free' | 'tied';

/** What must, may or must not be found from a word on; one of the options is enough. */
export interface Clause {
  readonly kind: 'needed' | 'optional' | 'without';
  readonly options: readonly PatternShape[];
}

/** The inside of a pattern: a word and what stands around it. */
export interface PatternShape {
  /** How it is reached. */
  readonly edge: EdgePattern;
  readonly tests: readonly ((word: TreeWord, from: TreeWord | undefined) => boolean)[];
  readonly clauses: readonly Clause[];
  /** Names whose words must stand in this order. */
  readonly orders: readonly (readonly string[])[];
  readonly name?: string;
  /** Lower-cased lemmas, one of which the word must have. */
  readonly lemmas?: ReadonlySet<string>;
}

/** A pattern to which nothing more is added. */
export interface Finished<Needed extends string, Maybe extends string, Where extends Place> {
  readonly shape: PatternShape;
  readonly optional: boolean;
  /** For types alone. */
  readonly captures?: { readonly needed: Needed; readonly maybe: Maybe; readonly where: Where };
}

/** Any pattern, whatever it captures. */
export type AnyPattern<Where extends Place = Place> = Finished<string, string, Where>;

type CapturesOf<P extends AnyPattern> = NonNullable<P['captures']>;
/** Names a pattern always binds. */
export type NeededOf<P extends AnyPattern> = P extends AnyPattern ? CapturesOf<P>['needed'] : never;
/** Names a pattern binds in some of its matches only. */
export type MaybeOf<P extends AnyPattern> = P extends AnyPattern ? CapturesOf<P>['maybe'] : never;
/** Names that each of several patterns always binds. */
export type NeededOfAll<P extends readonly AnyPattern[]> = P extends readonly [
  infer First extends AnyPattern,
  ...infer Rest extends readonly AnyPattern[],
]
  ? Rest extends readonly []
    ? NeededOf<First>
    : NeededOf<First> & NeededOfAll<Rest>
  : never;

/** A word in a tree and what stands around it; every method makes a new pattern and leaves this one as it is. */
export class Pattern<Needed extends string, Maybe extends string, Where extends Place> {
  /** For types alone. */
  declare readonly captures?: { readonly needed: Needed; readonly maybe: Maybe; readonly where: Where };
  readonly shape: PatternShape;
  readonly optional = false;

  constructor(shape: PatternShape) {
    this.shape = shape;
  }

  /** Bind the word to a name. */
  as<Name extends string>(name: Name): Pattern<Needed | Name, Maybe, Where> {
    return new Pattern(checkNames({ ...this.shape, name }));
  }

  /** Ask for one of these lemmas, whatever their case. */
  lemma(...listed: readonly Listed[]): this {
    const { lemmas } = this.shape;
    const wanted = gather(listed).filter((lemma) => lemmas?.has(lemma) ?? true);
    return this.#but({ lemmas: new Set(wanted) });
  }

  /** Ask for one of these forms, whatever their case. */
  form(...listed: readonly Listed[]): this {
    const forms = new Set(gather(listed));
    return this.#if(({ form }) => forms.has(form));
  }

  /** Ask for one of these tags, universal or Penn. */
  tag(...tags: readonly string[]): this {
    return this.#if(({ word }) => tags.includes(word.upos) || tags.includes(word.xpos));
  }

  /** Ask for a verb, of one of these lemmas if there are any. */
  verb(...listed: readonly Listed[]): this {
    const verb = this.tag('VERB');
    return listed.length === 0 ? verb : verb.lemma(...listed);
  }

  /** Ask for a common noun, of one of these lemmas if there are any. */
  noun(...listed: readonly Listed[]): this {
    const noun = this.tag('NOUN');
    return listed.length === 0 ? noun : noun.lemma(...listed);
  }

  /** Ask how the word hangs on its head: `obj` is only itself, `obl:*` is `obl` with any subtype or none. */
  relation(...relations: readonly string[]): this {
    return this.#if((word) => hangsBy(word, relations));
  }

  /** Ask that a mention or name it heads speaks of one of these. */
  entity(...types: readonly EntityType[]): this {
    return this.#if(({ kinds }) => types.some((type) => kinds.has(type)));
  }

  person(): this {
    return this.entity('person');
  }

  organisation(): this {
    return this.entity('organisation');
  }

  /** Ask that it heads a mention of this form. */
  mention(form: Mention['form']): this {
    return this.#if(({ mention }) => mention?.form === form);
  }

  /** Ask that the word stands before the one it was reached from. */
  before(): this {
    return this.#if(({ at }, from) => from !== undefined && at < from.at);
  }

  /** Ask that the word stands after the one it was reached from. */
  after(): this {
    return this.#if(({ at }, from) => from !== undefined && at > from.at);
  }

  /** Ask that at most this many words lie from the one it was reached from to this one, itself counted. */
  within(maxWords: number): this {
    return this.#if(({ at }, from) => from !== undefined && Math.abs(at - from.at) <= maxWords);
  }

  /** Ask that the words bound to these names, as far as they are bound, stand in this order. */
  inOrder(...names: readonly (Needed | Maybe)[]): this {
    return this.#but({ orders: [...this.shape.orders, names] });
  }

  /** Ask for every one of these around the word, in any order; an optional one binds its names where it is found. */
  with<const Parts extends readonly AnyPattern<'tied'>[]>(
    ...parts: Parts
  ): Pattern<Needed | NeededOf<Parts[number]>, Maybe | MaybeOf<Parts[number]>, Where> {
    return new Pattern(addClauses(this.shape, parts.map(toClause)));
  }

  /** Ask that none of these is found around the word; their names are not bound. */
  without(...parts: readonly AnyPattern<'tied'>[]): this {
    return this.#but(
      addClauses(
        this.shape,
        parts.map(({ shape }) => ({ kind: 'without', options: [shape] })),
      ),
    );
  }

  /** Ask that the word itself fits another pattern too. */
  like<N extends string, M extends string>(other: Pattern<N, M, 'free'>): Pattern<Needed | N, Maybe | M, Where> {
    return new Pattern(addClauses(this.shape, [toClause(other)]));
  }

  #but(change: Partial<PatternShape>): this {
    return new Pattern({ ...this.shape, ...change }) as this;
  }

  #if(test: PatternShape['tests'][number]): this {
    return this.#but({ tests: [...this.shape.tests, test] });
  }
}

/** Turn a part into what its owner asks for. */
export function toClause({ shape, optional }: AnyPattern): Clause {
  return { kind: optional ? 'optional' : 'needed', options: [shape] };
}

/** Add what a word asks for; throws where two words would share a name, which is a mistake in a rule file. */
export function addClauses(shape: PatternShape, added: readonly Clause[]): PatternShape {
  return checkNames({ ...shape, clauses: [...shape.clauses, ...added] });
}

/** List the names a shape binds, every one as often as one match can bind it. */
function namesIn(shape: PatternShape): readonly string[] {
  const own = shape.name === undefined ? [] : [shape.name];
  const bound = shape.clauses.filter(({ kind }) => kind !== 'without');
  return [...own, ...bound.flatMap(({ options }) => [...new Set(options.flatMap(namesIn))])];
}

function checkNames(shape: PatternShape): PatternShape {
  const names = namesIn(shape);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`two words of one pattern are called "${twice}"`);
  return shape;
}

function gather(listed: readonly Listed[]): readonly string[] {
  return listed.flatMap((item) => (typeof item === 'string' ? [item.toLowerCase()] : [...item]));
}
