import type { Way } from './edges.ts';
import {
  type AnyPattern,
  addClauses,
  type Finished,
  type Listed,
  type MaybeOf,
  type NeededOf,
  type NeededOfAll,
  Pattern,
  type PatternShape,
} from './pattern.ts';

/** A pattern reached from another word. */
export type PatternPart<Needed extends string = never, Maybe extends string = never> = Pattern<Needed, Maybe, 'tied'>;

/** A pattern that begins anywhere, of any of these lemmas if there are any. */
export function word(...listed: readonly Listed[]): Pattern<never, never, 'free'> {
  const any = new Pattern<never, never, 'free'>(reached('same', []));
  return listed.length === 0 ? any : any.lemma(...listed);
}

/** A verb, of any of these lemmas if there are any. */
export function verb(...listed: readonly Listed[]): Pattern<never, never, 'free'> {
  return word().verb(...listed);
}

/** A common noun, of any of these lemmas if there are any. */
export function noun(...listed: readonly Listed[]): Pattern<never, never, 'free'> {
  return word().noun(...listed);
}

/** A dependent by one of these relations, or by any: `child('nmod:*')`. */
export function child(...relations: readonly string[]): PatternPart {
  return tied('child', relations);
}

/** The head, on which the word itself hangs by one of these relations, or by any. */
export function parent(...relations: readonly string[]): PatternPart {
  return tied('parent', relations);
}

/** Another dependent of the head. */
export function sibling(...relations: readonly string[]): PatternPart {
  return tied('sibling', relations);
}

/** Anything below, at any depth. */
export function descendant(...relations: readonly string[]): PatternPart {
  return tied('descendant', relations);
}

/** Anything above, at any height. */
export function ancestor(...relations: readonly string[]): PatternPart {
  return tied('ancestor', relations);
}

/** The word right after it. */
export function next(): PatternPart {
  return tied('next', []);
}

/** The word right before it. */
export function previous(): PatternPart {
  return tied('previous', []);
}

/** Who does it, of an active verb. */
export function subject(): PatternPart;
export function subject<Name extends string>(name: Name): PatternPart<Name>;
export function subject(name?: string): PatternPart<string> {
  return called(child('nsubj'), name);
}

/** To whom it is done, of a passive verb. */
export function passiveSubject(): PatternPart;
export function passiveSubject<Name extends string>(name: Name): PatternPart<Name>;
export function passiveSubject(name?: string): PatternPart<string> {
  return called(child('nsubj:pass'), name);
}

/** To whom or what it is done, of an active verb. */
export function object(): PatternPart;
export function object<Name extends string>(name: Name): PatternPart<Name>;
export function object(name?: string): PatternPart<string> {
  return called(child('obj'), name);
}

/** Who does it, after "by". */
export function agent(): PatternPart;
export function agent<Name extends string>(name: Name): PatternPart<Name>;
export function agent(name?: string): PatternPart<string> {
  return called(child('obl:*').with(preposition('by')), name);
}

/** What a verb's or adjective's phrase with one of these prepositions names. */
export function oblique(...prepositions: readonly Listed[]): PatternPart {
  return child('obl:*').with(preposition(...prepositions));
}

/** What a noun's phrase with one of these prepositions names. */
export function modifier(...prepositions: readonly Listed[]): PatternPart {
  return child('nmod:*').with(preposition(...prepositions));
}

/** A preposition or case marker of the word, of one of these lemmas. */
export function preposition(...lemmas: readonly Listed[]): PatternPart {
  return child('case').lemma(...lemmas);
}

/** "not", "never", "no": what denies the word. */
export function denial(): PatternPart {
  return child('advmod', 'det').lemma('not', "n't", 'never', 'no');
}

/** Bind what a part names where it is found, and match without it where it is not. */
export function optional<P extends AnyPattern<'tied'>>({
  shape,
}: P): Finished<never, NeededOf<P> | MaybeOf<P>, 'tied'> {
  return { shape, optional: true };
}

type SomeOf<P extends readonly AnyPattern[]> = Exclude<NeededOf<P[number]> | MaybeOf<P[number]>, NeededOfAll<P>>;

/** Any one of several patterns; a name is sure to be bound only if every one of them binds it. */
export function either<const P extends readonly [AnyPattern<'free'>, ...AnyPattern<'free'>[]]>(
  ...options: P
): Pattern<NeededOfAll<P>, SomeOf<P>, 'free'>;
export function either<const P extends readonly [AnyPattern<'tied'>, ...AnyPattern<'tied'>[]]>(
  ...options: P
): Finished<NeededOfAll<P>, SomeOf<P>, 'tied'>;
export function either(...options: readonly AnyPattern[]): AnyPattern {
  const shapes = options.map(({ shape }) => shape);
  return new Pattern(addClauses(reached('same', []), [{ kind: 'needed', options: shapes }]));
}

function reached(way: Way, relations: readonly string[]): PatternShape {
  return { edge: { way, relations }, tests: [], clauses: [], orders: [] };
}

function tied(way: Way, relations: readonly string[]): PatternPart {
  return new Pattern(reached(way, relations));
}

function called(part: PatternPart, name: string | undefined): PatternPart<string> {
  return name === undefined ? part : part.as(name);
}
