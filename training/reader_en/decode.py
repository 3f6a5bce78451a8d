"""From scores to readings: a tree by Chu-Liu/Edmonds, names by constrained Viterbi, mentions by their heads."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .labels import Labels
from .lemmas import lemma_of
from .scores import Reading, name_spans

Scores = NDArray[np.float32]
EDGE_BONUS = 1.0
"""Chosen on GUM dev from 0, 0.5, 1 and 1.5."""


def _cycle(heads: list[int]) -> list[int]:
    """Find one cycle among nodes 1.. (0 is root), or nothing."""
    state = [0] * len(heads)
    for first in range(1, len(heads)):
        path: list[int] = []
        at = first
        while at and state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if at and state[at] == 1:
            return path[path.index(at):]
        for node in path:
            state[node] = 2
    return []


def _edmonds(score: Scores) -> list[int]:
    """Find the best arborescence; score[d, h] of dependent d and head h, node 0 the root."""
    n = len(score)
    score = score.copy()
    np.fill_diagonal(score, -np.inf)
    heads = [0, *(int(h) for h in score[1:].argmax(1))]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    outside = [i for i in range(n) if i not in inside]
    kept = np.array([score[d, heads[d]] for d in cycle])
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf, dtype=score.dtype)
    small[:-1, :-1] = score[np.ix_(outside, outside)]
    into = score[np.ix_(cycle, outside)] - kept[:, None]
    out_of = score[np.ix_(outside, cycle)]
    small[-1, :-1] = into.max(0)
    small[:-1, -1] = out_of.max(1)
    found = _edmonds(small)
    for k, d in enumerate(outside):
        if k:
            h = found[k]
            heads[d] = outside[h] if h < len(outside) else cycle[int(out_of[k].argmax())]
    entry = outside[found[-1]]
    heads[cycle[int(into[:, found[-1]].argmax())]] = entry
    return heads


def tree(arcs: Scores) -> list[int]:
    """Decode arc scores [W, W + 1] to heads (0 is root) with exactly one root."""
    n = len(arcs)
    greedy = arcs.copy()
    greedy[np.arange(n), np.arange(1, n + 1)] = -np.inf
    heads = [int(h) for h in greedy.argmax(1)]
    if heads.count(0) == 1 and not _cycle([0, *heads]):
        return heads
    score = np.full((n + 1, n + 1), -np.inf, dtype=np.float64)
    score[1:] = arcs - arcs.max(1, keepdims=True)
    score[1:, 0] -= 1e6
    return _edmonds(score)[1:]


def viterbi(scores: Scores, tags: list[str]) -> list[str]:
    """Choose the best BIO tags in which `I-x` only follows `B-x` or `I-x`."""
    wrong = np.zeros((len(tags), len(tags)), dtype=scores.dtype)
    for j, tag in enumerate(tags):
        if tag[0] == "I":
            for i, before in enumerate(tags):
                if before[0] == "O" or before[2:] != tag[2:]:
                    wrong[i, j] = -1e6
    best = scores[0] + np.array([-1e6 if t[0] == "I" else 0.0 for t in tags])
    back = []
    for row in scores[1:]:
        ways = best[:, None] + wrong
        back.append(ways.argmax(0))
        best = ways.max(0) + row
    at = int(best.argmax())
    path = [at]
    for row in reversed(back):
        at = int(row[at])
        path.append(at)
    return [tags[i] for i in reversed(path)]


def yields(heads: list[int]) -> tuple[list[int], list[int]]:
    """Find the first and last word under each word of a tree (heads from 1, 0 is root)."""
    left, right = list(range(len(heads))), list(range(len(heads)))
    for word in range(len(heads)):
        at = heads[word] - 1
        while at >= 0 and (left[at] > word or right[at] < word):
            left[at], right[at] = min(left[at], word), max(right[at], word)
            at = heads[at] - 1
    return left, right


def bounds(starts: Scores, ends: Scores, heads: list[int], at: int, left: list[int], right: list[int]
           ) -> tuple[int, int]:
    """Choose a mention's first and last word; edges of the head itself and of its dependents' yields get a bonus."""
    start, end = starts[at].copy(), ends[at].copy()
    start[at] += EDGE_BONUS
    end[at] += EDGE_BONUS
    for child in (c for c, h in enumerate(heads) if h - 1 == at):
        if left[child] <= at:
            start[left[child]] += EDGE_BONUS
        if child < at and right[child] < at:
            start[right[child] + 1] += EDGE_BONUS
        if right[child] >= at:
            end[right[child]] += EDGE_BONUS
        if child > at and left[child] > at:
            end[left[child] - 1] += EDGE_BONUS
    return int(start[: at + 1].argmax()), at + int(end[at:].argmax())


def decode(words: list[str], labels: Labels, upos: Scores, xpos: Scores, lemma: Scores, names: Scores, types: Scores,
           arcs: Scores, relations: Scores, starts: Scores, ends: Scores) -> Reading:
    """Decode one sentence (arrays cut to its words)."""
    heads = tree(arcs)
    root = labels.relations.index("root")
    relations = relations.copy()
    is_root = np.array(heads) == 0
    relations[~is_root, root] = -np.inf
    chosen = relations.argmax(1)
    chosen[is_root] = root
    left, right = yields(heads)
    mentions = []
    for i, kind in enumerate(types.argmax(1)):
        if kind:
            first, last = bounds(starts, ends, heads, i, left, right)
            mentions.append((first, last + 1, labels.types[kind], i))
    tags = [labels.upos[i] for i in upos.argmax(1)]
    rules = [labels.lemma_rules[i] for i in lemma.argmax(1)]
    return Reading(
        tags, [labels.xpos[i] for i in xpos.argmax(1)],
        [lemma_of(w, t, r, labels.lemma_exceptions) for w, t, r in zip(words, tags, rules)],
        heads, [labels.relations[i] for i in chosen], mentions, name_spans(viterbi(names, labels.names)),
    )
