"""Gather the corpora that may be trained on, and split them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from .conllu import read_conllu
from .corpus import Sentence
from .flat_names import flat_tags
from .names import held_back, read_meantime, read_re3d, read_uner, read_wikigold, read_wnut

LONGEST = 120
"""Sentences of more words are left out of training (tables and lists, mostly)."""


@dataclass(frozen=True)
class Data:
    """Sentences to learn from, sentences to choose checkpoints on, sentences only to report on."""

    train: list[Sentence]
    dev: dict[str, list[Sentence]]
    test: dict[str, list[Sentence]]


def _tenth(document: str) -> bool:
    return hashlib.sha1(("dev" + document).encode()).digest()[0] % 10 == 0


def load(corpora: Path, self_labels: Path | None = None) -> Data:
    """Read every corpus marked train=yes; UNER test, WNUT test and UD test are only reported on.

    `self_labels` (self_label.py) gives names to EWT's training part.
    """
    ud, ner = corpora / "ud", corpora / "ner"
    gum, ewt = ({part: read_conllu(ud / f"{name}-{part}.conllu.gz", name) for part in ("train", "dev", "test")}
                for name in ("gum", "ewt"))
    for sentences in gum.values():
        for s in sentences:
            s.names = flat_tags(s)
    if self_labels:
        tags = json.loads(self_labels.read_text(encoding="utf-8"))
        for s, names in zip(ewt["train"], tags, strict=True):
            s.names = names
    uner = read_uner(ner / "uner-en_ewt-ud-dev.iob2")
    wikigold = read_wikigold(ner / "wikigold.conll.txt")
    re3d = read_re3d(corpora / "re3d")
    open_ = {"wikigold": [s for s in wikigold if not held_back(s.document)],
             "re3d": [s for s in re3d if not held_back(s.document)]}
    names_dev = [s for s in (*uner, *open_["wikigold"]) if _tenth(s.document)]
    names_dev += read_wnut(ner / "wnut17-emerging.dev.conll")
    names_train = [s for s in (*uner, *uner, *open_["wikigold"]) if not _tenth(s.document)]
    rest = [*open_["re3d"], *open_["re3d"], *read_wnut(ner / "wnut17-wnut17train.conll"),
            *read_meantime(corpora / "meantime" / "meantime.tar.gz")]
    train = [*ewt["train"], *gum["train"], *names_train, *rest]
    return Data(
        train=[s for s in train if len(s.words) <= LONGEST],
        dev={"ewt": ewt["dev"], "gum": gum["dev"], "names": names_dev},
        test={"ewt": ewt["test"], "gum": gum["test"], "uner": read_uner(ner / "uner-en_ewt-ud-test.iob2"),
              "wikigold": [s for s in wikigold if held_back(s.document)],
              "re3d": [s for s in re3d if held_back(s.document)]},
    )
