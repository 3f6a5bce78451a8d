"""What the coreference scorer knows of a pair of mentions besides their vectors.

Every feature is an index into a table of weights; the running reader must compute the same indices, so all of them
follow from words, tags, lemmas, tree and mentions alone. Mentions are in order of (sentence, start, -end).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .schema import TYPES
from .scores import Reading

Index = NDArray[np.int64]

PRONOUNS = {
    **dict.fromkeys("i me my mine myself".split(), 1), **dict.fromkeys("we us our ours ourselves 's".split(), 2),
    **dict.fromkeys("you your yours yourself yourselves".split(), 3), **dict.fromkeys("he him his himself".split(), 4),
    **dict.fromkeys("she her hers herself".split(), 5), **dict.fromkeys("it its itself".split(), 6),
    **dict.fromkeys("they them their theirs themselves".split(), 7), **dict.fromkeys("this that these those".split(), 8),
    **dict.fromkeys("who whom whose which".split(), 9),
}
"""Pronoun -> class; 10 is any other pronoun, 0 no pronoun."""
PRONOUN_CLASSES = 11
_PLURAL_PRONOUNS, _SINGULAR_PRONOUNS = (2, 7), (1, 4, 5, 6)
DEFINITE = frozenset("the this that these those my your his her its our their".split())
INDEFINITE = frozenset("a an some any no another each every".split())
_LIGHT = DEFINITE | INDEFINITE | frozenset("'s ’s of , . - and in".split())
FORMS = ("named", "definite", "indefinite", "bare", "pronoun")
ROLES = {"nsubj": 1, "nsubj:pass": 1, "obj": 2, "obl": 3, "nmod:poss": 4}
BUCKETS = (1, 2, 3, 5, 9, 17)
"""Lower limits of distance buckets 1..6; bucket 0 is distance 0."""
MATCHES = 5
STRUCTURES = 8

TABLES: dict[str, int] = {
    "match": len(FORMS) * len(FORMS) * MATCHES,
    "sentences": (len(BUCKETS) + 1) * len(FORMS) * len(FORMS),
    "mentions": (len(BUCKETS) + 1) * len(FORMS),
    "types": len(TYPES) * len(TYPES),
    "pronouns": PRONOUN_CLASSES * PRONOUN_CLASSES * 2,
    "numbers": 3 * 3 * 2,
    "structure": STRUCTURES * len(FORMS),
    "pronounType": PRONOUN_CLASSES * len(TYPES),
    "role": 5 * 3 * 2,
    "extra": 2 * 2 * MATCHES * len(FORMS),
    "new": len(FORMS) * len(TYPES),
}
"""Table -> number of weights. `new` is added to the score of starting a new entity (by the anaphor alone)."""


@dataclass(frozen=True)
class Noted:
    """A mention with what its features need."""

    sentence: int
    start: int
    end: int
    head: int
    type: int
    form: int
    pronoun: int
    number: int
    role: int
    governor: int
    relation: str
    lemma: str
    text: str
    content: frozenset[str]


def note(words: list[str], r: Reading, sentence: int) -> list[Noted]:
    """Describe the mentions of one sentence in order."""
    out = []
    for start, end, kind, head in sorted(r.mentions, key=lambda m: (m[0], -m[1], m[3])):
        lower = [w.lower() for w in words[start:end]]
        tag, own = r.upos[head], words[head].lower()
        pronoun = PRONOUNS.get(own, 10) if tag in ("PRON", "DET") else 0
        if tag in ("PRON", "DET"):
            form = 4
        elif tag == "PROPN":
            form = 0
        else:
            form = 1 if lower[0] in DEFINITE else 2 if lower[0] in INDEFINITE else 3
        number = 2 if r.xpos[head] in ("NNS", "NNPS") or pronoun in _PLURAL_PRONOUNS else \
            1 if r.xpos[head] in ("NN", "NNP") or pronoun in _SINGULAR_PRONOUNS else 0
        relation = r.relations[head]
        while len(lower) > 1 and lower[0] in ("the", "a", "an"):
            lower = lower[1:]
        out.append(Noted(sentence, start, end, head, TYPES.index(kind), form, pronoun, number,
                         ROLES.get(relation, 0), r.heads[head] - 1, relation, r.lemmas[head].lower(), " ".join(lower),
                         frozenset(w for w in lower if w not in _LIGHT)))
    return out


def _bucket(distance: Index) -> Index:
    return np.searchsorted(np.array(BUCKETS), distance, side="right")


def _same(values: list[str]) -> NDArray[np.bool_]:
    numbers = {v: i for i, v in enumerate(dict.fromkeys(values))}
    ids = np.array([numbers[v] for v in values])
    return ids[:, None] == ids[None]


def _structure(ms: list[Noted]) -> Index:
    """Classify pairs of one sentence: 1 antecedent contains anaphor, 2 is contained, 3 co-arguments, 4 apposition,
    5 predicate of its subject, 6 anaphor's governor is the antecedent's head, 7 the reverse, 0 none of these."""
    out = np.zeros((len(ms), len(ms)), np.int64)
    for i, a in enumerate(ms):
        for j in range(i - 1, -1, -1):
            b = ms[j]
            if b.sentence != a.sentence:
                break
            if a.relation == "appos" and a.governor == b.head:
                out[i, j] = 4
            elif b.relation == "nsubj" and b.governor == a.head:
                out[i, j] = 5
            elif b.start <= a.start and a.end <= b.end:
                out[i, j] = 1
            elif a.start <= b.start and b.end <= a.end:
                out[i, j] = 2
            elif a.governor == b.governor and a.governor >= 0:
                out[i, j] = 3
            elif a.governor == b.head:
                out[i, j] = 6
            elif b.governor == a.head:
                out[i, j] = 7
    return out


def pair_features(ms: list[Noted]) -> dict[str, Index]:
    """Give each table's index for every (anaphor, antecedent) pair [M, M]; `new` is [M]."""
    form, kind, pronoun, number, role, sentence = (
        np.array([getattr(m, k) for m in ms]) for k in ("form", "type", "pronoun", "number", "role", "sentence"))
    order = np.arange(len(ms))
    vocabulary = {w: i for i, w in enumerate(dict.fromkeys(w for m in ms for w in sorted(m.content)))}
    inside = np.zeros((len(ms), len(vocabulary) + 1), np.float32)
    lone = np.zeros_like(inside)
    for i, m in enumerate(ms):
        inside[i, [vocabulary[w] for w in m.content]] = 1
    for i, m in enumerate(ms):
        lone[i, vocabulary.get(m.lemma, len(vocabulary))] = m.lemma in vocabulary and m.pronoun == 0
    lemma, text = _same([m.lemma for m in ms]), _same([m.text for m in ms])
    shared = (lone @ inside.T > 0) | (inside @ lone.T > 0)
    match = np.where(text, 4, np.where(lemma, 3, np.where(shared, 2, (inside @ inside.T > 0).astype(int))))
    more = ((inside.sum(1)[:, None] - inside @ inside.T) > 0).astype(int)
    fewer = more.T
    far = _bucket(np.maximum(sentence[:, None] - sentence[None], 0))
    back = _bucket(np.maximum(order[:, None] - order[None] - 1, 0))
    f, width = len(FORMS), len(TYPES)
    is_pronoun = (form == 4).astype(int)
    return {
        "match": (form[:, None] * f + form[None]) * MATCHES + match,
        "sentences": (far * f + form[:, None]) * f + form[None],
        "mentions": back * f + form[:, None] + 0 * order[None],
        "types": kind[:, None] * width + kind[None],
        "pronouns": (pronoun[:, None] * PRONOUN_CLASSES + pronoun[None]) * 2 + (far == 0),
        "numbers": (number[:, None] * 3 + number[None]) * 2 + is_pronoun[:, None],
        "structure": _structure(ms) * f + form[:, None],
        "pronounType": pronoun[:, None] * width + kind[None],
        "role": (role[None] * 3 + np.minimum(far, 2)) * 2 + is_pronoun[:, None],
        "extra": ((more * 2 + fewer) * MATCHES + match) * f + form[:, None],
        "new": form * width + kind,
    }
