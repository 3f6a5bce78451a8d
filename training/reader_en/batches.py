"""Sentences to padded tensors."""

from __future__ import annotations

import random
from dataclasses import dataclass

import torch
from torch import Tensor

from .corpus import Sentence
from .labels import Labels
from .lemmas import rule_of
from .pieces import encode
from .schema import name_targets, type_targets

IGNORE = -100


@dataclass
class Example:
    """One sentence as numbers; targets that a corpus lacks are `IGNORE` or the empty set."""

    sentence: Sentence
    ids: list[int]
    shapes: list[int]
    starts: list[int]
    upos: list[int]
    xpos: list[int]
    lemma: list[int]
    heads: list[int]
    relations: list[int]
    types: list[int]
    names: list[int]
    first: list[int]
    last: list[int]
    index: int = 0


@dataclass
class Batch:
    """Padded tensors of some examples."""

    examples: list[Example]
    ids: Tensor
    shapes: Tensor
    mask: Tensor
    starts: Tensor
    word_mask: Tensor
    targets: dict[str, Tensor]


def make_example(s: Sentence, labels: Labels) -> Example:
    """Turn a sentence into numbers (words past the encoder's limit are dropped)."""
    ids, shapes, starts = encode(s.words)
    n = len(starts)
    table = {k: {v: i for i, v in enumerate(getattr(labels, k))}
             for k in ("upos", "xpos", "lemma_rules", "relations")}
    none = [IGNORE] * n

    def look(key: str, values: list[str] | None) -> list[int]:
        return [table[key].get(v, IGNORE) for v in values[:n]] if values else none

    rules = [rule_of(w, l) for w, l in zip(s.words, s.lemmas)] if s.lemmas else None
    first, last = list(none), list(none)
    for m in sorted(s.mentions or [], key=lambda m: m.start - m.end):
        if m.head < n and m.end <= n and first[m.head] == IGNORE:
            first[m.head], last[m.head] = m.start, m.end - 1
    heads = [h if h <= n else IGNORE for h in s.heads[:n]] if s.heads else none
    return Example(s, ids, shapes, starts, look("upos", s.upos), look("xpos", s.xpos), look("lemma_rules", rules),
                   heads, look("relations", s.relations), type_targets(s)[:n], name_targets(s)[:n], first, last)


def collate(examples: list[Example]) -> Batch:
    """Pad examples to the longest."""
    pieces, words = max(len(e.ids) for e in examples), max(len(e.starts) for e in examples)

    def pad(rows: list[list[int]], width: int, fill: int) -> Tensor:
        return torch.tensor([r + [fill] * (width - len(r)) for r in rows], dtype=torch.long)

    targets = {k: pad([getattr(e, k) for e in examples], words, IGNORE)
               for k in ("upos", "xpos", "lemma", "heads", "relations", "first", "last")}
    targets |= {k: pad([getattr(e, k) for e in examples], words, 0) for k in ("types", "names")}
    return Batch(examples, pad([e.ids for e in examples], pieces, 0), pad([e.shapes for e in examples], pieces, 0),
                 pad([[1] * len(e.ids) for e in examples], pieces, 0),
                 pad([e.starts for e in examples], words, 0),
                 pad([[1] * len(e.starts) for e in examples], words, 0), targets)


def by_length(examples: list[Example], pieces: int) -> list[list[Example]]:
    """Split examples into groups of similar length with at most `pieces` padded pieces each."""
    groups: list[list[Example]] = []
    for e in sorted(examples, key=lambda e: len(e.ids)):
        longest = len(e.ids)
        if groups and (len(groups[-1]) + 1) * longest <= pieces and longest <= 10 + 1.4 * len(groups[-1][0].ids):
            groups[-1].append(e)
        else:
            groups.append([e])
    return groups


def steps(examples: list[Example], words: int, seed: int) -> list[list[Example]]:
    """Cut a training epoch into steps of about `words` words: GUM by document, the rest shuffled."""
    rng = random.Random(seed)
    documents: dict[str, list[Example]] = {}
    loose: list[Example] = []
    for e in examples:
        if e.sentence.mentions is not None:
            documents.setdefault(e.sentence.document, []).append(e)
        else:
            loose.append(e)
    rng.shuffle(loose)
    out: list[list[Example]] = []
    for run in [*documents.values(), loose]:
        total = sum(len(e.starts) for e in run)
        budget = total / max(1, round(total / words)) if run is not loose else words
        size = budget
        for e in run:
            if size >= budget:
                out.append([])
                size = 0
            out[-1].append(e)
            size += len(e.starts)
    rng.shuffle(out)
    return out
