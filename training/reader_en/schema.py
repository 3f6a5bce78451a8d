"""The label scheme of the reader and how each corpus maps onto it.

Two layers of entities are read:

* **mentions**: whole noun phrases, named, nominal or pronominal, nested, anchored at their
  syntactic head word, with one of `TYPES`. A mention's form follows from its head's part of
  speech: `PROPN` named, `PRON`/`DET` pronominal, anything else nominal.
* **names**: flat proper-name strings without titles, determiners or modifiers (`NAMES`).

Corpora mark only parts of this, so targets are bit sets of the labels still possible for a word;
an empty set (0) means "nothing known, no loss".
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from .corpus import Mention, Sentence

UPOS = ("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
        "PUNCT", "SCONJ", "SYM", "VERB", "X")
TYPES = ("none", "person", "organisation", "place", "facility", "event", "time", "quantity", "money",
         "weapon", "vehicle", "substance", "animal", "plant", "object", "abstract")
NAMES = ("PER", "ORG", "LOC", "MISC", "NAT")
NAME_TAGS = ("O", *(f"{p}-{n}" for n in NAMES for p in "BI"))
ANY_TYPE = (1 << len(TYPES)) - 1
ANY_NAME = (1 << len(NAME_TAGS)) - 1
_MISC_NAT = ("B-MISC", "I-MISC", "B-NAT", "I-NAT")

NAME_SCOPE: dict[str, tuple[str, ...]] = {
    "ewt": ("PER", "ORG", "LOC"),
    "uner": ("PER", "ORG", "LOC"),
    "wikigold": ("PER", "ORG", "LOC", "MISC"),
    "wnut": ("PER", "ORG", "LOC", "MISC"),
    "meantime": ("PER", "ORG", "LOC"),
    "re3d": ("PER", "ORG", "LOC"),
}
"""Name classes a corpus marks exhaustively; its `O` leaves the other classes open."""

TITLES = frozenset(
    "president mr. mr mrs. mrs ms. ms dr. dr senator sen. gen. general prime minister king queen sir captain col. "
    "colonel lt. lieutenant major sgt. sergeant prof. professor judge justice secretary governor mayor pope saint "
    "st. uncle aunt prince princess lord lady chancellor rev. reverend father sister brother officer detective".split()
)


@lru_cache
def word_list(name: str) -> frozenset[str]:
    """Read data/NAME.txt: one lower-cased entry a line, `#` starts a comment."""
    lines = (Path(__file__).parent / "data" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(w for line in lines if not line.startswith("#") for w in line.lower().split())


def types(*names: str) -> int:
    """Make the bit set of some mention types."""
    return sum(1 << TYPES.index(n) for n in set(names))


def names(*tags: str) -> int:
    """Make the bit set of some name tags."""
    return sum(1 << NAME_TAGS.index(t) for t in set(tags))


def is_nationality(word: str) -> bool:
    """Tell whether a capitalised word is in the list of nationalities and faiths."""
    return word[:1].isupper() and word.lower() in word_list("nationalities")


def is_title(word: str) -> bool:
    """Tell whether a word is a personal title, with or without its full stop."""
    return word.lower() in TITLES or word.lower() + "." in TITLES


def gum_type(mention: Mention, sentence: Sentence) -> int:
    """Refine GUM's coarse type by the head's lemma; keep both where the list cannot tell."""
    assert sentence.lemmas and sentence.upos and sentence.heads and sentence.relations
    lemma, tag = sentence.lemmas[mention.head].lower(), sentence.upos[mention.head]
    if mention.type == "organization":
        return types("organisation")
    if mention.type == "place":
        if lemma in word_list("facilities"):
            return types("facility")
        return types("place", "facility") if tag == "PROPN" else types("place")
    if mention.type == "object":
        for fine, listed in (("weapon", "weapons"), ("vehicle", "vehicles")):
            if lemma in word_list(listed):
                return types(fine)
        return types("object")
    if mention.type == "abstract":
        if lemma in word_list("currencies"):
            return types("money")
        counted = any(h - 1 == mention.head and r == "nummod"
                      for h, r in zip(sentence.heads, sentence.relations))
        if counted and lemma in word_list("units"):
            return types("quantity")
        return types("abstract", "quantity") if tag == "NUM" else types("abstract")
    return types(mention.type) if mention.type in TYPES else types("abstract")


GUM_COARSE = {"organisation": "organization", "facility": "place", "weapon": "object", "vehicle": "object",
              "quantity": "abstract", "money": "abstract"}
"""Back from our types to GUM's, for scoring."""


def type_targets(s: Sentence) -> list[int]:
    """Give each word the set of mention types it may head."""
    if s.mentions is not None:
        targets = [types("none")] * len(s.words)
        for m in s.mentions:
            targets[m.head] = gum_type(m, s)
        return targets
    targets = [0] * len(s.words)
    if s.corpus == "re3d":
        targets = [ANY_TYPE & ~types("weapon", "money")] * len(s.words)
    for at, allowed in s.anchors.items():
        targets[at] = types(*allowed.split("|"))
    return targets


def _gum_names(s: Sentence) -> list[int]:
    """Take GUM's flat names as they are; a proper noun outside them may still name something else."""
    assert s.names is not None and s.upos is not None
    targets = []
    for i, (word, tag) in enumerate(zip(s.words, s.names)):
        other = s.upos[i] == "PROPN" or (word[:1].isupper() and i > 0)
        targets.append(names("O", *_MISC_NAT) if tag == "O" and other else names(tag))
    return targets


_NAME_PARTS = frozenset("PROPN NOUN ADJ ADP DET CCONJ PUNCT NUM SYM X PART".split())


def _treebank_names(s: Sentence) -> list[int]:
    """Where only a tree is known: a verb, pronoun or adverb in lower case is in no name."""
    assert s.upos is not None
    return [0 if tag in _NAME_PARTS or not word.islower() else names("O") for word, tag in zip(s.words, s.upos)]


def name_targets(s: Sentence) -> list[int]:
    """Give each word the set of name tags it may carry."""
    if s.mentions is not None:
        targets = _gum_names(s)
    elif s.names is not None:
        scope = NAME_SCOPE[s.corpus]
        outside = names("O", *(t for t in NAME_TAGS[1:] if t[2:] not in scope))
        targets = [0 if t == "?" else outside if t == "O" else names(t) for t in s.names]
    elif s.upos is not None:
        targets = _treebank_names(s)
    else:
        targets = [0] * len(s.words)
    for i, word in enumerate(s.words):
        if is_nationality(word) and (s.upos is None or s.upos[i] in ("ADJ", "PROPN")):
            free = s.names is None or s.names[i] == "O" or (s.names[i] == "B-MISC" and s.names[i + 1:i + 2] != ["I-MISC"])
            alone = s.upos is None or s.upos[i] == "ADJ"
            if free and alone:
                targets[i] = names("B-NAT")
        elif s.corpus in ("uner", "wikigold") and targets[i] & names("B-NAT") and not word[:1].isupper():
            targets[i] &= ~names("B-NAT", "I-NAT")
    return targets
