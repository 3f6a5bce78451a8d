"""Fresh variants of training sentences: other names in the same places, other casing."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from .batches import IGNORE, Example, make_example
from .corpus import Sentence
from .labels import Labels
from .name_lists import make_name
from .names import plain_head
from .pieces import encode
from .scores import name_spans

SWAPPED = 0.6
"""Share of a sentence's names that are swapped."""
LISTED = 0.5
"""Share of the names swapped in that come from lists rather than from other training text."""
TWICE = ("uner", "wikigold", "meantime")
"""Corpora of which every sentence with a name is also read once with other names."""
CASINGS = (("lower", 0.05), ("upper", 0.02), ("title", 0.03))
"""Chance of reading a sentence in another casing."""
TREEBANK_SHARE = {True: 0.7, False: 0.35}
"""Share of EWT's sentences with and without a name in one epoch; syntax is learned by the time sentences are varied."""
KINDS = ("PER", "ORG", "LOC")


@dataclass(frozen=True)
class Variants:
    """What an epoch of varied sentences is made from."""

    sentences: list[Sentence]
    labels: Labels
    pool: dict[str, list[list[str]]]


def variants_of(sentences: list[Sentence], labels: Labels) -> Variants:
    """Collect the names of all training text by kind."""
    pool: dict[str, list[list[str]]] = {k: [] for k in KINDS}
    for s in sentences:
        for start, end, kind in name_spans(s.names or []):
            if kind in pool:
                pool[kind].append(s.words[start:end])
    return Variants(sentences, labels, pool)


def _cased_like(new: list[str], old: list[str]) -> list[str]:
    text = "".join(old)
    if text.islower():
        return [w.lower() for w in new]
    return [w.upper() for w in new] if text.isupper() and len(text) > 4 else new


def swap_names(s: Sentence, pool: dict[str, list[list[str]]], rng: random.Random) -> Sentence:
    """Put other names of the same kind into a sentence that carries names and no tree."""
    assert s.names is not None
    words: list[str] = []
    tags: list[str] = []
    moved: dict[int, int] = {}
    at = 0
    for start, end, kind in name_spans(s.names):
        if kind not in KINDS or rng.random() > SWAPPED:
            continue
        for i in range(at, start):
            moved[i] = len(words) + i - at
        words += s.words[at:start]
        tags += s.names[at:start]
        new = make_name(kind, rng) if rng.random() < LISTED else rng.choice(pool[kind])
        for i in range(start, end):
            moved[i] = len(words) + plain_head(new)
        words += _cased_like(new, s.words[start:end])
        tags += [f"B-{kind}"] + [f"I-{kind}"] * (len(new) - 1)
        at = end
    for i in range(at, len(s.words)):
        moved[i] = len(words) + i - at
    return replace(s, words=words + s.words[at:], names=tags + s.names[at:],
                   anchors={moved[i]: v for i, v in s.anchors.items()})


def recase(e: Example, rng: random.Random) -> Example:
    """Now and then give a sentence another casing: only its shapes change, pieces have no case.

    Lemma rules speak of the word's own casing, so such a sentence teaches none.
    """
    chance = rng.random()
    for style, share in CASINGS:
        if chance < share:
            words = [getattr(w, style)() if style != "title" else w[:1].upper() + w[1:] for w in e.sentence.words]
            shapes = encode(words)[1]
            return replace(e, shapes=shapes, lemma=[IGNORE] * len(e.lemma)) if len(shapes) == len(e.ids) else e
        chance -= share
    return e


def epoch_of(variants: Variants, examples: list[Example], rng: random.Random) -> list[Example]:
    """Make one epoch's sentences from the plain ones (in the same order as `variants.sentences`)."""
    out: list[Example] = []
    for s, e in zip(variants.sentences, examples):
        named = s.names is not None and any(t != "O" for t in s.names)
        if s.corpus == "ewt" and rng.random() > (TREEBANK_SHARE[named] if s.names else 0.5):
            continue
        swap = named and s.upos is None
        if swap and s.corpus in TWICE:
            out.append(recase(e, rng))
        if swap and (s.corpus in TWICE or rng.random() < 0.5):
            e = make_example(swap_names(s, variants.pool, rng), variants.labels)
        out.append(recase(e, rng))
    return out
