"""Read Universal Dependencies files, with GUM's `Entity=` mentions when present."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from .corpus import Mention, Sentence

_PIECE = re.compile(r"\(?[^()]+\)?")


def head_of(start: int, end: int, heads: list[int]) -> int:
    """Find the word of a span whose governor lies outside it (the first, if several)."""
    for i in range(start, end):
        if not start <= heads[i] - 1 < end:
            return i
    return end - 1


class _OpenMentions:
    """GUM brackets still open; mentions never cross a sentence border."""

    def __init__(self) -> None:
        self.open: list[tuple[str, str, int, tuple[int, ...]]] = []
        self.done: list[tuple[int, int, str, str, tuple[int, ...]]] = []

    def read(self, value: str, at: int) -> None:
        for piece in _PIECE.findall(value):
            body = piece.strip("()")
            if piece.startswith("("):
                fields = body.split("-")
                minimal = fields[5].split(",") if len(fields) > 5 else []
                places = tuple(at + int(n) - 1 for n in minimal if n.isdigit())
                self.open.append((fields[0], fields[1], at, places))
                name = fields[0]
            else:
                name = body
            if piece.endswith(")"):
                for k in range(len(self.open) - 1, -1, -1):
                    if self.open[k][0] == name:
                        entity, type_, start, places = self.open.pop(k)
                        inside = tuple(i for i in places if i <= at)
                        self.done.append((start, at + 1, type_, entity.split("[")[0], inside))
                        break


def _finish(rows: list[list[str]], corpus: str, document: str, genre: str, entities: bool) -> Sentence:
    heads = [int(r[6]) for r in rows]
    mentions: list[Mention] | None = None
    if entities:
        reader = _OpenMentions()
        for at, row in enumerate(rows):
            for attribute in row[9].split("|"):
                if attribute.startswith("Entity="):
                    reader.read(attribute[7:], at)
        mentions = [Mention(s, e, t, g, head_of(s, e, heads), m) for s, e, t, g, m in sorted(reader.done)]
    return Sentence(
        words=[r[1] for r in rows], corpus=corpus, document=document, genre=genre,
        lemmas=[r[2] for r in rows], upos=[r[3] for r in rows], xpos=[r[4] for r in rows],
        heads=heads, relations=[r[7] for r in rows], mentions=mentions,
    )


def read_conllu(path: Path, corpus: str) -> list[Sentence]:
    """Read one gzipped CoNLL-U file; empty nodes and multiword ranges are left out."""
    sentences: list[Sentence] = []
    document, genre, rows = "", "", []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = "):
                document = line[14:]
                genre = document.split("_")[1] if corpus == "gum" else document.split("-")[0]
            elif line and line[0].isdigit():
                row = line.split("\t")
                if row[0].isdigit():
                    rows.append(row)
            elif not line and rows:
                sentences.append(_finish(rows, corpus, document, genre, corpus == "gum"))
                rows = []
    return sentences
