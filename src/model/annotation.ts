import type { Range } from './span.ts';
import type { TimeExpression } from './time.ts';
import type { CountValue, PlaceValue } from './value.ts';

/** Who made a thing, so that a reader can ask why. */
export interface Producer {
  readonly name: string;
  readonly version: string;
  readonly rule?: string;
}

/** Annotations of one kind over one text, sorted by start. */
export interface Layer<T extends Range> {
  readonly name: string;
  /** Id of the text. */
  readonly text: string;
  readonly producer: Producer;
  readonly items: readonly T[];
}

/** Universal part-of-speech tag. */
export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE';

/** A word or mark. */
export interface Token extends Range {
  readonly form: string;
  /** Lower case. */
  readonly lower: string;
  readonly lemma: string;
  readonly pos: Upos;
}

/** A sentence: a range, its tokens as [`first`, `last`) of the token layer, and its block's index in the article. */
export interface Sentence extends Range {
  readonly first: number;
  readonly last: number;
  readonly block: number;
}

export type QuantityKind =
  | 'cardinal'
  | 'vague'
  | 'ordinal'
  | 'article'
  | 'age'
  | 'money'
  | 'percent'
  | 'measure'
  | 'clock'
  | 'date'
  | 'identifier'
  | 'fraction';

/** A number or number word with its qualifier; `number` is the range of the number itself. */
export interface Quantity extends Range {
  readonly quantity: QuantityKind;
  readonly value: CountValue;
  readonly number: Range;
  /** "more", "others", "another": counts people beside an earlier figure, as "three others" after "12 people" does. */
  readonly additional?: boolean;
  readonly rule: string;
}

/** A place named in the text. `value` is absent where the gazetteer does not know the name (a venue) or cannot choose. */
export interface PlaceMention extends Range {
  readonly name: string;
  readonly value?: PlaceValue;
  /** Words before it that loosen it: "near", "outside", "outskirts of". */
  readonly near?: boolean;
  /** The words of the relation it is told in, its name included: "60 km off Zuara". */
  readonly told?: Range;
  /** How sure the choice among namesakes is, 0..1. */
  readonly score: number;
  readonly rule: string;
}

/** A person or organisation named in the text; mentions of one bearer share `key`. */
export interface NameMention extends Range {
  readonly type: 'person' | 'organisation' | 'facility' | 'other';
  readonly name: string;
  /** Canonical name within the article, shared by its aliases. */
  readonly key: string;
  readonly title?: string;
  readonly rule: string;
}

/** A word in the dependency tree of its sentence (Universal Dependencies 2, English labels). */
export interface Word extends Range {
  /** Index in the token layer. */
  readonly token: number;
  readonly upos: Upos;
  /** Penn tag. */
  readonly xpos: string;
  readonly lemma: string;
  /** Token index of the head; absent for the root of the sentence. */
  readonly head?: number;
  /** Relation to the head, with subtype: "nsubj:pass". */
  readonly deprel: string;
}

export type EntityType =
  | 'person'
  | 'organisation'
  | 'place'
  | 'facility'
  | 'event'
  | 'time'
  | 'quantity'
  | 'money'
  | 'weapon'
  | 'vehicle'
  | 'substance'
  | 'animal'
  | 'plant'
  | 'object'
  | 'abstract';

/** A noun phrase that speaks of something, named or not; mentions nest. */
export interface Mention extends Range {
  /** Its tokens, [`first`, `last`) of the token layer. */
  readonly first: number;
  readonly last: number;
  /** Token index of its syntactic head. */
  readonly head: number;
  readonly type: EntityType;
  readonly form: 'named' | 'nominal' | 'pronominal';
}

/** A proper name alone, without title or determiner; names do not nest. */
export interface ProperName extends Range {
  readonly first: number;
  readonly last: number;
  readonly type: 'person' | 'organisation' | 'place' | 'nationality' | 'other';
}

/** A mention and the entity it belongs to within its article. */
export interface Coreference extends Range {
  /** Index in the mention layer. */
  readonly mention: number;
  /** Index in the mention layer of the mention it was linked to; absent for the first of its entity. */
  readonly antecedent?: number;
  /** Index in the mention layer of the first mention of the entity. */
  readonly entity: number;
}

/** What the words of one sentence add to the fate head (`models/reader-en/fate-head.json`). */
export interface SpotVectors extends Range {
  /** Its tokens, [`first`, `last`) of the token layer. */
  readonly first: number;
  readonly last: number;
  /** Row 0 is the sentence, row 1 its first token; a row holds a vector for each spot. */
  readonly values: Float32Array;
}

/** What the trained reader adds; sentences it was spared have no words here. */
export interface DeepLayers {
  readonly syntax: Layer<Word>;
  readonly mentions: Layer<Mention>;
  readonly properNames: Layer<ProperName>;
  readonly coreference: Layer<Coreference>;
  readonly spots: Layer<SpotVectors>;
}

/** Everything annotate says of one article. */
export interface Annotations {
  readonly tokens: Layer<Token>;
  readonly sentences: Layer<Sentence>;
  readonly quantities: Layer<Quantity>;
  readonly times: Layer<TimeExpression>;
  readonly places: Layer<PlaceMention>;
  readonly names: Layer<NameMention>;
  /** Absent where the article was read without the trained reader. */
  readonly deep?: DeepLayers;
}
