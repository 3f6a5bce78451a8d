/** Work that is done, and what it came to. */
export interface PastWork<W> {
  keep(key: string, told: W, value?: unknown): void;
  /** Find what the same work came to, where that is still kept. */
  find(key: string): { readonly told: W; readonly value: unknown } | undefined;
  valueOf(id: string): unknown;
  list(): readonly W[];
}

/** Pieces of work that are told of, and bytes of what they came to that are held. */
const keptPieces = 20;
const keptBytes = 128 * 1024 * 1024;

interface Piece<W> {
  readonly key: string;
  readonly told: W;
  value: unknown;
}

/** Keep what work came to for a while: whoever was told that it takes longer comes for it, and whoever turns pages asks again. */
export function keepPast<W extends { readonly id: string }>(): PastWork<W> {
  const pieces: Piece<W>[] = [];
  return {
    keep: (key, told, value) => {
      pieces.push({ key, told, value });
      if (pieces.length > keptPieces) pieces.shift();
      let held = pieces.reduce((sum, piece) => sum + sizeOf(piece.value), 0);
      for (const piece of pieces.slice(0, -1)) {
        if (held <= keptBytes) break;
        held -= sizeOf(piece.value);
        piece.value = undefined;
      }
    },
    find: (key) => pieces.findLast((piece) => piece.key === key && piece.value !== undefined),
    valueOf: (id) => pieces.find(({ told }) => told.id === id)?.value,
    list: () => pieces.map(({ told }) => told),
  };
}

const sizeOf = (value: unknown): number => (value instanceof Uint8Array ? value.byteLength : 0);
