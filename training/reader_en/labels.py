"""The label inventory learned from the training data, written beside the weights."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path

from .corpus import Sentence
from .lemmas import learn_exceptions, learn_rules
from .schema import NAME_TAGS, TYPES, UPOS


@dataclass(frozen=True)
class Labels:
    """Every label list, in the order of the network's outputs, and the table of inflected forms."""

    upos: list[str]
    xpos: list[str]
    relations: list[str]
    lemma_rules: list[str]
    types: list[str]
    names: list[str]
    lemma_exceptions: dict[str, dict[str, str]] = field(default_factory=dict)

    def save(self, path: Path) -> None:
        """Write the lists as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")

    @staticmethod
    def load(path: Path) -> "Labels":
        """Read lists written by `save`."""
        return Labels(**json.loads(path.read_text(encoding="utf-8")))


def learn_labels(sentences: list[Sentence]) -> Labels:
    """Collect labels from the treebanks' training parts."""
    xpos: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    pairs: list[tuple[str, str]] = []
    for s in sentences:
        xpos.update(s.xpos or [])
        relations.update(s.relations or [])
        pairs.extend(zip(s.words, s.lemmas or []))
    return Labels(
        upos=list(UPOS), xpos=sorted(x for x, n in xpos.items() if n >= 3),
        relations=sorted(r for r, n in relations.items() if n >= 3),
        lemma_rules=learn_rules(pairs), types=list(TYPES), names=list(NAME_TAGS),
        lemma_exceptions=learn_exceptions([(w, u, l) for s in sentences
                                           for w, u, l in zip(s.words, s.upos or [], s.lemmas or [])]),
    )
