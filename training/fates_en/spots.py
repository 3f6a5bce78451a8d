"""The words of a sentence that the fate of an anchor is read from: itself, its noun, what is said of it and what completes that.

The running reader does the same (`src/extract/fates/spots.ts`); `fixture.json` holds both to it.
"""

from __future__ import annotations

NAMES = ("anchor", "noun", "predicate", "above", "complement", "subject", "oblique")
INSIDE = {"nummod", "det", "amod", "compound", "flat", "advmod", "nmod:poss", "appos", "case", "fixed", "nmod:unmarked"}
COMPLETING = ("xcomp", "compound:prt", "obj")
OBLIQUE = ("obl", "nmod", "obl:agent", "advcl")
CLIMB = 4


def climb(heads: list[int], relations: list[str], at: int) -> int:
    """Go from a word up to what is said of its phrase; -1 where the tree ends."""
    for _ in range(CLIMB):
        if heads[at] < 0:
            return -1
        belongs = relations[at] in INSIDE
        at = heads[at]
        if not belongs:
            return at
    return at


def child(heads: list[int], relations: list[str], head: int, wanted: tuple[str, ...], besides: set[int]) -> int:
    """Find the first dependent of a word by one of some relations."""
    for at, relation in enumerate(relations):
        if heads[at] == head and relation in wanted and at not in besides:
            return at
    return -1


def spots_of(anchor: dict, sentence: dict) -> tuple[int, ...]:
    """Give the spots of an anchor as word indices in the order of `NAMES`."""
    heads, relations = sentence["heads"], sentence["relations"]
    at = anchor["at"]
    if not heads:
        return (at, -1, -1, -1, -1, -1, -1)
    group = anchor.get("group")
    noun = group["head"] if group is not None else heads[at] if relations[at] in ("nummod", "det") and heads[at] >= 0 else at
    predicate = climb(heads, relations, noun)
    if predicate < 0:
        predicate = noun
    own = {at, noun}
    return (
        at,
        noun,
        predicate,
        heads[predicate],
        child(heads, relations, predicate, COMPLETING, own),
        child(heads, relations, predicate, ("nsubj", "nsubj:pass", "nsubj:outer"), own),
        child(heads, relations, predicate, OBLIQUE, own),
    )


def bucket(distance: int) -> str:
    """Name how far and on which side something stands."""
    for limit in (1, 2, 4, 8, 16):
        if abs(distance) <= limit:
            return f"{'-' if distance < 0 else '+'}{limit}"
    return "far"


def signs_of(anchor: dict, sentence: dict) -> tuple[str, ...]:
    """Give the plain signs of an anchor: how its noun and what is said of it hang in the tree, the block, the way between them."""
    relations = sentence["relations"]
    _, noun, predicate, *_ = spots_of(anchor, sentence)
    if not relations:
        return (f"block {sentence['block']}",)
    return (
        f"block {sentence['block']}",
        f"noun {relations[noun]}",
        f"predicate {relations[predicate]}",
        f"way {bucket(predicate - anchor['at'])}",
    )
