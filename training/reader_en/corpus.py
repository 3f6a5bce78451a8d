"""The records every corpus reader produces."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Mention:
    """A typed mention: words `start` to `end` (half-open) of one sentence."""

    start: int
    end: int
    type: str
    entity: str = ""
    head: int = -1
    minimal: tuple[int, ...] = ()
    """GUM's minimal span: the head word, or the words of the proper name."""


@dataclass
class Sentence:
    """One sentence with whatever its corpus annotates; `None` means not annotated."""

    words: list[str]
    corpus: str
    document: str
    genre: str = ""
    upos: list[str] | None = None
    xpos: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    relations: list[str] | None = None
    mentions: list[Mention] | None = None
    names: list[str] | None = None
    """BIO tags of the name layer, e.g. `B-PER`; see schema.NAME_SCOPE for what a corpus leaves out."""
    anchors: dict[int, str] = field(default_factory=dict)
    """Head word -> fine mention type, for corpora that mark only some types."""
