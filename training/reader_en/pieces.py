"""Word pieces exactly as the running reader must make them.

A word is normalised (`QUOTES`, ellipsis), lower-cased, stripped of combining marks (NFD, category Mn), split at
punctuation, and cut greedily into the longest pieces of the vocabulary (`##` inside). A part of more than 100
characters, or one that cannot be cut, is `[UNK]`. At most `WORD_LIMIT` pieces of a word are kept.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from .encoder import pretrained_folder

CLS, SEP, UNK = "[CLS]", "[SEP]", "[UNK]"
WORD_LIMIT = 8
PIECE_LIMIT = 512
QUOTES = {**dict.fromkeys("‘’‚‛`´′", "'"), **dict.fromkeys("“”„‟«»″", '"'), "…": "..."}
SHAPES = ("none", "lower", "title", "upper", "letter", "mixed", "digit", "other")


@lru_cache
def vocabulary() -> dict[str, int]:
    """Read the pretrained vocabulary: piece -> id."""
    text = (pretrained_folder() / "vocab.txt").read_text(encoding="utf-8")
    return {piece: i for i, piece in enumerate(text.split("\n")) if piece}


def is_punctuation(ch: str) -> bool:
    """Tell punctuation as BERT does: every ASCII non-alphanumeric sign, and Unicode category P."""
    code = ord(ch)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(ch).startswith("P")


def parts(word: str) -> list[str]:
    """Normalise one word and split it at punctuation and white space."""
    word = "".join(QUOTES.get(ch, ch) for ch in word).lower()
    word = "".join(ch for ch in unicodedata.normalize("NFD", word) if unicodedata.category(ch) != "Mn")
    out: list[str] = []
    fresh = True
    for ch in word:
        if ch.isspace() or unicodedata.category(ch) in ("Cc", "Cf"):
            fresh = True
        elif is_punctuation(ch):
            out.append(ch)
            fresh = True
        elif fresh:
            out.append(ch)
            fresh = False
        else:
            out[-1] += ch
    return out


def cut(part: str) -> list[int]:
    """Cut one part into piece ids, longest first; `[UNK]` when that fails."""
    table = vocabulary()
    if len(part) > 100:
        return [table[UNK]]
    ids: list[int] = []
    start = 0
    while start < len(part):
        end = len(part)
        while end > start:
            found = table.get(part[start:end] if start == 0 else "##" + part[start:end])
            if found is not None:
                break
            end -= 1
        else:
            return [table[UNK]]
        ids.append(found)
        start = end
    return ids


@lru_cache(maxsize=200_000)
def word_pieces(word: str) -> tuple[int, ...]:
    """Give the piece ids of one word (at least one)."""
    ids = [i for part in parts(word) for i in cut(part)][:WORD_LIMIT]
    return tuple(ids) or (vocabulary()[UNK],)


@lru_cache(maxsize=200_000)
def shape(word: str) -> int:
    """Give the casing class of a word as an index into `SHAPES`."""
    letters = [ch for ch in word if ch.isalpha()]
    if any(ch.isdigit() for ch in word):
        return SHAPES.index("digit")
    if not letters:
        return SHAPES.index("other")
    upper = [ch.isupper() for ch in letters]
    if not any(upper):
        return SHAPES.index("lower")
    if len(letters) == 1:
        return SHAPES.index("letter")
    if all(upper):
        return SHAPES.index("upper")
    return SHAPES.index("title" if upper[0] and not any(upper[1:]) else "mixed")


def encode(words: list[str]) -> tuple[list[int], list[int], list[int]]:
    """Give piece ids, their shapes, and each word's first piece index ([CLS] is piece 0).

    Words past `PIECE_LIMIT` are left out, so `starts` can be shorter than `words`.
    """
    table = vocabulary()
    ids, shapes, starts = [table[CLS]], [0], []
    for word in words:
        pieces = word_pieces(word)
        if len(ids) + len(pieces) + 1 > PIECE_LIMIT:
            break
        starts.append(len(ids))
        ids.extend(pieces)
        shapes.extend([shape(word)] * len(pieces))
    return [*ids, table[SEP]], [*shapes, 0], starts
