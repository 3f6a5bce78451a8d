/** What computes the network: the machine's own instructions where `onnxruntime-node` is installed, else WebAssembly (five times slower). */
export const runtimes = ['native', 'wasm'] as const;
export type Runtime = (typeof runtimes)[number];

/** Sentences as numbers, padded with 0 to the longest; every array is row by row, one row a sentence. */
export interface NetworkBatch {
  readonly sentences: number;
  /** True where `spots` are asked for: without them the branch of the fate head is not computed. */
  readonly judged: boolean;
  /** Columns of `ids`, `shapes` and `mask`. */
  readonly pieces: number;
  /** Columns of `starts`. */
  readonly words: number;
  readonly ids: Int32Array;
  readonly shapes: Int32Array;
  readonly mask: Int32Array;
  readonly starts: Int32Array;
}

/** What the network says of a batch of B sentences of W words; numbers of columns in brackets. */
export interface NetworkScores {
  /** [B, W, universal tags] */
  readonly upos: Float32Array;
  /** [B, W, mention types] */
  readonly types: Float32Array;
  /** [B, W, name tags] */
  readonly names: Float32Array;
  /** [B, W, relations] */
  readonly relations: Float32Array;
  /** [B, W]: index of the chosen Penn tag */
  readonly xpos: Int32Array;
  /** [B, W]: index of the chosen lemma rule */
  readonly lemma: Int32Array;
  /** [B, W, W + 1]: dependents by heads, head 0 the root */
  readonly arcs: Float32Array;
  /** [B, W, W]: heads of mentions by their first words */
  readonly first: Float32Array;
  /** [B, W, W]: heads of mentions by their last words */
  readonly last: Float32Array;
  /** [B, W + 1, spots × hidden]: what the sentence (first) and each word add to the fate head as each of its spots */
  readonly spots?: Float32Array | undefined;
  /** [B, W, 129]: as anaphor 64, as antecedent 64, as a new entity 1 */
  readonly coreference: Float32Array;
}

/** An opened network; who opened it knows where its weights lie and what computes it. */
export interface Network {
  run(batch: NetworkBatch): Promise<NetworkScores>;
}

/** What the network's numbers mean, as the files beside its weights say; see models/reader-en/README.md. */
export interface NetworkTables {
  /** Word pieces in the order of their ids. */
  readonly vocabulary: readonly string[];
  readonly pieces: {
    readonly quotes: Readonly<Record<string, string>>;
    readonly shapes: readonly string[];
    readonly wordLimit: number;
    readonly pieceLimit: number;
  };
  readonly labels: {
    readonly upos: readonly string[];
    readonly xpos: readonly string[];
    readonly relations: readonly string[];
    readonly lemma_rules: readonly string[];
    readonly types: readonly string[];
    readonly names: readonly string[];
    /** Universal tag -> lower-cased form -> lemma. */
    readonly lemma_exceptions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
  readonly coreference: {
    readonly window: number;
    readonly scale: number;
    readonly buckets: readonly number[];
    readonly tables: Readonly<Record<string, readonly number[]>>;
  };
}
