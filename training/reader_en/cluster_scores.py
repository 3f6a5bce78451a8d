"""Coreference scores: MUC, B-cubed, CEAF-e and their mean (CoNLL F1), after Pradhan et al. 2014."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable

import numpy as np
from scipy.optimize import linear_sum_assignment

Cluster = frozenset[Hashable]


def _f1(parts: tuple[float, float, float, float]) -> float:
    """Make F1 from (right for recall, gold, right for precision, found)."""
    recall, precision = parts[0] / max(parts[1], 1e-9), parts[2] / max(parts[3], 1e-9)
    return 200 * recall * precision / max(recall + precision, 1e-9)


def _muc_half(of: list[Cluster], by: list[Cluster]) -> tuple[float, float]:
    place = {m: i for i, c in enumerate(by) for m in c}
    right = total = 0
    for cluster in of:
        pieces = len({place[m] for m in cluster if m in place}) + sum(m not in place for m in cluster)
        right += len(cluster) - pieces
        total += len(cluster) - 1
    return right, total


def _b_cubed_half(of: list[Cluster], by: list[Cluster]) -> tuple[float, float]:
    right, total = 0.0, 0
    for cluster in of:
        right += sum(len(cluster & other) ** 2 for other in by if cluster & other) / len(cluster)
        total += len(cluster)
    return right, total


def _ceaf_e(gold: list[Cluster], found: list[Cluster]) -> float:
    if not gold or not found:
        return 0.0
    likeness = np.array([[2 * len(g & f) / (len(g) + len(f)) for f in found] for g in gold])
    rows, columns = linear_sum_assignment(-likeness)
    return float(likeness[rows, columns].sum())


class ConllScore:
    """Adds up documents."""

    def __init__(self) -> None:
        self.sums: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(4))

    def add(self, gold: list[Cluster], found: list[Cluster]) -> None:
        """Count one document."""
        for name, half in (("muc", _muc_half), ("b3", _b_cubed_half)):
            self.sums[name] += (*half(gold, found), *half(found, gold))
        same = _ceaf_e(gold, found)
        self.sums["ceafe"] += (same, len(gold), same, len(found))

    def scores(self) -> dict[str, float]:
        """Give the three F1s and their mean in percent."""
        each = {k: round(float(_f1(tuple(v))), 2) for k, v in self.sums.items()}
        return {**each, "conll": round(sum(each.values()) / 3, 2)}
