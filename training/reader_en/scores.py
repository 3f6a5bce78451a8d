"""Scores of one set of sentences, decoded greedily (checkpoint choice) or fully (report)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from .corpus import Sentence
from .schema import GUM_COARSE

Span = tuple[int, int, str]


@dataclass
class Reading:
    """What the reader says of one sentence."""

    upos: list[str]
    xpos: list[str]
    lemmas: list[str]
    heads: list[int]
    relations: list[str]
    mentions: list[tuple[int, int, str, int]]
    """start, end (half-open), type, head word"""
    names: list[Span]


@dataclass
class Counts:
    """Right, found and gold items by measure."""

    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    found: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    gold: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, name: str, found: set[Span] | set[tuple[int, int]], gold: set[Span] | set[tuple[int, int]]) -> None:
        """Count two sets of spans."""
        self.right[name] += len(found & gold)
        self.found[name] += len(found)
        self.gold[name] += len(gold)

    def scores(self) -> dict[str, float]:
        """Give F1 (for word measures: accuracy) in percent."""
        return {k: round(200 * self.right[k] / max(1, self.found[k] + self.gold[k]), 2) for k in self.gold}


def name_spans(tags: list[str]) -> list[Span]:
    """Read BIO tags as spans; an `I-` that continues nothing starts a span."""
    spans: list[Span] = []
    for i, tag in enumerate([*tags, "O"]):
        if spans and spans[-1][1] == -1 and (tag[:1] != "I" or tag[2:] != spans[-1][2]):
            spans[-1] = (spans[-1][0], i, spans[-1][2])
        if tag[:1] == "B" or (tag[:1] == "I" and (not spans or spans[-1][1] != -1)):
            spans.append((i, -1, tag[2:]))
    return spans


def gum_names(s: Sentence) -> set[Span]:
    """Take GUM's named people, organisations and places: mentions headed by a proper noun."""
    assert s.mentions is not None and s.upos is not None
    kinds = {"person": "PER", "organization": "ORG", "place": "LOC"}
    return {(m.start, m.end, kinds[m.type]) for m in s.mentions if m.type in kinds and s.upos[m.head] == "PROPN"}


def count(s: Sentence, r: Reading, counts: Counts) -> None:
    """Compare one reading with its sentence."""
    n = len(r.upos)
    if s.upos and s.heads and s.relations and s.lemmas and s.xpos:
        pairs = {"upos": (r.upos, s.upos), "xpos": (r.xpos, s.xpos), "lemma": (r.lemmas, s.lemmas),
                 "uas": (r.heads, s.heads)}
        for name, (found, gold) in pairs.items():
            counts.right[name] += sum(a == b for a, b in zip(found, gold))
        for i in range(n):
            same = r.heads[i] == s.heads[i]
            counts.right["las"] += same and r.relations[i] == s.relations[i]
            counts.right["las (no subtypes)"] += same and r.relations[i].split(":")[0] == s.relations[i].split(":")[0]
        for name in (*pairs, "las", "las (no subtypes)"):
            counts.found[name] += len(s.words)
            counts.gold[name] += len(s.words)
    if s.mentions is not None:
        assert s.upos is not None
        found = {(a, b, GUM_COARSE.get(t, "organization" if t == "organisation" else t)) for a, b, t, _ in r.mentions}
        gold = {(m.start, m.end, m.type) for m in s.mentions}
        counts.add("mentions", found, gold)
        counts.add("mention spans", {x[:2] for x in found}, {x[:2] for x in gold})
        kinds = {"person": "PER", "organisation": "ORG", "place": "LOC", "facility": "LOC"}
        named = {(a, b, kinds[t]) for a, b, t, h in r.mentions if t in kinds and r.upos[h] == "PROPN"}
        counts.add("named mentions", named, gum_names(s))
    if s.names is not None:
        three = ("PER", "ORG", "LOC")
        gold_names = {x for x in name_spans(s.names) if x[2] in three}
        found_names = {x for x in r.names if x[2] in three}
        counts.add("names", found_names, gold_names)
        for kind in three:
            counts.add(f"names {kind}", {x for x in found_names if x[2] == kind},
                       {x for x in gold_names if x[2] == kind})
