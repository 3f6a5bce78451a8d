"""Run the torch model over sentences."""

from __future__ import annotations

import numpy as np
import torch

from .batches import Example, by_length, collate
from .decode import decode
from .labels import Labels
from .model import Reader
from .scores import Counts, Reading, count


@torch.no_grad()
def read_examples(model: Reader, labels: Labels, examples: list[Example], vectors: bool = False,
                  fast: bool = True) -> tuple[list[Reading], list[np.ndarray]]:
    """Read examples in their order; with `vectors`, also each sentence's [W, 384] word vectors."""
    model.eval()
    readings: dict[int, Reading] = {}
    kept: dict[int, np.ndarray] = {}
    for group in by_length(examples, 2000):
        b = collate(group)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=fast):
            rooted = model.words(b.ids, b.shapes, b.mask, b.starts).float()
        out = model(rooted, b.word_mask)
        relations = model.relations(rooted, out.arcs.argmax(-1)).numpy()
        arrays = [x.numpy() for x in (out.upos, out.xpos, out.lemma, out.names, out.types)]
        for k, e in enumerate(group):
            n = len(e.starts)
            readings[id(e)] = decode(e.sentence.words, labels, *(a[k, :n] for a in arrays), out.arcs[k, :n, : n + 1].numpy(),
                                     relations[k, :n], out.starts[k, :n, :n].numpy(), out.ends[k, :n, :n].numpy())
            if vectors:
                kept[id(e)] = rooted[k, 1 : n + 1].numpy().copy()
    return [readings[id(e)] for e in examples], [kept[id(e)] for e in examples] if vectors else []


def score(model: Reader, labels: Labels, examples: list[Example]) -> dict[str, float]:
    """Read and score examples."""
    counts = Counts()
    for e, reading in zip(examples, read_examples(model, labels, examples)[0]):
        count(e.sentence, reading, counts)
    return counts.scores()
